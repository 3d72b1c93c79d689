import type { MentionType } from '../../../../src/core/annotation/types';
import { emptyView } from '../../../../src/core/view/articleView';
import type { ArticleView, ViewEntity, ViewMention, ViewQuotation } from '../../../../src/core/view/types';

/**
 * An article written with its annotations: `{p:Diop Abdoulaye Diop}` is a mention of the person with the key Diop, `{p! …}`
 * confirmed, `{p~ …}` confirmed and changed since, `{d= le 24}` a date without an entity, `[Diop+Petit Nous irons]` a quotation of
 * two speakers, `[? …]` one whose speaker is open, `[!Diop …]` confirmed.
 */
export interface MarkedArticle {
  readonly text: string;
  readonly view: ArticleView;
}

const types: Readonly<Record<string, MentionType>> = {
  p: 'person',
  o: 'organization',
  l: 'location',
  d: 'date',
};

const marks =
  /\{(?<type>\w)(?<status>[!~]?)(?:[:](?<entity>\w+))?=? (?<mention>[^}]+)\}|\[(?<confirmed>!?)(?<speakers>[\w+?]+) (?<words>[^\]]+)\]/gu;

export function markedArticle(marked: string): MarkedArticle {
  let text = '';
  let end = 0;
  const mentions: ViewMention[] = [];
  const quotations: ViewQuotation[] = [];
  for (const { index, 0: all, groups = {} } of marked.matchAll(marks)) {
    text += marked.slice(end, index);
    end = index + all.length;
    const words = groups.mention ?? groups.words ?? '';
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    if (groups.mention === undefined)
      quotations.push(quotation(span, groups.speakers ?? '', groups.confirmed === '!'));
    else mentions.push(mention(span, groups));
  }
  text += marked.slice(end);
  return {
    text,
    view: { ...emptyView, mentions, quotations, entities: entitiesOf(mentions, quotations, text) },
  };
}

function mention(
  span: { start: number; end: number },
  groups: Readonly<Record<string, string | undefined>>,
): ViewMention {
  const { type = '', status = '', entity } = groups;
  return {
    kind: 'mention',
    span,
    type: types[type] ?? 'person',
    form: type === 'd' ? 'time' : 'name',
    status: status === '' ? 'suggested' : 'confirmed',
    state: status === '~' ? 'changed' : 'exact',
    why: [],
    ...(entity !== undefined && { entity }),
    ...(type === 'd' && { value: { edtf: '2025-09-24', absolute: true } }),
  };
}

function quotation(
  span: { start: number; end: number },
  speakers: string,
  confirmed: boolean,
): ViewQuotation {
  return {
    kind: 'quotation',
    form: 'direct',
    content: [span],
    marks: [],
    status: confirmed ? 'confirmed' : 'suggested',
    state: 'exact',
    speakers: speakers === '?' ? [] : speakers.split('+'),
    candidates: [],
    why: [],
  };
}

/** Each is named by its first mention. */
function entitiesOf(
  mentions: readonly ViewMention[],
  quotations: readonly ViewQuotation[],
  text: string,
): ReadonlyMap<string, ViewEntity> {
  const entities = new Map<string, ViewEntity>();
  const indices = <T>(items: readonly T[], holds: (item: T) => boolean): readonly number[] =>
    items.flatMap((item, index) => (holds(item) ? [index] : []));
  for (const { entity: key, type, span } of mentions) {
    if (key === undefined || entities.has(key) || type === 'date' || type === 'hour') continue;
    entities.set(key, {
      key,
      type,
      name: text.slice(span.start, span.end),
      aliases: [],
      roles: [],
      mentions: indices(mentions, ({ entity }) => entity === key),
      quotations: indices(quotations, ({ speakers }) => speakers.includes(key)),
    });
  }
  return entities;
}
