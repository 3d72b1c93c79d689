import type { Article } from '../../text/article';
import type { Block, BlockKind } from '../../text/block';
import type { Span } from '../../util/span';
import { inSteps, runSteps, type Steps } from '../../util/steps';
import type { ArticleView, ViewMention, ViewQuotation } from '../../view/types';
import { escapeHtml, startTag } from './escapeHtml';
import { type Marked, nestMarkup } from './nestMarkup';

/** One block of the article as HTML. `span` is in UTF-16 units. */
export interface BlockMarkup {
  readonly span: Span;
  readonly html: string;
}

/** `markupSteps` without a pause. */
export function articleMarkup(article: Article, view: ArticleView): readonly BlockMarkup[] {
  return runSteps(markupSteps(article, view));
}

const blocksPerStep = 8;

/**
 * The article's blocks as HTML elements, names and quotations marked: `m<index>` and `q<index>` are the ids of mentions and
 * quotations by their index in the view, `data-entity` is the number of the entity in the order of the view. What is no prose
 * (front matter, code) is left out. Whatever the article says, nothing but its text comes of it.
 */
export function* markupSteps(article: Article, view: ArticleView): Steps<readonly BlockMarkup[]> {
  const marked = yield* markedSpans(view);
  let next = 0;
  const written: BlockMarkup[] = [];
  for (const [index, paragraph] of paragraphsOf(article.blocks).entries()) {
    if (index % blocksPerStep === 0) yield;
    const { span } = paragraph;
    while (next < marked.length && (marked[next]?.reach ?? 0) <= span.start) next++;
    const here: Marked[] = [];
    for (let i = next; i < marked.length && (marked[i]?.span.start ?? 0) < span.end; i++)
      here.push(marked[i] as Marked);
    written.push({ span, html: paragraphMarkup(article.text, paragraph, here, index === 0) });
  }
  return written;
}

function paragraphMarkup(
  text: string,
  { kind, span, blocks }: Paragraph,
  marked: readonly Marked[],
  isFirst: boolean,
): string {
  const shown = (part: Span): string => escapeHtml(proseOf(text, blocks, part));
  const tag = isFirst && kind === 'headline' ? 'h1' : tags[kind];
  const attributes = {
    'data-start': String(span.start),
    'data-end': String(span.end),
    ...(kind === 'byline' && { class: 'byline' }),
    ...(tag === 'h1' && { property: 'headline' }),
  };
  return `${startTag(tag, attributes)}${nestMarkup(span, marked, shown)}</${tag}>`;
}

const tags: Readonly<Record<BlockKind, string>> = {
  headline: 'h2',
  subheading: 'h2',
  byline: 'p',
  paragraph: 'p',
  listItem: 'p',
};

interface Paragraph {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** The parts of a paragraph that was too long for one block are one again. */
function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const block of blocks) {
    const last = block.continues ? paragraphs.at(-1) : undefined;
    if (last)
      paragraphs[paragraphs.length - 1] = {
        ...last,
        span: { start: last.span.start, end: block.span.end },
        blocks: [...last.blocks, block],
      };
    else paragraphs.push({ kind: block.kind, span: block.span, blocks: [block] });
  }
  return paragraphs;
}

/** A stretch of the article without what the block left out: markup, targets of links. */
function proseOf(text: string, blocks: readonly Block[], part: Span): string {
  let prose = '';
  for (const block of blocks) {
    const start = Math.max(part.start, block.span.start);
    const end = Math.min(part.end, block.span.end);
    for (let i = start; i < end; i++)
      if (text[i] === block.text[i - block.span.start]) prose += text[i] as string;
  }
  return prose;
}

interface Reaching extends Marked {
  /** The furthest end of this one and all before it. */
  readonly reach: number;
}

/** All that is marked, in text order. */
function* markedSpans(view: ArticleView): Steps<readonly Reaching[]> {
  const numbers = entityNumbers(view);
  const quotations = yield* inSteps(view.quotations, quotationSpans);
  const mentions = yield* inSteps(view.mentions, (mention, index) => mentionSpan(mention, index, numbers));
  const all = [...quotations.flat(), ...mentions].sort(
    (a, b) => a.span.start - b.span.start || a.level - b.level,
  );
  yield;
  let reach = 0;
  return yield* inSteps(all, (each) => ({ ...each, reach: (reach = Math.max(reach, each.span.end)) }));
}

/** Numbers of entities from 1, in the order of the view, by their keys. */
export function entityNumbers({ entities }: ArticleView): ReadonlyMap<string, number> {
  return new Map([...entities.keys()].map((key, index) => [key, index + 1]));
}

function quotationSpans(quotation: ViewQuotation, index: number): readonly Marked[] {
  const { content, marks, cue, form, status } = quotation;
  const id = `q${index}`;
  const part = (span: Span, at: number): Marked => ({
    span,
    level: 0,
    open: (isFirst) =>
      startTag('span', {
        class: `quotation ${form} ${status}`,
        id: isFirst && at === 0 ? id : undefined,
        'data-quotation': String(index),
      }),
    close: '</span>',
  });
  return [
    ...content.map(part),
    ...marks.map((span) => simple(span, 'mark', index)),
    ...(cue ? [simple(cue.span, 'cue', index)] : []),
  ];
}

function simple(span: Span, name: string, quotation: number): Marked {
  const open = startTag('span', { class: name, 'data-of': String(quotation) });
  return { span, level: 1, open: () => open, close: '</span>' };
}

function mentionSpan(mention: ViewMention, index: number, numbers: ReadonlyMap<string, number>): Marked {
  const { span, type, status, entity, value } = mention;
  const datetime = value && machineTime(value.edtf);
  const tag = datetime === undefined ? 'span' : 'time';
  const number = entity === undefined ? undefined : numbers.get(entity);
  const open = (isFirst: boolean): string =>
    startTag(tag, {
      class: `mention ${type} ${status}`,
      id: isFirst ? `m${index}` : undefined,
      'data-mention': String(index),
      'data-entity': number === undefined ? undefined : String(number),
      datetime,
    });
  return { span, level: 2, open, close: `</${tag}>` };
}

/** What HTML's `time` element understands of EDTF: a day, a month, a year, an hour; `undefined` for the rest. */
export function machineTime(edtf: string): string | undefined {
  if (/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?$/u.test(edtf)) return edtf;
  return /^T\d{2}:\d{2}$/u.test(edtf) ? edtf.slice(1) : undefined;
}
