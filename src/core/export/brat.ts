import type { Span } from '../util/span';
import type { ViewMention, ViewQuotation } from '../view/types';
import type { ExportFormat, ExportSource } from './exportSource';

/**
 * brat's standoff format (https://brat.nlplab.org/standoff.html), to stand as `NAME.ann` beside the text: text-bound annotations of
 * names, quotations, words of saying and their source, in code points; `SaidBy` and `Cue` relations; `Confirmed` attributes; the
 * entity's name, date value or Wikidata item as notes and references. What reaches over a line end is in pieces, as brat wants it.
 */
export const brat: ExportFormat = { id: 'brat', extension: 'ann', joins: false, write };

function write(source: ExportSource): string {
  const writer = new Writer(source);
  const { mentions, quotations } = source.view;
  const ids = new Map<string, string>();
  for (const mention of mentions) {
    const id = writer.mention(mention);
    if (id !== undefined) ids.set(placeKey(mention.span), id);
  }
  for (const quotation of quotations) writer.quotation(quotation, ids);
  return writer.lines.map((line) => `${line}\n`).join('');
}

function placeKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

class Writer {
  readonly lines: string[] = [];
  readonly #source: ExportSource;
  readonly #counts = new Map<string, number>();

  constructor(source: ExportSource) {
    this.#source = source;
  }

  mention({ span, type, status, entity: key, value }: ViewMention): string | undefined {
    const id = this.#bound(capital(type), [span]);
    if (id === undefined) return undefined;
    this.#confirmed(id, status);
    const entity = key === undefined ? undefined : this.#source.view.entities.get(key);
    const note = entity?.name ?? value?.edtf;
    if (entity?.wikidata !== undefined)
      this.#add('N', `Reference ${id} Wikidata:${entity.wikidata}\t${oneLine(entity.name)}`);
    else if (note !== undefined) this.#add('#', `AnnotatorNotes ${id}\t${oneLine(note)}`);
    return id;
  }

  quotation(quotation: ViewQuotation, mentions: ReadonlyMap<string, string>): void {
    const id = this.#bound(`Quotation-${quotation.form}`, quotation.content);
    if (id === undefined) return;
    this.#confirmed(id, quotation.status);
    const cue = quotation.cue && this.#bound('Cue', [quotation.cue.span]);
    if (cue !== undefined) this.#add('R', `Cue Arg1:${id} Arg2:${cue}`);
    const { source } = quotation;
    const speaker = source && (mentions.get(placeKey(source)) ?? this.#bound('Source', [source]));
    if (speaker !== undefined) this.#add('R', `SaidBy Arg1:${id} Arg2:${speaker}`);
  }

  /** Gives the id; `undefined` where there are no words. */
  #bound(type: string, spans: readonly Span[]): string | undefined {
    const { text, toCodePoint } = this.#source.article;
    const pieces = spans.flatMap((span) => withoutLineEnds(text, span));
    if (pieces.length === 0) return undefined;
    const offsets = pieces.map(({ start, end }) => `${toCodePoint(start)} ${toCodePoint(end)}`).join(';');
    const words = pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
    return this.#add('T', `${type} ${offsets}\t${words}`);
  }

  #confirmed(id: string, status: 'suggested' | 'confirmed'): void {
    if (status === 'confirmed') this.#add('A', `Confirmed ${id}`);
  }

  #add(letter: string, rest: string): string {
    const number = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, number);
    this.lines.push(`${letter}${number}\t${rest}`);
    return `${letter}${number}`;
  }
}

function withoutLineEnds(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/[^\r\n\u2028\u2029\t]+/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
