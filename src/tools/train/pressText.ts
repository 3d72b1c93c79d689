import { markPairs, type MarkPair } from './markPairs';
import { readMarkup, type Markup, type MarkupProblem, type MarkupSpan } from './pressMarkup';

/**
 * Reads one annotated press text (see press/README.md): a header of `name: value` lines, `---`, the marked-up body, `---`,
 * one line a quotation. All spans are UTF-16, half-open, into `text`; offsets of problems are UTF-16 into `source`.
 * What cannot be read is a coded problem; the rest is still given.
 */
export function parsePressText(source: string): PressText {
  const parts = splitSource(source);
  const markup = readMarkup(parts.body);
  const lines = readQuotationLines(parts.tail, parts.tailOffset);
  const quotations = lines.values.map((line) => assemble(line, markup));
  const notQuotations = markup.spans
    .filter((span) => span.why !== undefined)
    .map((span) => ({ ...piece(markup.text, span), why: span.why ?? 'other' }));
  const shift = (problem: { code: PressProblemCode; offset: number; detail: string }): PressProblem => ({
    ...problem,
    offset: problem.offset + parts.bodyOffset,
  });
  return {
    text: markup.text,
    genre: headerValue(parts.header, 'genre'),
    date: headerValue(parts.header, 'date'),
    entities: entitiesOf(markup),
    quotations,
    notQuotations,
    problems: [
      ...parts.problems,
      ...markup.problems.map(shift),
      ...spanProblems(markup, lines.values).map(shift),
      ...markProblems(markup, quotations, notQuotations).map((problem) =>
        shift({ ...problem, offset: markup.offsets[problem.offset] ?? parts.body.length }),
      ),
      ...lines.problems,
      ...lines.values.flatMap((line) => lineProblems(line, markup)),
    ].sort((a, b) => a.offset - b.offset),
  };
}

export interface PressText {
  readonly text: string;
  readonly genre: string | undefined;
  readonly date: string | undefined;
  readonly entities: readonly PressEntity[];
  readonly quotations: readonly PressQuotation[];
  readonly notQuotations: readonly (PressPiece & { readonly why: string })[];
  readonly problems: readonly PressProblem[];
}

export interface PressPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type PressEntityType = 'person' | 'location' | 'organization' | 'event' | 'product' | 'date' | 'hour';

export interface PressEntity extends PressPiece {
  readonly type: PressEntityType;
}

export interface PressQuotation {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly content: readonly PressPiece[];
  readonly cue: PressPiece | null;
  readonly speaker: PressPiece | null;
  readonly speakerName: string | null;
  readonly speakerKind: 'name' | 'role' | 'pronoun' | 'organization' | 'none';
}

export type PressProblemCode =
  | MarkupProblem['code']
  | 'missing-part'
  | 'missing-header'
  | 'unreadable-line'
  | 'quotation-without-line'
  | 'line-without-quotation'
  | 'repeated-line'
  | 'repeated-cue'
  | 'repeated-speaker'
  | 'speaker-kind'
  | 'speaker-name'
  | 'uncovered-marks'
  | 'marks-in-content'
  | 'unmarked-content'
  | 'marked-indirect'
  | 'conjunction-in-content'
  | 'article-in-entity'
  | 'title-in-person'
  | 'nested-entity';

export interface PressProblem {
  readonly code: PressProblemCode;
  readonly offset: number;
  readonly detail: string;
}

interface QuotationLine {
  readonly id: string;
  readonly kind: PressQuotation['kind'];
  readonly speakerName: string | null;
  readonly speakerKind: PressQuotation['speakerKind'];
  readonly offset: number;
}

const entityTypes: ReadonlyMap<string, PressEntityType> = new Map([
  ['per', 'person'],
  ['loc', 'location'],
  ['org', 'organization'],
  ['event', 'event'],
  ['product', 'product'],
  ['date', 'date'],
  ['hour', 'hour'],
]);

