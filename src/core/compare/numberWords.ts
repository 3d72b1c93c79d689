/**
 * French numbers written out: "vingt-cinq" is 25, "quatre-vingt-dix-sept" 97, "deux mille cinq cents" 2500. Belgian and Swiss
 * words too. Source: the rules of the language; no ordinals, no fractions.
 */
const units: ReadonlyMap<string, number> = new Map(
  (
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
      ' ',
    ) as string[]
  ).map((word, value) => [word, value]),
);

const tens: ReadonlyMap<string, number> = new Map([
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
]);

const scales: ReadonlyMap<string, number> = new Map([
  ['mille', 1_000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
  ['milliard', 1_000_000_000],
  ['milliards', 1_000_000_000],
]);

/** The value of words in lower case that are one whole number written out; `undefined` where they are none. */
export function numberOf(words: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  let wasAnd = false;
  for (const [index, word] of words.entries()) {
    if (word === 'et') {
      if (wasAnd || index === 0 || index === words.length - 1 || group % 10 !== 0 || group < 20)
        return undefined;
      wasAnd = true;
      continue;
    }
    const next = withWord(group, word, wasAnd);
    const scale = scales.get(word);
    if (scale !== undefined) {
      if (wasAnd || (scale > 1_000 && group === 0)) return undefined;
      total += Math.max(group, 1) * scale;
      group = 0;
    } else if (next === undefined) return undefined;
    else group = next;
    wasAnd = false;
  }
  return words.length === 0 ? undefined : total + group;
}

/** Whether a word in lower case may be part of a number written out. */
export function isNumberWord(word: string): boolean {
  return units.has(word) || tens.has(word) || scales.has(word) || word === 'cent' || word === 'cents';
}

/** A number below a thousand with one more word; `undefined` where that does not go on. */
function withWord(group: number, word: string, wasAnd: boolean): number | undefined {
  if (word === 'cent' || word === 'cents') return group < 10 ? Math.max(group, 1) * 100 : undefined;
  const ten = tens.get(word);
  const below = group % 100;
  if (ten === 20 && below === 4 && !wasAnd) return group - 4 + 80;
  if (ten !== undefined) return below === 0 && !wasAnd ? group + ten : undefined;
  const unit = units.get(word === 'une' ? 'un' : word);
  if (unit === undefined) return undefined;
  if (below === 0) return group === 0 || unit > 0 ? group + unit : undefined;
  // "soixante-douze", "quatre-vingt-dix-sept", "dix-sept".
  const takesTeens = below === 60 || below === 80;
  if (below === 10) return unit >= 7 && unit <= 9 ? group + unit : undefined;
  if (below % 10 === 0 && below >= 20)
    return unit >= 1 && (unit < 10 || takesTeens) ? group + unit : undefined;
  return (below === 70 || below === 90) && unit >= 7 && unit <= 9 ? group + unit : undefined;
}
