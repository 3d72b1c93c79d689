import { createDescriber, type Describer } from '../../anchoring/describe';
import { makeEntityId, makeId } from '../../annotation/id';
import type { AnnotationRecord, EntityRecord, QuotationRecord } from '../../annotation/record';
import { isEntityType, type MentionType, type Status } from '../../annotation/types';
import type { SidecarChange } from '../../sidecar/editSidecar';
import type { Span } from '../../util/span';
import { allPlaced, spansOf } from '../placed';
import { hull } from '../quotations';
import type { ViewMention, ViewQuotation } from '../types';
import type { DecisionSources } from './decision';

/** Changes in the making, with the entities that they bring along. */
export class Draft {
  readonly #sources: DecisionSources;
  readonly #describer: Describer;
  readonly #records: ReadonlyMap<string, AnnotationRecord>;
  readonly #entities: SidecarChange[] = [];
  readonly #updates: SidecarChange[] = [];
  readonly #additions: { readonly start: number; readonly record: AnnotationRecord }[] = [];
  /** Ids of the entities made here, by type and key. */
  readonly #made = new Map<string, string>();
  /** Ids of the mentions' records made here, by place. */
  readonly #mentions = new Map<string, string>();
  /** Ids of the entities' records that get their entry of the register here. */
  readonly #linked = new Set<string>();
  readonly #byPlace: ReadonlyMap<string, ViewMention>;
  /** Ids of the records that have a place, by kind and place. */
  readonly #placedAt: ReadonlyMap<string, string>;
  /** Starts of all placed records and new ones, ascending. */
  readonly #order: { readonly start: number; readonly id: string }[];

