import { type MentionType, mentionTypes } from '../../annotation/types';
import type { ArticleView } from '../../view/types';
import { type ExportFormat, type ExportSource, label } from '../exportSource';
import { articleMarkup } from './articleMarkup';
import { entitySection } from './entitySection';
import { element, escapeHtml, startTag } from './escapeHtml';
import { quotationSection } from './quotationSection';
import { htmlStyle } from './style';

/**
 * One page that needs nothing else: no script, no picture, no address but those of its own places and of Wikidata. The article
 * comes first, then who is named and who says what, as schema.org data in RDFa Lite.
 */
export const html: ExportFormat = { id: 'html', extension: 'html', joins: false, write: htmlDocument };

export function htmlDocument(source: ExportSource): string {
  const { article, view, language, uiLanguage, say } = source;
  const blocks = articleMarkup(article, view);
  const hasHeadline = blocks[0]?.html.startsWith('<h1') === true;
  const title = hasHeadline ? article.text.slice(blocks[0]?.span.start, blocks[0]?.span.end) : source.file;
  const [headline, body] = hasHeadline ? [blocks.slice(0, 1), blocks.slice(1)] : [[], blocks];
  const fallback = hasHeadline ? '' : element('h1', { property: 'headline' }, escapeHtml(source.file));
  const date = view.date && startTag('meta', { property: 'datePublished', content: view.date.iso });
  const head = [
    '<meta charset="utf-8">',
    // Whatever an article says, nothing of it can run or be fetched.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Verbatim">',
    element('title', {}, escapeHtml(title.replace(/\s+/gu, ' ').trim())),
    `<style>${htmlStyle}</style>`,
  ];
  const main = element(
    'article',
    { vocab: 'https://schema.org/', typeof: 'NewsArticle', resource: '#article', id: 'article' },
    date ?? '',
    startTag('meta', { property: 'inLanguage', content: language }),
    element('div', { lang: language }, fallback, ...headline.map((block) => block.html)),
    '\n',
    legend(view, source),
    '\n',
    element(
      'div',
      { lang: language, property: 'articleBody', class: 'body' },
      ...body.flatMap((block) => [block.html, '\n']),
    ),
    entitySection(source),
    quotationSection(source),
  );
  return [
    '<!DOCTYPE html>',
    startTag('html', { lang: uiLanguage }),
    element('head', {}, '\n', ...head.flatMap((each) => [each, '\n'])),
    element(
      'body',
      {},
      '\n',
      element('main', {}, main),
      '\n',
      element('footer', {}, footer(view, say)),
      '\n',
    ),
    '</html>',
    '',
  ].join('\n');
}

/** What the lines and backgrounds mean; only what there is. */
function legend({ mentions, quotations }: ArticleView, { say }: ExportSource): string {
  const used = new Set<MentionType>(mentions.map(({ type }) => type));
  const types = mentionTypes.filter((type) => used.has(type));
  const items = [
    ...types.map((type) =>
      element('span', { class: `mention ${type} suggested` }, escapeHtml(say(label(`export-type-${type}`)))),
    ),
    ...(quotations.length > 0
      ? [element('span', { class: 'quotation direct suggested' }, escapeHtml(say(label('export-quotation'))))]
      : []),
  ];
  if (items.length === 0) return '';
  const confirmed = element(
    'span',
    { class: 'mention person confirmed' },
    escapeHtml(say(label('export-confirmed'))),
  );
  const list = [...items, confirmed].map((item) => element('li', {}, item));
  return element('ul', { class: 'legend', 'aria-label': say(label('export-legend')) }, ...list);
}

function footer({ mentions, quotations }: ArticleView, say: ExportSource['say']): string {
  const all = [...mentions, ...quotations];
  const confirmed = all.filter(({ status }) => status === 'confirmed').length;
  return element('p', {}, escapeHtml(say(label('export-footer', confirmed, all.length - confirmed))));
}
