/** What Verbatim's files are called in `.gitattributes`. */
export const attributePatterns = ['*.annotations.yaml', 'verbatim.entities.yaml'] as const;

const attributes = ['merge=verbatim', 'diff=verbatim'] as const;
const comment = '# Verbatim merges annotations record by record: verbatim git install';

/** The text of an attributes file with Verbatim's lines at its end, where they win; the same text when they have their effect already. */
export function withAttributes(source: string): string {
  const missing = attributePatterns.filter((pattern) => !isSet(source, pattern));
  if (missing.length === 0) return source;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const before = source === '' || source.endsWith('\n') ? source : source + eol;
  const lines = missing.map((pattern) => [pattern, ...attributes].join(' '));
  const introduced = source.includes(comment) ? lines : [comment, ...lines];
  return before + introduced.map((line) => line + eol).join('');
}

/** The text without the lines that `withAttributes` adds; what a person added to them stays. */
export function withoutAttributes(source: string): string {
  return source
    .split(/(?<=\n)/u)
    .flatMap((line) => {
      if (line.trim() === comment) return [];
      const words = wordsOf(line);
      if (!isPattern(words[0])) return [line];
      const kept = words.filter((word) => !isAttribute(word));
      if (kept.length === words.length) return [line];
      return kept.length > 1 ? [kept.join(' ') + (/\r?\n$/u.exec(line)?.[0] ?? '')] : [];
    })
    .join('');
}

/** Whether the last lines that speak of a pattern's merge and diff say what Verbatim's do. */
function isSet(source: string, pattern: string): boolean {
  const words = source
    .split(/\r?\n/u)
    .map(wordsOf)
    .filter(([first]) => first === pattern)
    .flatMap((line) => line.slice(1));
  return attributes.every((attribute) => {
    const key = attribute.slice(0, attribute.indexOf('='));
    return words.findLast((word) => word.replace(/^[-!]/u, '').split('=')[0] === key) === attribute;
  });
}

function wordsOf(line: string): readonly string[] {
  return line.startsWith('#') ? [] : line.trim().split(/[ \t]+/u);
}

function isPattern(word: string | undefined): boolean {
  return (attributePatterns as readonly string[]).includes(word ?? '');
}

function isAttribute(word: string): boolean {
  return (attributes as readonly string[]).includes(word);
}
