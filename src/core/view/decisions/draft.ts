import { createDescriber, type Describer } from '../../anchoring/describe';
import { makeId } from '../../annotation/id';
import type { AnnotationRecord, EntityRecord, MentionRecord, QuotationRecord } from '../../annotation/record';
import type { MentionType, QuotationForm, Status } from '../../annotation/types';
import type { SidecarChange } from '../../sidecar/editSidecar';
import { overlaps, type Span } from '../../util/span';
import { mayNest } from '../overlap';
import { allPlaced, spansOf } from '../placed';
import { hull } from '../quotations';
import type { ViewMention, ViewQuotation } from '../types';
import type { DecisionSources } from './decision';
import { DraftEntities, type Subject } from './draftEntities';

/** A quotation that a person marks. `speakers` are ids of records, `source` the place of a mention. */
export interface NewQuotation {
  readonly form: QuotationForm;
  readonly content: readonly Span[];
  readonly cue?: Span;
  readonly source?: Span;
  readonly speakers: readonly string[];
}

/** Changes in the making, with the entities that they bring along. */
export class Draft {
  readonly #sources: DecisionSources;
  readonly #describer: Describer;
  readonly #records: ReadonlyMap<string, AnnotationRecord>;
  readonly #entities: DraftEntities;
  readonly #updates: SidecarChange[] = [];
  readonly #additions: { readonly start: number; readonly record: AnnotationRecord }[] = [];
  /** Ids of the mentions' records made here, by place. */
  readonly #mentions = new Map<string, string>();
  readonly #byPlace: ReadonlyMap<string, ViewMention>;
  /** Ids of the records that have a place, by kind and place. */
  readonly #placedAt: ReadonlyMap<string, string>;
  /** Starts of all placed records and new ones, ascending. */
  readonly #order: { readonly start: number; readonly id: string }[];

  constructor(sources: DecisionSources) {
    this.#sources = sources;
    this.#entities = new DraftEntities(sources);
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
    return [...this.#entities.changes, ...this.#updates, ...added];
  }

  /** Gives the id of the mention's record. */
  mention(mention: ViewMention, status: Status): string {
    if (status === 'confirmed') this.#entities.linkRegister(mention.entity);
    const known =
      this.#mentions.get(placeKey(mention.span)) ?? this.#restate(this.#recordOf(mention), status);
    if (known !== undefined) return known;
    const entity =
      status === 'rejected' ? undefined : this.#entities.idOf(mention.entity, mention.type, status);
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
    if (status === 'confirmed') quotation.speakers.forEach((key) => this.#entities.linkRegister(key));
    const speakers = isRejected
      ? []
      : quotation.speakers.flatMap((key) => this.#entities.idOf(key, undefined, status) ?? []);
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
    this.#rename(
      mention,
      type,
      this.#entities.idOf(mention.entity, type, 'confirmed', this.#words(mention.span)),
    );
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

  /** The id of the record that the item has, or was given a moment ago. */
  recordOf(item: ViewMention | ViewQuotation): string | undefined {
    return this.#recordOf(item);
  }

  /** Words to be checked though nobody is quoted. `parts` in text order, at least one. */
  claim(parts: readonly Span[]): string {
    const id = makeId(this.#sources.random);
    const content = parts.map((part) => this.#describer.describe(part));
    this.#add(parts[0] as Span, { id, kind: 'claim', content, status: 'confirmed' });
    return id;
  }

  /** What is shown with exactly these words. */
  mentionAt(span: Span): ViewMention | undefined {
    return this.#byPlace.get(placeKey(span));
  }

  /**
   * These words are that, by a person's word: what is suggested in their place is confirmed or corrected, and what is suggested
   * across their bounds is what they replace. `entity` is the id of a record.
   */
  words(span: Span, type: MentionType, entity: string | undefined): void {
    const there = this.mentionAt(span);
    const id = there?.record ?? this.#placedAt.get(`mention ${placeKey(span)}`);
    const record = this.#records.get(id ?? '');
    if (there) return this.#rename(there, type, entity);
    const fields = { type, ...(entity !== undefined && { entity }), status: 'confirmed' } as const;
    if (record?.kind === 'mention') {
      const { entity: _entity, value: _value, scope: _scope, ...kept } = record;
      return void this.#updates.push({ kind: 'update', record: { ...kept, ...fields } });
    }
    const replaced = this.#replacedBy(span);
    this.#newMention(span, {
      ...fields,
      ...(replaced && {
        replaces: {
          exact: this.#describer.describe(replaced.span).exact,
          ...(replaced.type !== type && { type: replaced.type }),
        },
      }),
    });
  }

  /** The words of a mention or the parts of a quotation are these: confirmed with them, and with what was corrected. */
  rebound(item: ViewMention | ViewQuotation, parts: readonly Span[], type?: MentionType): void {
    const selectors = parts.map((part) => this.#describer.describe(part));
    const [selector] = selectors;
    const record = this.#records.get(this.#recordOf(item) ?? '');
    if (!selector || !parts[0]) return;
    if (item.kind === 'quotation') return this.#reboundQuotation(item, parts, record);
    const wanted = type ?? item.type;
    const replaces = {
      exact: this.#describer.describe(item.span).exact,
      ...(wanted !== item.type && { type: item.type }),
    };
    if (record?.kind === 'mention') {
      const { scope: _scope, ...kept } = record;
      const first = { ...replaces, ...record.replaces };
      this.#updates.push({
        kind: 'update',
        record: { ...kept, type: wanted, selector, status: 'confirmed', replaces: first },
      });
      return;
    }
    const entity = this.#entities.idOf(item.entity, wanted, 'confirmed', this.#words(parts[0]));
    const value = item.value && wanted === item.type ? { value: item.value.edtf } : {};
    this.#newMention(parts[0], {
      type: wanted,
      ...(entity !== undefined && { entity }),
      ...value,
      status: 'confirmed',
      replaces,
    });
  }

