import assert from 'node:assert/strict';

import fc from 'fast-check';

import { createEntityIndex, type EntityIdentity } from '../../../src/core/index/entityIndex';
import { type EntitySummary, summarizeEntities } from '../../../src/core/index/entitySummary';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

function summary(name: string, rest: Partial<EntitySummary> = {}): EntitySummary {
  return { type: 'person', name, mentions: 1, quotations: 0, said: [], ...rest };
}

const diop: EntityIdentity = { type: 'person', name: 'Abdoulaye Diop', register: 'diop-1', wikidata: 'Q1' };

describe('where else an entity is named', () => {
  const cases: readonly (readonly [name: string, entity: EntitySummary, by: string | undefined])[] = [
    ['the same entry', summary('M. Diop', { register: 'diop-1' }), 'identifier'],
    ['the same item', summary('Diop', { wikidata: 'Q1' }), 'identifier'],
    ['the same name, with a title, in capitals', summary('M. ABDOULAYE DIOP'), 'name'],
    ['the same name and another entry', summary('Abdoulaye Diop', { register: 'diop-2' }), undefined],
    ['the same name of another type', summary('Abdoulaye Diop', { type: 'product' }), undefined],
    [
      'the same name, and an identifier that cannot be compared',
      summary('Abdoulaye Diop', { wikidata: 'Q1', register: 'x' }),
      'identifier',
    ],
    ['a surname alone', summary('Diop'), undefined],
  ];
  for (const [name, entity, by] of cases)
    it(by === undefined ? `not by ${name}` : `by ${name}`, () => {
      const index = createEntityIndex();
      index.set('b', [entity]);
      index.set('a', [summary('Abdoulaye Diop')]);
      assert.deepEqual(
        index.elsewhere(diop, 'a').map((found) => found.by),
        by === undefined ? [] : [by],
      );
    });

  it('follows a sidecar that changes or goes, whatever came before', () => {
    const entities = fc.array(
      fc.constantFrom('A B', 'C D', 'E F').map((name) => summary(name)),
      { maxLength: 3 },
    );
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), entities));
    fc.assert(
      fc.property(steps, (changes) => {
        const [index, fresh] = [createEntityIndex(), createEntityIndex()];
        for (const [path, list] of changes) index.set(path, list);
        for (const [path, list] of new Map(changes)) fresh.set(path, list);
        for (const name of ['A B', 'C D']) {
          const identity = { type: 'person' as const, name };
          assert.deepEqual(index.elsewhere(identity, 'a'), fresh.elsewhere(identity, 'a'));
        }
      }),
    );
  });
});

describe('what a sidecar says of its entities', () => {
  it('counts what is confirmed, and keeps what was said', () => {
    const { annotations, entities } = parseSidecar(`version: 1
entities:
  - {id: diop-1, type: person, name: "Abdoulaye Diop", register: reg-1, formerIds: [diop-0]}
  - {id: sow-1, type: person, name: "Awa Sow"}
annotations:
  - {id: m1, kind: mention, type: person, exact: "Diop", entity: diop-0, status: confirmed}
  - {id: m2, kind: mention, type: person, exact: "Diop", entity: diop-1, status: suggested}
  - {id: m3, kind: mention, type: person, exact: "Sow", entity: sow-1, status: rejected}
  - {id: q1, kind: quotation, form: direct, content: [{exact: "Nous\\n irons"}, {exact: "loin"}], speakers: [diop-1, gone], status: confirmed}
  - {id: q2, kind: quotation, form: direct, content: [{exact: "${'mot '.repeat(60)}"}], speakers: [diop-1], status: confirmed}
`);
    const [first, ...others] = summarizeEntities(annotations, entities);
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...first, said: [] },
      { type: 'person', name: 'Abdoulaye Diop', register: 'reg-1', mentions: 1, quotations: 2, said: [] },
    );
    assert.equal(first?.said[0], 'Nous irons […] loin');
    assert.match(first?.said[1] ?? '', /^(?:mot )+mot…$/u);
    assert.ok((first?.said[1]?.length ?? 0) <= 161);
  });
});
