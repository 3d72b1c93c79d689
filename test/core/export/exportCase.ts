import type { Label } from '../../../src/core/export/exportSource';
import type { ExportSource } from '../../../src/core/export/exportSource';
import { createArticle } from '../../../src/core/text/article';
import type { ArticleFormat } from '../../../src/core/text/block';
import type { Span } from '../../../src/core/util/span';
import { emptyView } from '../../../src/core/view/articleView';
import type { ArticleView, ViewEntity, ViewMention, ViewQuotation } from '../../../src/core/view/types';

/** What an export is made from in tests. `say` gives codes with their arguments. */
export function sourceOf(text: string, view: ArticleView, format: ArticleFormat = 'plain'): ExportSource {
  const say = ({ code, args }: Label): string => [code, ...args].join(' ');
  return {
    file: 'a.article',
    article: createArticle(text, format),
    view,
    language: 'fr',
    uiLanguage: 'en',
    say,
  };
}

export function viewOf(
  mentions: readonly ViewMention[],
  quotations: readonly ViewQuotation[] = [],
  entities: readonly ViewEntity[] = [],
): ArticleView {
  return { ...emptyView, mentions, quotations, entities: new Map(entities.map((each) => [each.key, each])) };
}

export function mentionAt(span: Span, fields: Partial<ViewMention> = {}): ViewMention {
  return {
    kind: 'mention',
    span,
    type: 'person',
    form: 'name',
    status: 'suggested',
    state: 'exact',
    why: [],
    ...fields,
  };
}

export function quotationAt(content: readonly Span[], fields: Partial<ViewQuotation> = {}): ViewQuotation {
  return {
    kind: 'quotation',
    form: 'direct',
    content,
    marks: [],
    speakers: [],
    candidates: [],
    status: 'suggested',
    state: 'exact',
    why: [],
    ...fields,
  };
}

export function spanOf(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
}

/** An article with a person who speaks, a date and a country. */
export const text = `Le maire parle

LILLE, 24 septembre 2025 – « Nous irons au <Mali> 👍 », a dit Marc Delaunay & fils.
`;

export const view = viewOf(
  [
    mentionAt(spanOf(text, '24 septembre 2025'), {
      type: 'date',
      form: 'time',
      value: { edtf: '2025-09-24', absolute: true },
    }),
    mentionAt(spanOf(text, 'Mali'), { type: 'location', entity: 'ml', status: 'confirmed', by: 'Ana' }),
    mentionAt(spanOf(text, 'Marc Delaunay'), { entity: 'md' }),
  ],
  [
    quotationAt([spanOf(text, 'Nous irons au <Mali> 👍')], {
      marks: [spanOf(text, '«'), spanOf(text, '»')],
      cue: { span: spanOf(text, 'a dit'), tone: 'neutral', lemma: 'dire' },
      source: spanOf(text, 'Marc Delaunay'),
      speakers: ['md'],
    }),
  ],
  [
    {
      key: 'ml',
      type: 'location',
      name: 'Mali',
      aliases: [],
      roles: [],
      mentions: [1],
      quotations: [],
      wikidata: 'Q912',
    },
    {
      key: 'md',
      type: 'person',
      name: 'Marc Delaunay',
      aliases: ['M. "Del"'],
      roles: [{ span: { start: 0, end: 1 }, text: 'maire', former: false }],
      mentions: [2],
      quotations: [0],
    },
  ],
);
