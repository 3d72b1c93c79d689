import { type EntityType, entityTypes } from '../../annotation/types';
import type { ViewEntity } from '../../view/types';
import { type ExportSource, label } from '../exportSource';
import { entityNumbers } from './articleMarkup';
import { element, escapeHtml, startTag } from './escapeHtml';

/** schema.org types. */
const schemaTypes: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  location: 'Place',
  event: 'Event',
  product: 'Product',
};

export function schemaType(type: EntityType): string {
  return schemaTypes[type];
}

/** Who and what is named, by type, each with its names, its roles and links to its places in the text. */
export function entitySection(source: ExportSource): string {
  const { view, say } = source;
  const numbers = entityNumbers(view);
  const named = [...view.entities.values()].filter(({ mentions }) => mentions.length > 0);
  const groups = entityTypes.flatMap((type) => {
    const items = named.filter((entity) => entity.type === type);
    if (items.length === 0) return [];
    return [
      element('h3', {}, escapeHtml(say(label(`export-group-${type}`)))),
      element(
        'ul',
        { class: 'entities' },
        ...items.map((entity) => entityItem(entity, numbers.get(entity.key) ?? 0, source)),
      ),
    ];
  });
  if (groups.length === 0) return '';
  const heading = element('h2', { id: 'entities' }, escapeHtml(say(label('export-entities'))));
  return `\n${element('section', { 'aria-labelledby': 'entities' }, heading, ...groups)}`;
}

function entityItem(entity: ViewEntity, number: number, { view, say, language }: ExportSource): string {
  const { name, type, aliases, roles, wikidata, mentions } = entity;
  const isConfirmed = mentions.some((index) => view.mentions[index]?.status === 'confirmed');
  const words = (property: string, text: string): string =>
    element('bdi', { property, lang: language }, escapeHtml(text));
  const role = [...new Set(roles.filter(({ former }) => !former).map(({ text }) => text))];
  const details = [
    ...(role.length > 0
      ? [role.map((text) => words(type === 'person' ? 'jobTitle' : 'description', text)).join(' · ')]
      : []),
    ...(aliases.length > 0
      ? [
          `${escapeHtml(say(label('export-also')))} ${aliases.map((alias) => words('alternateName', alias)).join(', ')}`,
        ]
      : []),
    ...(isConfirmed ? [] : [escapeHtml(say(label('export-suggested')))]),
  ];
  const links = mentions.map((index, at) =>
    element(
      'a',
      { href: `#m${index}`, 'aria-label': say(label('export-mention', at + 1, name)) },
      String(at + 1),
    ),
  );
  return element(
    'li',
    { id: `e${number}`, property: 'mentions', typeof: schemaType(type), resource: `#e${number}` },
    element('strong', {}, words('name', name)),
    ...(wikidata === undefined
      ? []
      : [startTag('link', { property: 'sameAs', href: `https://www.wikidata.org/entity/${wikidata}` })]),
    ...details.map((detail) => ` · ${detail}`),
    element('span', { class: 'places' }, ' ', links.join(' ')),
  );
}
