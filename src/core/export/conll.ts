import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';
import type { Block } from '../text/block';
import { shift, type Span } from '../util/span';
import { createSpanIndex, type SpanIndex } from '../view/spanIndex';
import type { ViewMention } from '../view/types';
import type { ExportFormat, ExportSource } from './exportSource';

/**
 * Columns by tabs as in CoNLL-2003, a token a line, a blank line behind each sentence: the token, the BIO label of the outermost name,
 * date or hour (`B-PER`), and `B-QUOTE`, `I-QUOTE` or `O` for the words of quotations.
 */
export const conll: ExportFormat = { id: 'conll', extension: 'conll', joins: true, write };

const labels: Readonly<Record<ViewMention['type'], string>> = {
  person: 'PER',
  organization: 'ORG',
  location: 'LOC',
  event: 'EVENT',
  product: 'PRODUCT',
  date: 'DATE',
  hour: 'TIME',
};

interface Labelled {
  readonly span: Span;
  readonly label: string;
}

function write({ article, view }: ExportSource): string {
  const names = outermost(view.mentions.filter(isName)).map(({ span, type }) => ({
    span,
    label: labels[type],
  }));
  const quoted = view.quotations.flatMap(({ content }) => content.map((span) => ({ span, label: 'QUOTE' })));
  const columns = [names, quoted].map((spans) => createSpanIndex<Labelled>(spans, ({ span }) => span));
  const sentences = article.blocks.flatMap((block) => sentencesOf(block));
  return sentences.map((tokens) => `${linesOf(tokens, article.text, columns)}\n`).join('');
}

function linesOf(tokens: readonly Span[], text: string, columns: readonly SpanIndex<Labelled>[]): string {
  const last = columns.map((): Labelled | undefined => undefined);
  return tokens
    .map((token) => {
      const bio = columns.map((column, i) => {
        const here = column.overlapping(token)[0];
        const isGoingOn = here !== undefined && here === last[i];
        last[i] = here;
        return here ? `${isGoingOn ? 'I' : 'B'}-${here.label}` : 'O';
      });
      return `${[text.slice(token.start, token.end), ...bio].join('\t')}\n`;
    })
    .join('');
}

function sentencesOf(block: Block): readonly (readonly Span[])[] {
  const tokens = tokenize(block.text);
  return splitSentences(tokens).map(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => {
      const index = start + i;
      return shift(
        { start: tokens.starts[index] as number, end: tokens.ends[index] as number },
        block.span.start,
      );
    }),
  );
}

function isName({ form, span }: ViewMention): boolean {
  return !['role', 'pronoun', 'common'].includes(form) && span.end > span.start;
}

function outermost(mentions: readonly ViewMention[]): readonly ViewMention[] {
  let end = -1;
  return mentions.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
