import type { MentionSuggestion } from '../../annotation/suggestion';
import { portfolios, wordsOf } from '../../language/fr/nameWords';
import { contains, compareSpans, overlaps, sameSpan, type Span } from '../../util/span';

/**
 * Mentions as WiNER-fr would mark them: names, absolute dates and hours, outermost only, and the capitalised portfolio of a
 * minister as an organisation. For measuring against that reference and nothing else. Spans are UTF-16 offsets into `text`.
 */
export function toWinerConvention(
  text: string,
  mentions: readonly MentionSuggestion[],
): readonly MentionSuggestion[] {
  const kept = mentions.filter(isMarked);
  const added = portfolioSpans(text)
    .filter((span) => !kept.some((mention) => overlaps(mention.span, span)))
    .map((span): MentionSuggestion => ({
      span,
      type: 'organization',
      form: 'name',
      confidence: 0.8,
      why: [],
    }));
  const all = [...kept, ...added].toSorted((a, b) => compareSpans(a.span, b.span));
  return all.filter(
    (inner) => !all.some((outer) => contains(outer.span, inner.span) && !sameSpan(outer.span, inner.span)),
  );
}

function isMarked({ form, type, value }: MentionSuggestion): boolean {
  if (type === 'date' || type === 'hour') return value?.absolute !== false;
  return form === 'name' || form === 'acronym';
}

const link = /(?:d['’]|de l['’]|de la |des |du |de |à l['’]|à la |aux )/u;
const announcement = new RegExp(
  String.raw`(?<![\p{L}])[Mm]inistres?(?: \p{Ll}+){0,2} ${link.source}(?=\p{Lu})`,
  'gu',
);
const further = new RegExp(String.raw`^(?:,| et) ${link.source}(?=\p{Lu})`, 'u');

function portfolioSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(announcement)) {
    const start = match.index + match[0].length;
    const end = portfolioEnd(text, start);
    if (end !== undefined) spans.push({ start, end });
  }
  return spans;
}

/** End of the longest known portfolio and those joined to it; `undefined` when none starts here. */
function portfolioEnd(text: string, start: number): number | undefined {
  const rest = text.slice(start, start + 60).toLowerCase();
  const known = longestFirst.find(
    (portfolio) => rest.startsWith(portfolio) && !/^[\p{L}-]/u.test(rest.slice(portfolio.length)),
  );
  if (known === undefined) return undefined;
  const end = start + known.length;
  const more = further.exec(text.slice(end, end + 20));
  return (more && portfolioEnd(text, end + more[0].length)) ?? end;
}

const longestFirst = wordsOf(portfolios).toSorted((a, b) => b.length - a.length);
