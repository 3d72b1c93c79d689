import type { ViewQuotation } from '../../view/types';
import { type ExportSource, label } from '../exportSource';
import { entityNumbers } from './articleMarkup';
import { schemaType } from './entitySection';
import { element, escapeHtml } from './escapeHtml';

/** Who says what: each quotation's words, who says them and by which words of saying, with a link to its place. */
export function quotationSection(source: ExportSource): string {
  const { view, say } = source;
  const items = view.quotations.map((quotation, index) => quotationItem(quotation, index, source));
  if (items.length === 0) return '';
  const heading = element('h2', { id: 'quotations' }, escapeHtml(say(label('export-quotations'))));
  return `\n${element('section', { 'aria-labelledby': 'quotations' }, heading, element('ol', { class: 'quotations' }, ...items))}\n`;
}

function quotationItem(quotation: ViewQuotation, index: number, source: ExportSource): string {
  const { article, language, say, view } = source;
  const words = quotation.content
    .map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, ' ').trim())
    .join(' […] ');
  const speakers = speakersOf(quotation, source);
  const facts = [
    say(label(`export-form-${quotation.form}`)),
    ...(quotation.status === 'confirmed' ? [] : [say(label('export-suggested'))]),
    ...(speakers.length === 0 ? [say(label('export-no-speaker'))] : []),
  ].map(escapeHtml);
  const number = view.quotations.indexOf(quotation) + 1;
  const link = element(
    'a',
    { href: `#q${index}`, 'aria-label': say(label('export-go-to-quotation', number)) },
    escapeHtml(say(label('export-in-text'))),
  );
  return element(
    'li',
    { id: `quotation-${number}`, property: 'hasPart', typeof: 'Quotation', resource: `#quotation-${number}` },
    element('blockquote', { lang: language, property: 'text' }, escapeHtml(words)),
    element('p', {}, [...speakers, ...facts, link].join(' · ')),
  );
}

function speakersOf({ speakers }: ViewQuotation, { view, language }: ExportSource): readonly string[] {
  const numbers = entityNumbers(view);
  return speakers.flatMap((key) => {
    const entity = view.entities.get(key);
    if (!entity) return [];
    const id = `#e${numbers.get(key) ?? 0}`;
    const name = element('bdi', { property: 'name', lang: language }, escapeHtml(entity.name));
    // A speaker whom no mention names is in no list to go to.
    const shown = entity.mentions.length > 0 ? element('a', { href: id }, name) : name;
    return [
      element(
        'span',
        { property: 'spokenByCharacter creator', typeof: schemaType(entity.type), resource: id },
        shown,
      ),
    ];
  });
}