  /** A quotation that a person marks. */
  newQuotation(fields: NewQuotation): void {
    const [first] = fields.content;
    if (!first) return;
    const mention = fields.source && this.mentionAt(fields.source);
    const source = mention && this.mention(mention, 'confirmed');
    this.#add(first, {
      id: makeId(this.#sources.random),
      kind: 'quotation',
      form: fields.form,
      content: fields.content.map((part) => this.#describer.describe(part)),
      ...(fields.cue && { cue: { exact: this.#describer.describe(fields.cue).exact } }),
      ...(source !== undefined && { source }),
      speakers: fields.speakers,
      status: 'confirmed',
    });
  }

  /** Those with these ids speak, and no others. The words that name somebody else are no longer its source. */
  speakers(quotation: ViewQuotation, speakers: readonly string[], keepsSource: boolean): void {
    const record = this.#records.get(this.#recordOf(quotation) ?? '');
    const { source, content, form, cue } = quotation;
    if (record?.kind !== 'quotation') {
      this.newQuotation({
        form,
        content,
        speakers,
        ...(cue && { cue: cue.span }),
        ...(source && keepsSource && { source }),
      });
      return;
    }
    const { scope: _scope, source: named, ...kept } = record;
    const sourceKept = keepsSource && named !== undefined && { source: named };
    this.#updates.push({
      kind: 'update',
      record: { ...kept, ...sourceKept, speakers, status: 'confirmed' },
    });
  }

  #reboundQuotation(
    quotation: ViewQuotation,
    content: readonly Span[],
    record: AnnotationRecord | undefined,
  ): void {
    if (record?.kind !== 'quotation') {
      this.quotation({ ...quotation, content }, 'confirmed');
      return;
    }
    const { scope: _scope, ...kept } = record;
    const selectors = content.map((part) => this.#describer.describe(part));
    this.#updates.push({ kind: 'update', record: { ...kept, content: selectors, status: 'confirmed' } });
  }

  #newMention(
    span: Span,
    fields: Pick<MentionRecord, 'type' | 'entity' | 'value' | 'status' | 'replaces'>,
  ): void {
    const id = makeId(this.#sources.random);
    this.#mentions.set(placeKey(span), id);
    this.#add(span, { id, kind: 'mention', selector: this.#describer.describe(span), ...fields });
  }

  /** The suggestion that a new name hides because only one of the two can stand there. */
  #replacedBy(span: Span): ViewMention | undefined {
    const { view, text } = this.#sources;
    return view.mentions.find(
      (mention) =>
        mention.status === 'suggested' && overlaps(mention.span, span) && !mayNest(mention.span, span, text),
    );
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

  /** The id of the record of whom somebody means: made when there is none. `undefined` for dates and hours. */
  subject(subject: Subject, words: string): string | undefined {
    return this.#entities.subject(subject, words);
  }

  /** Takes in an entity that the decision makes or changes. */
  entity(change: SidecarChange): void {
    this.#entities.add(change);
  }

  /** Takes in a change of a record that there is. */
  update(change: SidecarChange): void {
    this.#updates.push(change);
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
