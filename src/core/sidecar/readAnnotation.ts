import { type PlainMap, type PlainValue, isPlainMap } from '../annotation/plain';
import {
  type AnnotationRecord,
  type ClaimRecord,
  type MentionRecord,
  type QuotationRecord,
  type QuoteSelector,
  recordKinds,
  rejectionScopes,
  type Replaced,
  type Suppression,
} from '../annotation/record';
import { mentionTypes, quotationForms, statuses } from '../annotation/types';
import type { Why } from '../annotation/why';
import type { Problem } from '../problem/problem';
import { asText, type FieldReader, listOf, readerOf, required } from './fieldReader';
import type { RawRecord } from './recordFile';

export interface ReadRecord<T> {
  /** Absent when something it cannot do without is missing or wrong; the file keeps it all the same. */
  readonly record?: T;
  readonly problems: readonly Problem[];
}

/** Properties that may be absent, without those that are `undefined`. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A record of the `annotations` section. A kind that is not known is kept in the file and told of, nothing more. */
export function readAnnotation(raw: RawRecord): ReadRecord<AnnotationRecord> {
  const reader = readerOf(raw);
  const record = annotationOf(reader);
  return record ? { record, problems: reader.problems } : { problems: reader.problems };
}

function annotationOf(reader: FieldReader): AnnotationRecord | undefined {
  const kind = required(reader, 'kind', reader.oneOf('kind', recordKinds));
  const common = decisionFields(reader);
  if (!kind || !common) return undefined;
  if (kind === 'mention') return mentionOf(reader, common);
  return kind === 'quotation' ? quotationOf(reader, common) : claimOf(reader, common);
}

type Common = Omit<ClaimRecord, 'kind' | 'content' | 'was'>;

function decisionFields(reader: FieldReader): Common | undefined {
  const id = required(reader, 'id', reader.text('id'));
  const status = required(reader, 'status', reader.oneOf('status', statuses));
  if (!id || !status) return undefined;
  return {
    id,
    status,
    ...defined({
      by: reader.text('by'),
      scope: reader.oneOf('scope', rejectionScopes),
      confidence: reader.number('confidence'),
      why: reasons(reader),
      note: reader.text('note'),
      formerIds: reader.texts('formerIds'),
      suppress: suppressions(reader),
      check: reader.map('check'),
    }),
  };
}

function mentionOf(reader: FieldReader, common: Common): MentionRecord | undefined {
  const type = required(reader, 'type', reader.oneOf('type', mentionTypes));
  const selector = ownSelector(reader);
  if (!type || !selector) return undefined;
  const was = reader.map('was');
  return {
    ...common,
    kind: 'mention',
    type,
    selector,
    ...defined({
      entity: reader.text('entity'),
      value: reader.text('value'),
      replaces: replaced(reader),
      was: was && (selectorOf(was) ?? reader.fail('sidecar-selector', 'was')),
    }),
  };
}

function quotationOf(reader: FieldReader, common: Common): QuotationRecord | undefined {
  const form = required(reader, 'form', reader.oneOf('form', quotationForms));
  const content = contentOf(reader);
  if (!form || !content) return undefined;
  const cue = reader.map('cue');
  return {
    ...common,
    kind: 'quotation',
    form,
    content,
    speakers: reader.texts('speakers') ?? [],
    ...defined({
      cue: cue && (selectorOf(cue) ?? reader.fail('sidecar-selector', 'cue')),
      source: reader.text('source'),
      candidates: reader.texts('candidates'),
      was: formerContent(reader),
    }),
  };
}

function claimOf(reader: FieldReader, common: Common): ClaimRecord | undefined {
  const content = contentOf(reader);
  return content && { ...common, kind: 'claim', content, ...defined({ was: formerContent(reader) }) };
}

/** A mention's selector stands in the record itself. */
function ownSelector(reader: FieldReader): QuoteSelector | undefined {
  const exact = required(reader, 'exact', reader.text('exact'));
  const context = defined({ prefix: reader.text('prefix'), suffix: reader.text('suffix') });
  return exact === undefined ? undefined : { exact, ...context };
}

function contentOf(reader: FieldReader): readonly QuoteSelector[] | undefined {
  const maps = required(reader, 'content', reader.maps('content'));
  if (!maps) return undefined;
  const selectors = listOf(maps, selectorOf);
  return selectors?.length ? selectors : reader.fail('sidecar-selector', 'content');
}

function formerContent(reader: FieldReader): readonly QuoteSelector[] | undefined {
  const maps = reader.maps('was');
  return maps && (listOf(maps, selectorOf) ?? reader.fail('sidecar-selector', 'was'));
}

function selectorOf(value: PlainValue): QuoteSelector | undefined {
  if (!isPlainMap(value)) return undefined;
  const exact = asText(value.exact);
  return exact === undefined
    ? undefined
    : { exact, ...defined({ prefix: asText(value.prefix), suffix: asText(value.suffix) }) };
}

function replaced(reader: FieldReader): Replaced | undefined {
  const map = reader.map('replaces');
  const type = mentionTypes.find((known) => known === map?.type);
  return map && defined({ exact: asText(map.exact), type });
}

function reasons(reader: FieldReader): readonly Why[] | undefined {
  const maps = reader.maps('why');
  return maps && (listOf(maps, reasonOf) ?? reader.fail('sidecar-wrong-type', 'why'));
}

function reasonOf(value: PlainValue): Why | undefined {
  const { code, args = [] } = value as PlainMap;
  const plain = listOf(args, (arg) => (typeof arg === 'string' || typeof arg === 'number' ? arg : undefined));
  return typeof code === 'string' && plain ? { code, args: plain } : undefined;
}

function suppressions(reader: FieldReader): readonly Suppression[] | undefined {
  const maps = reader.maps('suppress');
  return maps && (listOf(maps, suppressionOf) ?? reader.fail('sidecar-wrong-type', 'suppress'));
}

function suppressionOf(value: PlainValue): Suppression | undefined {
  const { rule, reason, by } = value as PlainMap;
  const name = asText(rule);
  return name === undefined
    ? undefined
    : { rule: name, ...defined({ reason: asText(reason), by: asText(by) }) };
}

/** Without the properties that are `undefined`. */
export function defined<T extends object>(values: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}