  constructor(sources: DecisionSources) {
    this.#sources = sources;
    this.#describer = createDescriber(sources.text);
    this.#records = new Map(sources.records.map((record) => [record.id, record]));
    this.#byPlace = new Map(sources.view.mentions.map((mention) => [placeKey(mention.span), mention]));
    this.#placedAt = new Map(
      allPlaced(sources.placed).map((each) => [
        `${each.record.kind} ${placeKey(hull(spansOf(each) ?? []))}`,
        each.record.id,
      ]),
    );
    this.#order = allPlaced(sources.placed)
      .flatMap((placed) => ({ start: spansOf(placed)?.[0]?.start ?? -1, id: placed.record.id }))
      .filter(({ start }) => start >= 0)
      .sort((a, b) => a.start - b.start);
  }

  /** Each new record stands behind its nearest predecessor in the text, which may be a new one itself. */
  finish(): readonly SidecarChange[] {
    const added = this.#additions
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, record }): SidecarChange => {
        const after = this.#insert(start, record.id);
        return { kind: 'addAnnotation', record, ...(after !== undefined && { after }) };
      });
    return [...this.#entities, ...this.#updates, ...added];
  }

  /** Gives the id of the mention's record. */
  mention(mention: ViewMention, status: Status): string {
    if (status === 'confirmed') this.#linkRegister(mention.entity);
    const known =
      this.#mentions.get(placeKey(mention.span)) ?? this.#restate(this.#recordOf(mention), status);
    if (known !== undefined) return known;
    const entity = status === 'rejected' ? undefined : this.#entity(mention.entity, mention.type, status);
    const id = makeId(this.#sources.random);
    this.#mentions.set(placeKey(mention.span), id);
    this.#add(mention.span, {
      id,
      kind: 'mention',
      type: mention.type,
      selector: this.#describer.describe(mention.span),
      ...(entity !== undefined && { entity }),
      ...(mention.value && status !== 'rejected' && { value: mention.value.edtf }),
      ...standing(mention, status),
    });
    return id;
  }

  quotation(quotation: ViewQuotation, status: Status): void {
    const first = quotation.content[0];
    if (!first || this.#restate(this.#recordOf(quotation), status) !== undefined) return;
    const isRejected = status === 'rejected';
    const source = isRejected ? undefined : this.#source(quotation, status);
    if (status === 'confirmed') quotation.speakers.forEach((key) => this.#linkRegister(key));
    const speakers = isRejected
      ? []
      : quotation.speakers.flatMap((key) => this.#entity(key, undefined, status) ?? []);
    const { cue } = quotation;
    const words = cue && this.#describer.describe(cue.span).exact;
    const record: QuotationRecord = {
      id: makeId(this.#sources.random),
      kind: 'quotation',
      form: quotation.form,
      content: quotation.content.map((part) => this.#describer.describe(part)),
      ...(words !== undefined && !isRejected && { cue: { exact: words } }),
      ...(source !== undefined && { source }),
      speakers,
      ...standing(quotation, status),
    };
    this.#add(first, record);
  }

  correct(mention: ViewMention, type: MentionType): void {
    if (mention.type === type) return void this.mention(mention, 'confirmed');
    this.#rename(mention, type, this.#entity(mention.entity, type, 'confirmed', this.#words(mention.span)));
  }

  /** It names the entity with this id and type: confirmed as that, with the type that was corrected. */
  link(mention: ViewMention, { id, type }: EntityRecord): void {
    this.#rename(mention, type, id);
  }

  #rename(mention: ViewMention, type: MentionType, entity: string | undefined): void {
    const fields = {
      type,
      status: 'confirmed',
      ...(entity !== undefined && { entity }),
      ...(mention.type !== type && { replaces: { type: mention.type } }),
    } as const;
    const record = this.#records.get(this.#recordOf(mention) ?? '');
    if (record?.kind === 'mention') {
      const { entity: _entity, value, scope: _scope, ...kept } = record;
      const hasValue = value !== undefined && mention.type === type;
      this.#updates.push({
        kind: 'update',
        record: { ...kept, ...(hasValue && { value }), ...fields },
      });
      return;
    }
    const id = makeId(this.#sources.random);
    this.#mentions.set(placeKey(mention.span), id);
    const selector = this.#describer.describe(mention.span);
    this.#add(mention.span, { id, kind: 'mention', selector, ...fields });
  }

  /** Also of what was decided a moment ago, and is not part of the view that the decision was made on. */
  #recordOf(item: ViewMention | ViewQuotation): string | undefined {
    const place = item.kind === 'mention' ? item.span : hull(item.content);
    return item.record ?? this.#placedAt.get(`${item.kind} ${placeKey(place)}`);
  }

  /** Changes the status of a record that there is. `undefined` when there is none. */
  #restate(id: string | undefined, status: Status): string | undefined {
    const record = id === undefined ? undefined : this.#records.get(id);
    if (!record) return undefined;
    if (record.status !== status && status !== 'suggested') {
      const { scope: _scope, ...kept } = record;
      const restated = { ...kept, status, ...(status === 'rejected' && { scope: 'span' as const }) };
      this.#updates.push({ kind: 'update', record: restated });
    }
    return record.id;
  }

  /** The record of the mention that speaks: whoever confirms a quotation confirms it too. */
  #source({ source, speakers }: ViewQuotation, status: Status): string | undefined {
    const mention = source && this.#byPlace.get(placeKey(source));
    if (!mention || (mention.entity !== undefined && !speakers.includes(mention.entity))) return undefined;
    return this.mention(mention, status);
  }

  /** Takes in an entity that the decision makes or changes. */
  entity(change: SidecarChange): void {
    this.#entities.push(change);
  }

  /** Takes in a change of a record that there is. */
  update(change: SidecarChange): void {
    this.#updates.push(change);
  }

  /** The id of the entity's record, which is made when there is none of that type. `words` name one that the view has not. */
  #entity(
    key: string | undefined,
    type: MentionType | undefined,
    status: Status,
    words?: string,
  ): string | undefined {
    const known = key === undefined ? undefined : this.#sources.view.entities.get(key);
    const wanted = type ?? known?.type;
    if (wanted === undefined || !isEntityType(wanted)) return undefined;
    if (known?.record !== undefined && known.type === wanted) return known.record;
    const name = known?.name ?? words;
    if (name === undefined) return undefined;
    const made = this.#made.get(`${wanted} ${key ?? name}`);
    if (made !== undefined) return made;
    const entry = status === 'confirmed' && known?.type === wanted ? known.register?.entity.id : undefined;
    const record: EntityRecord = {
      id: makeEntityId(name, this.#sources.random),
      type: wanted,
      name,
      ...(entry !== undefined && { register: entry }),
    };
    this.#made.set(`${wanted} ${key ?? name}`, record.id);
    this.#entities.push({ kind: 'addEntity', record });
    return record.id;
  }

  /** Whoever confirms a name confirms the entry of the register that is shown with it. */
  #linkRegister(key: string | undefined): void {
    const entity = key === undefined ? undefined : this.#sources.view.entities.get(key);
    const record = this.#sources.entities.find(({ id }) => id === entity?.record);
    const entry = entity?.register?.entity.id;
    if (!record || entry === undefined || record.register !== undefined || this.#linked.has(record.id))
      return;
    this.#linked.add(record.id);
    this.#updates.push({ kind: 'set', id: record.id, fields: { register: entry } });
  }

  #add({ start }: Span, record: AnnotationRecord): void {
    this.#additions.push({ start, record });
  }

  /** Puts a record into its place in the text, and gives the id of the one before it. */
  #insert(start: number, id: string): string | undefined {
    let [low, high] = [0, this.#order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#order[middle]?.start ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    const before = this.#order[low - 1]?.id;
    this.#order.splice(low, 0, { start, id });
    return before;
  }

  #words(span: Span): string {
    return this.#sources.text.slice(span.start, span.end);
  }
}

function placeKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Status with what belongs to it: the reach of a rejection, the reasons of a suggestion. */
function standing(
  { confidence, why }: ViewMention | ViewQuotation,
  status: Status,
): Pick<AnnotationRecord, 'status' | 'scope' | 'confidence' | 'why'> {
  if (status === 'rejected') return { status, scope: 'span' };
  if (status === 'confirmed') return { status };
  return {
    status,
    ...(confidence !== undefined && { confidence: Math.round(confidence * 100) / 100 }),
    ...(why.length > 0 && { why }),
  };
}
