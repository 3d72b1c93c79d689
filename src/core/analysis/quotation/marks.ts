import { span, type Span } from '../../util/span';

/** A stretch between quotation marks in one block; offsets are relative to the block's text. */
export interface MarkedSpan {
  /** Between the marks, without the spaces at its edges. */
  readonly content: Span;
  /** The marks that are there: opening, closing. */
  readonly open?: Span;
  readonly close?: Span;
  readonly style: MarkStyle;
  /** Index of the innermost span around it in the same block, -1 at the top. */
  readonly parent: number;
  /** False where a mark is missing or points the wrong way. */
  readonly certain: boolean;
  /** True where it goes on with the last quotation of the paragraph before. */
  readonly continues?: boolean;
  /** True where the article sets the same few words in marks more than once. */
  readonly again?: boolean;
}

export type MarkStyle = 'guillemets' | 'curly' | 'straight' | 'single' | 'low' | 'angle' | 'dash' | 'layout';

export interface BlockMarks {
  /** In text order, an outer span before what it holds. */
  readonly spans: readonly MarkedSpan[];
  /** An opening mark at the top level that nothing closes, and nothing else opens behind it. */
  readonly leftOpen?: Span & { readonly style: MarkStyle };
  /** A closing mark before any opening one: it may close what an earlier block left open. */
  readonly closesEarlier?: Span;
}

interface Mark extends Span {
  readonly style: MarkStyle;
  readonly role: 'open' | 'close' | 'either';
}

interface Open extends Mark {
  /** Where its span stands in the result. */
  readonly index: number;
}

type Draft = { -readonly [K in keyof MarkedSpan]: MarkedSpan[K] };

/** Pairs the marks of a block; linear, never throws. What cannot be paired is recovered within the block and marked uncertain. */
export function pairMarks(text: string): BlockMarks {
  const marks = directReversed(findMarks(text));
  const state: State = { text, spans: [], open: [], tooDeep: 0 };
  let closesEarlier: Span | undefined;
  for (const mark of marks) {
    if (opens(mark, state)) push(mark, state);
    else if (!close(mark, state) && !closesEarlier && state.spans.length === 0) closesEarlier = mark;
  }
  const leftOpen = unclosed(state, marks);
  return {
    spans: withoutEmpty(state.spans),
    ...(leftOpen && { leftOpen }),
    ...(closesEarlier && { closesEarlier }),
  };
}

/** Deeper than anybody quotes: what is nested further comes from unbalanced marks, and would cost more than its length. */
const deepestNesting = 8;

interface State {
  readonly text: string;
  readonly spans: Draft[];
  readonly open: Open[];
  /** Opening marks passed over because nothing is nested so deep; as many closing ones are passed over too. */
  tooDeep: number;
}

function opens(mark: Mark, state: State): boolean {
  if (mark.role !== 'either') return mark.role === 'open';
  const open = state.open.some((other) => other.style === mark.style);
  if (open && mark.style === 'straight' && opensByShape(state.text, mark)) abandon(mark, state);
  else if (open) return false;
  return true;
}

/** A straight mark that can only open, while one is open: the earlier one was never closed. */
function abandon(mark: Mark, state: State): void {
  const depth = state.open.findIndex((other) => other.style === mark.style);
  for (const item of state.open.splice(depth))
    endAt(state, item, sentenceEndBefore(state.text, item.end, mark.start), false);
}

function push(mark: Mark, state: State): void {
  if (state.open.length >= deepestNesting) {
    state.tooDeep++;
    return;
  }
  const parent = state.open.at(-1)?.index ?? -1;
  state.open.push({ ...mark, index: state.spans.length });
  state.spans.push({
    content: span(mark.end, mark.end),
    open: span(mark.start, mark.end),
    style: mark.style,
    parent,
    certain: true,
  });
}

/** Closes the innermost span of the mark's style; what was opened inside it and never closed ends there too. */
function close(mark: Mark, state: State): boolean {
  if (state.tooDeep > 0) {
    state.tooDeep--;
    return true;
  }
  let depth = state.open.length - 1;
  while (depth >= 0 && (state.open[depth] as Open).style !== mark.style) depth--;
  if (depth < 0) return false;
  for (const inner of state.open.splice(depth + 1)) endAt(state, inner, mark.start, false);
  const own = state.open.pop() as Open;
  const draft = state.spans[own.index] as Draft;
  draft.close = span(mark.start, mark.end);
  draft.content = trimmed(state.text, own.end, mark.start);
  return true;
}

function endAt(state: State, open: Open, end: number, certain: boolean): void {
  const draft = state.spans[open.index] as Draft;
  draft.content = trimmed(state.text, open.end, end);
  draft.certain = certain;
}

/** Ends what is still open: the last at the block's end, an earlier one before the sentence in which the next mark opens. */
function unclosed(state: State, marks: readonly Mark[]): BlockMarks['leftOpen'] {
  const { open, spans, text } = state;
  if (open.length === 0) return undefined;
  const following = nextOfStyle(marks);
  let left: BlockMarks['leftOpen'];
  for (const item of open) {
    const next = following.get(item.start);
    endAt(state, item, next ? sentenceEndBefore(text, item.end, next.start) : text.length, false);
    if (!next && item === open[0]) left = { start: item.start, end: item.end, style: item.style };
  }
  reparent(spans);
  return left;
}

