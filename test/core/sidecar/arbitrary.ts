import fc from 'fast-check';
import type { AnnotationRecord, EntityRecord } from '../../../src/core/annotation/record';
import type { SidecarChange } from '../../../src/core/sidecar/editSidecar';

/** Words as articles have them, and as YAML readers trip over them. */
export const words = fc.oneof(
  fc.constantFrom(
    'No',
    '12:30',
    '« Nous irons »',
    "l'AES",
    'a: b # c',
    '- x',
    '{a}',
    '\ttab',
    'ligne\nsuivante',
    '"',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => text !== '' && !text.includes('\r')),
);

const selector = fc.record({ exact: words, prefix: words, suffix: words });

const common = {
  status: fc.constantFrom('suggested' as const, 'confirmed' as const, 'rejected' as const),
};
const optional = {
  by: words,
  note: words,
  scope: fc.constantFrom('span' as const, 'type' as const, 'form' as const),
  confidence: fc.constantFrom(0.5, 0.93),
  why: fc.constant([{ code: 'known-name', args: ['Diop', 2] }]),
  check: fc.constant({
    of: { words: 'x' },
    verdict: 'accurate',
    evidence: [{ url: 'https://a.example/?b=c' }],
  }),
};

const mention = fc.record(
  {
    ...common,
    ...optional,
    kind: fc.constant('mention' as const),
    type: fc.constantFrom('person' as const, 'location' as const),
    selector,
    entity: fc.constantFrom('e-1', 'e-2'),
  },
  { requiredKeys: ['kind', 'type', 'selector', 'status'] },
);

const quotation = fc.record(
  {
    ...common,
    ...optional,
    kind: fc.constant('quotation' as const),
    form: fc.constantFrom('direct' as const, 'mixed' as const),
    content: fc.array(selector, { minLength: 1, maxLength: 3 }),
    cue: selector,
    source: fc.constantFrom('a1', 'a2'),
    speakers: fc.constantFrom([], ['e-1'], ['e-1', 'e-2']),
  },
  { requiredKeys: ['kind', 'form', 'content', 'status', 'speakers'] },
);

const entity = fc.record(
  {
    type: fc.constantFrom('person' as const, 'organization' as const),
    name: words,
    aliases: fc.array(words, { minLength: 1, maxLength: 2 }),
    wikidata: fc.constantFrom('Q1', 'Q2'),
  },
  { requiredKeys: ['type', 'name'] },
);

export const annotationWith = (id: fc.Arbitrary<string>): fc.Arbitrary<AnnotationRecord> =>
  fc
    .tuple(fc.oneof(mention, quotation), id)
    .map(([record, ownId]) => ({ ...record, id: ownId }) as AnnotationRecord);

export const entityWith = (id: fc.Arbitrary<string>): fc.Arbitrary<EntityRecord> =>
  fc.tuple(entity, id).map(([record, ownId]) => ({ ...record, id: ownId }) as EntityRecord);

const annotationIds = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5');
const entityIds = fc.constantFrom('e-1', 'e-2', 'e-3');

/** Changes of which some will not fit the file: the test leaves those out. */
export const change: fc.Arbitrary<SidecarChange> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('addAnnotation' as const),
      record: annotationWith(annotationIds),
      after: annotationIds,
    },
    { requiredKeys: ['kind', 'record'] },
  ),
  fc.record({ kind: fc.constant('addEntity' as const), record: entityWith(entityIds) }),
  fc.record({ kind: fc.constant('update' as const), record: annotationWith(annotationIds) }),
  fc.record({ kind: fc.constant('update' as const), record: entityWith(entityIds) }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.oneof(annotationIds, entityIds) }),
  fc.record({
    kind: fc.constant('set' as const),
    id: annotationIds,
    fields: fc.constantFrom(
      { house: { key: [1, 'two', null] } },
      { house: undefined },
      { note: 'x', house: true },
    ),
  }),
) as fc.Arbitrary<SidecarChange>;
