/**
 * The inline markup of the annotated press texts: `[per Maëlle Le Goff]`, `[s1,s2 elle]`, `[x title Le Monde d’hier]`.
 * Tags nest; `\[` and `\]` are literal brackets. Offsets of problems are UTF-16 into the given markup, spans are UTF-16,
 * half-open, into the text without its tags. Bad markup gives problems and the best reading of the rest, never an exception.
 */
export function readMarkup(markup: string): Markup {
  const state: State = { text: '', offsets: [], spans: [], problems: [], open: [] };
  let at = 0;
  while (at < markup.length) at = step(markup, at, state);
  for (const tag of state.open)
    state.problems.push({ code: 'unclosed-tag', offset: tag.offset, detail: tag.labels.join(',') });
  const spans = state.spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: state.text, offsets: state.offsets, spans, problems: state.problems };
}

export interface Markup {
  readonly text: string;
  /** For each UTF-16 unit of the text, where it stands in the markup. */
  readonly offsets: readonly number[];
  /** In text order, outer before inner. */
  readonly spans: readonly MarkupSpan[];
  readonly problems: readonly MarkupProblem[];
}

export interface MarkupSpan {
  /** One tag's labels: `per`, `q1`, or several (`s1,s2`). */
  readonly labels: readonly string[];
  /** The word after `x`. */
  readonly why: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Where the tag opens in the markup. */
  readonly offset: number;
}

export interface MarkupProblem {
  readonly code:
    'unknown-tag' | 'unclosed-tag' | 'stray-bracket' | 'empty-span' | 'space-at-edge' | 'unknown-why';
  readonly offset: number;
  readonly detail: string;
}

interface OpenTag {
  readonly labels: readonly string[];
  readonly why: string | undefined;
  readonly start: number;
  readonly offset: number;
}

interface State {
  text: string;
  readonly offsets: number[];
  readonly spans: MarkupSpan[];
  readonly problems: MarkupProblem[];
  readonly open: OpenTag[];
}

const reasons = new Set(['title', 'term', 'scare', 'name', 'slogan', 'other']);
const knownLabel = /^(?:per|loc|org|event|product|date|hour|x|[qcs]\d+)$/;
const opening = /\[([\p{L}\d,]*)[ \n]/uy;
const reason = /([\p{L}]+) /uy;

function step(markup: string, at: number, state: State): number {
  const char = markup.charAt(at);
  if (char === '\\' && /[[\]]/.test(markup.charAt(at + 1))) return keep(markup, at + 1, state);
  if (char === '[') return openTag(markup, at, state);
  if (char !== ']') return keep(markup, at, state);
  closeTag(at, state);
  return at + 1;
}

function keep(markup: string, at: number, state: State): number {
  state.text += markup.charAt(at);
  state.offsets.push(at);
  return at + 1;
}

function openTag(markup: string, at: number, state: State): number {
  opening.lastIndex = at;
  const match = opening.exec(markup);
  const labels = match?.[1]?.split(',') ?? [];
  if (!match || labels.some((label) => !knownLabel.test(label)))
    state.problems.push({ code: 'unknown-tag', offset: at, detail: markup.slice(at, at + 20) });
  const after = match ? opening.lastIndex : at + 1;
  if (!labels.includes('x')) {
    state.open.push({ labels, why: undefined, start: state.text.length, offset: at });
    return after;
  }
  const why = wordAt(markup, after);
  if (!why || !reasons.has(why)) state.problems.push({ code: 'unknown-why', offset: at, detail: why ?? '' });
  state.open.push({ labels, why: why ?? 'other', start: state.text.length, offset: at });
  return why ? after + why.length + 1 : after;
}

function wordAt(markup: string, at: number): string | undefined {
  reason.lastIndex = at;
  return reason.exec(markup)?.[1];
}

function closeTag(at: number, state: State): void {
  const tag = state.open.pop();
  if (!tag) {
    state.problems.push({ code: 'stray-bracket', offset: at, detail: ']' });
    return;
  }
  const span = { ...tag, end: state.text.length };
  const content = state.text.slice(span.start, span.end);
  if (content.trim() === '')
    state.problems.push({ code: 'empty-span', offset: tag.offset, detail: tag.labels.join(',') });
  else if (content.trim() !== content)
    state.problems.push({ code: 'space-at-edge', offset: tag.offset, detail: content });
  state.spans.push(span);
}
