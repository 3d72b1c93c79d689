import type { AnnotationRecord, EntityRecord, QuotationRecord } from '../annotation/record';
import type { EntityType } from '../annotation/types';

/** Someone or something that an article's sidecar names, by decisions alone. */
export interface EntitySummary {
  readonly type: EntityType;
  readonly name: string;
  /** Id of its entry in the register. */
  readonly register?: string;
  readonly wikidata?: string;
  /** Confirmed mentions. */
  readonly mentions: number;
  /** Confirmed quotations of which it is a speaker. */
  readonly quotations: number;
  /** The words of the first few of them, cut. */
  readonly said: readonly string[];
}

const mostSaid = 3;
const longestSaid = 160;

/** Entities of which nothing is confirmed are left out. */
export function summarizeEntities(
  annotations: readonly AnnotationRecord[],
  entities: readonly EntityRecord[],
): readonly EntitySummary[] {
  const ids = new Map(
    entities.flatMap(({ id, formerIds = [] }) => [...formerIds, id].map((each) => [each, id])),
  );
  const mentions = new Map<string, number>();
  const quotations = new Map<string, QuotationRecord[]>();
  for (const record of annotations) {
    if (record.status !== 'confirmed') continue;
    const named =
      record.kind === 'mention' && record.entity !== undefined ? ids.get(record.entity) : undefined;
    if (named !== undefined) mentions.set(named, (mentions.get(named) ?? 0) + 1);
    for (const speaker of record.kind === 'quotation' ? record.speakers : []) {
      const id = ids.get(speaker);
      if (id === undefined || record.kind !== 'quotation') continue;
      const list = quotations.get(id);
      if (list) list.push(record);
      else quotations.set(id, [record]);
    }
  }
  return entities.flatMap((entity) => {
    const [named, spoken] = [mentions.get(entity.id) ?? 0, quotations.get(entity.id) ?? []];
    return named + spoken.length > 0 ? [summaryOf(entity, named, spoken)] : [];
  });
}

function summaryOf(
  { type, name, register, wikidata }: EntityRecord,
  mentions: number,
  spoken: readonly QuotationRecord[],
): EntitySummary {
  return {
    type,
    name,
    mentions,
    quotations: spoken.length,
    said: spoken.slice(0, mostSaid).map(wordsOf),
    ...(register !== undefined && { register }),
    ...(wikidata !== undefined && { wikidata }),
  };
}

function wordsOf({ content }: QuotationRecord): string {
  const words = content
    .map(({ exact }) => exact)
    .join(' […] ')
    .replace(/\s+/gu, ' ')
    .trim();
  return words.length > longestSaid ? `${words.slice(0, longestSaid).replace(/\s+\S*$/u, '')}…` : words;
}