function splitSource(source: string) {
  const rules = [...source.matchAll(/^---$/gm)].map((match) => match.index);
  const first = rules[0] ?? 0;
  const last = rules.at(-1) ?? source.length;
  const problems: PressProblem[] = [];
  if (rules.length < 2) problems.push({ code: 'missing-part', offset: 0, detail: '---' });
  const header = source.slice(0, first);
  for (const name of ['genre', 'date'])
    if (!headerValue(header, name)) problems.push({ code: 'missing-header', offset: 0, detail: name });
  const bodyOffset = Math.min(first + 4, source.length);
  const bodyEnd = rules.length < 2 ? source.length : last - 1;
  const tailOffset = rules.length < 2 ? source.length : Math.min(last + 4, source.length);
  return {
    header,
    body: source.slice(bodyOffset, bodyEnd),
    bodyOffset,
    tail: source.slice(tailOffset),
    tailOffset,
    problems,
  };
}

function headerValue(header: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(\\S.*)$`, 'm').exec(header)?.[1]?.trim();
}

const quotationLine =
  /^(q\d+) (direct|mixed|indirect) speaker=(.+?) kind=(name|role|pronoun|organization|none)$/;

function readQuotationLines(
  tail: string,
  tailOffset: number,
): { values: QuotationLine[]; problems: PressProblem[] } {
  const values: QuotationLine[] = [];
  const problems: PressProblem[] = [];
  let offset = tailOffset;
  for (const line of tail.split('\n')) {
    const value = quotationLineOf(line, offset);
    if (value && values.some((other) => other.id === value.id))
      problems.push({ code: 'repeated-line', offset, detail: value.id });
    else if (value) values.push(value);
    else if (line.trim() !== '') problems.push({ code: 'unreadable-line', offset, detail: line });
    offset += line.length + 1;
  }
  return { values, problems };
}

function quotationLineOf(line: string, offset: number): QuotationLine | undefined {
  const match = quotationLine.exec(line.trimEnd());
  if (!match) return undefined;
  const [, id = '', kind, name = '-', speakerKind] = match;
  return {
    id,
    kind: kind as QuotationLine['kind'],
    speakerName: name === '-' ? null : name,
    speakerKind: speakerKind as QuotationLine['speakerKind'],
    offset,
  };
}

function assemble(line: QuotationLine, markup: Markup): PressQuotation {
  const number = line.id.slice(1);
  const labelled = (label: string) =>
    markup.spans.filter((span) => span.labels.includes(label)).map((span) => piece(markup.text, span));
  return {
    kind: line.kind,
    content: labelled(`q${number}`),
    cue: labelled(`c${number}`)[0] ?? null,
    speaker: labelled(`s${number}`)[0] ?? null,
    speakerName: line.speakerName,
    speakerKind: line.speakerKind,
  };
}

function piece(text: string, { start, end }: { start: number; end: number }): PressPiece {
  return { start, end, text: text.slice(start, end) };
}

function entitiesOf(markup: Markup): PressEntity[] {
  return markup.spans.flatMap((span) => {
    const type = entityTypes.get(span.labels[0] ?? '');
    return type ? [{ type, ...piece(markup.text, span) }] : [];
  });
}

type BodyProblem = { code: PressProblemCode; offset: number; detail: string };

function spanProblems(markup: Markup, lines: readonly QuotationLine[]): BodyProblem[] {
  const known = new Set(lines.map((line) => line.id.slice(1)));
  const missing = markup.spans.flatMap((span) =>
    span.labels
      .filter((label) => /^[qcs]\d+$/.test(label) && !known.has(label.slice(1)))
      .map((label): BodyProblem => ({ code: 'quotation-without-line', offset: span.offset, detail: label })),
  );
  return [
    ...missing,
    ...repeated(markup, 'c', 'repeated-cue'),
    ...repeated(markup, 's', 'repeated-speaker'),
    ...entityProblems(markup),
  ];
}

function repeated(markup: Markup, letter: string, code: PressProblemCode): BodyProblem[] {
  const seen = new Set<string>();
  return markup.spans.flatMap((span) =>
    span.labels
      .filter((label) => label.startsWith(letter) && /\d$/.test(label))
      .flatMap((label): BodyProblem[] => {
        if (seen.has(label)) return [{ code, offset: span.offset, detail: label }];
        seen.add(label);
        return [];
      }),
  );
}

/** WiNER-fr leaves articles and titles outside the name and the references score outermost names only. */
function entityProblems(markup: Markup): BodyProblem[] {
  const problems: BodyProblem[] = [];
  let outer: MarkupSpan | undefined;
  for (const span of markup.spans.filter((candidate) => entityTypes.has(candidate.labels[0] ?? ''))) {
    const text = markup.text.slice(span.start, span.end);
    if (outer && span.start < outer.end)
      problems.push({ code: 'nested-entity', offset: span.offset, detail: text });
    if (/^(?:les? |la |l['’]|du |des |un |une )/.test(text))
      problems.push({ code: 'article-in-entity', offset: span.offset, detail: text });
    if (
      span.labels[0] === 'per' &&
      /^(?:M\. |Mme|MM\. |Mlle|Me |Mgr|Dr |Pr |Maître |président|ministre)/.test(text)
    )
      problems.push({ code: 'title-in-person', offset: span.offset, detail: text });
    if (!outer || span.end > outer.end) outer = span;
  }
  return problems;
}

/** Problems whose offset is into the text without tags. */
function markProblems(
  markup: Markup,
  quotations: readonly PressQuotation[],
  notQuotations: readonly PressPiece[],
): BodyProblem[] {
  const pairs = markPairs(markup.text);
  const marked = [...quotations.flatMap((quotation) => quotation.content), ...notQuotations];
  const uncovered = pairs
    .filter((pair) => !marked.some((span) => span.start < pair.end && pair.start < span.end))
    .map((pair): BodyProblem => ({
      code: 'uncovered-marks',
      offset: pair.start,
      detail: markup.text.slice(pair.start, pair.end),
    }));
  const contents = quotations.flatMap((quotation) =>
    quotation.content.flatMap((content) => contentProblem(quotation, content, pairs, markup.text)),
  );
  return [...uncovered, ...contents];
}

function contentProblem(
  quotation: PressQuotation,
  content: PressPiece,
  pairs: readonly MarkPair[],
  text: string,
): BodyProblem[] {
  const problem = (code: PressProblemCode): BodyProblem[] => [
    { code, offset: content.start, detail: content.text },
  ];
  const around = pairs.find(
    (pair) => pair.whole && pair.start === content.start + 1 && pair.end === content.end - 1,
  );
  if (around) return problem('marks-in-content');
  const inside = pairs.some((pair) => pair.start <= content.start && content.end <= pair.end);
  if (quotation.kind !== 'indirect')
    return inside || inDialogue(text, quotation.content[0]?.start ?? content.start)
      ? []
      : problem('unmarked-content');
  if (/^(?:que |qu['’]|(?:de |d['’])(?:ne pas )?\p{Ll}+(?:er|ir|re) )/u.test(content.text))
    return problem('conjunction-in-content');
  const filled = pairs.some(
    (pair) =>
      text.slice(pair.start, content.start).trim() === '' &&
      pair.start <= content.start &&
      content.end <= pair.end &&
      text.slice(content.end, pair.end).trim() === '',
  );
  return filled ? problem('marked-indirect') : [];
}

/** An answer of an interview: its line opens with a dash or the speaker's label, or the answer is the line. */
function inDialogue(text: string, at: number): boolean {
  const lead = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return lead.trim() === '' || /^[—–-]|^[\p{L}\s.’'-]{1,40}[:.]\s*[—–-]?\s*$/u.test(lead);
}

function lineProblems(line: QuotationLine, markup: Markup): PressProblem[] {
  const has = (letter: string) =>
    markup.spans.some((span) => span.labels.includes(letter + line.id.slice(1)));
  const problem = (code: PressProblemCode, detail: string): PressProblem[] => [
    { code, offset: line.offset, detail },
  ];
  return [
    ...(has('q') ? [] : problem('line-without-quotation', line.id)),
    ...(has('s') === (line.speakerKind !== 'none') ? [] : problem('speaker-kind', line.speakerKind)),
    ...(line.speakerName === null || isNamed(plain(markup.text), plain(line.speakerName))
      ? []
      : problem('speaker-name', line.speakerName)),
  ];
}

/** Whether the text holds the name, or each of those joined by "et". */
function isNamed(text: string, name: string): boolean {
  return text.includes(name) || name.split(' et ').every((part) => text.includes(part));
}

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f\s]+/g, ' ').replace(/’/g, "'");
}