/** For each mark's start, the next mark of its style. */
function nextOfStyle(marks: readonly Mark[]): ReadonlyMap<number, Mark> {
  const next = new Map<number, Mark>();
  const latest = new Map<MarkStyle, Mark>();
  for (const mark of marks.toReversed()) {
    const later = latest.get(mark.style);
    if (later) next.set(mark.start, later);
    latest.set(mark.style, mark);
  }
  return next;
}

function sentenceEndBefore(text: string, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) {
    if (/[.!?…]/u.test(text[i] as string)) return i + 1;
  }
  return to;
}

/** A recovered span may have shrunk: what lies outside it is not its child any more. */
function reparent(spans: Draft[]): void {
  for (const item of spans) {
    while (item.parent >= 0) {
      const parent = spans[item.parent] as Draft;
      if (parent.content.end >= item.content.end) break;
      item.parent = parent.parent;
    }
  }
}

function withoutEmpty(spans: readonly Draft[]): readonly MarkedSpan[] {
  const kept = spans.map((item) => item.content.end > item.content.start);
  const renumbered = new Map<number, number>();
  let count = 0;
  for (const [index, keep] of kept.entries()) if (keep) renumbered.set(index, count++);
  return spans
    .filter((_, index) => kept[index])
    .map((item) => ({ ...item, parent: renumbered.get(item.parent) ?? -1 }));
}

/** Without spaces at its edges. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from] as string)) from++;
  while (to > from && /\s/u.test(text[to - 1] as string)) to--;
  return span(from, to);
}

const signs = /<<|>>|''|``|[«»“”„‹›"'‘’]/gu;

function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(signs)) {
    const mark = markAt(text, match[0], match.index);
    if (mark) marks.push(mark);
  }
  return withoutLoneSingles(marks);
}

function markAt(text: string, sign: string, start: number): Mark | undefined {
  const at = { start, end: start + sign.length };
  switch (sign) {
    case '«':
      return { ...at, style: 'guillemets', role: 'open' };
    case '»':
      return { ...at, style: 'guillemets', role: 'close' };
    case '<<':
      return { ...at, style: 'guillemets', role: 'open' };
    case '>>':
      return { ...at, style: 'guillemets', role: 'close' };
    case '‹':
      return { ...at, style: 'angle', role: 'open' };
    case '›':
      return { ...at, style: 'angle', role: 'close' };
    case '„':
      return { ...at, style: 'curly', role: 'open' };
    case '“':
      return { ...at, style: 'curly', role: curlyRole(text, start) };
    case '”':
      return { ...at, style: 'curly', role: opensByShape(text, at) ? 'either' : 'close' };
    case '``':
      return { ...at, style: 'straight', role: 'open' };
    case '"':
    case "''":
      return straight(text, at);
    default:
      return single(text, sign, at);
  }
}

/** “ closes the German „…“ when something stands right before it and nothing right behind. */
function curlyRole(text: string, at: number): Mark['role'] {
  return closesByShape(text, { start: at, end: at + 1 }) ? 'either' : 'open';
}

function opensByShape(text: string, mark: Span): boolean {
  const before = text[mark.start - 1] ?? ' ';
  const after = text[mark.end] ?? ' ';
  return /[\s([{«“'’—–-]/u.test(before) && /[^\s.,;:!?)\]»”]/u.test(after);
}

function closesByShape(text: string, mark: Span): boolean {
  const before = text[mark.start - 1] ?? ' ';
  const after = text[mark.end] ?? ' ';
  return /\S/u.test(before) && /[\s.,;:!?)\]}»”—–-]/u.test(after);
}

function straight(text: string, at: Span): Mark | undefined {
  // Inches and seconds of arc: 15", 12'30".
  if (/\d['’]?$/u.test(text.slice(Math.max(0, at.start - 2), at.start)) && !hasOpenStraight(text, at.start))
    return undefined;
  return { ...at, style: 'straight', role: 'either' };
}

/** Whether an odd number of straight marks stands before, looking back a bounded way. */
function hasOpenStraight(text: string, at: number): boolean {
  const window = text.slice(Math.max(0, at - 400), at);
  return (window.match(/(?<![\d'’])"/gu) ?? []).length % 2 === 1;
}

function single(text: string, sign: string, at: Span): Mark | undefined {
  if (sign === '‘') return { ...at, style: 'single', role: 'open' };
  const before = text[at.start - 1] ?? ' ';
  const after = text[at.end] ?? ' ';
  if (/[\p{L}\p{N}]/u.test(after) && /[\s(«“"]/u.test(before))
    return { ...at, style: 'single', role: 'open' };
  if (/[^\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}.!?…]/u.test(before))
    return { ...at, style: 'single', role: 'close' };
  return undefined;
}

/** Apostrophes outnumber single quotation marks: one is a mark only when its partner is there, with nothing of the kind between. */
function withoutLoneSingles(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let open: Mark | undefined;
  for (const mark of marks) {
    if (mark.style !== 'single') kept.push(mark);
    else if (mark.role === 'open') open = mark;
    else if (open) {
      kept.push(open, mark);
      open = undefined;
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** »Wort« in the German way: when the first guillemet of a block closes and the next opens, all are turned. */
function directReversed(marks: readonly Mark[]): readonly Mark[] {
  const guillemets = marks.filter((mark) => mark.style === 'guillemets');
  const turned =
    guillemets.length >= 2 &&
    guillemets.length % 2 === 0 &&
    guillemets.every((mark, index) => mark.role === (index % 2 === 0 ? 'close' : 'open'));
  if (!turned) return marks;
  return marks.map((mark) =>
    mark.style === 'guillemets' ? { ...mark, role: mark.role === 'open' ? 'close' : 'open' } : mark,
  );
}
