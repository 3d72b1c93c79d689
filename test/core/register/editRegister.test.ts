import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import fc from 'fast-check';

import { editRegister, type RegisterChange } from '../../../src/core/register/editRegister';
import { newRegister } from '../../../src/core/register/newRegister';
import { parseRegister } from '../../../src/core/register/parseRegister';
import type { RegisterEntity } from '../../../src/core/register/registerEntity';
import { words } from '../sidecar/arbitrary';

const byHand = readFileSync('test/fixtures/register/by-hand.entities.yaml', 'utf8');

function apply(source: string, ...changes: readonly RegisterChange[]): string {
  const result = editRegister(parseRegister(source), changes);
  assert.ok('source' in result, JSON.stringify(result));
  return result.source;
}

function entity(id: string, name: string, rest: Partial<RegisterEntity> = {}): RegisterEntity {
  return {
    id,
    type: 'person',
    name,
    aliases: [],
    acronyms: [],
    roles: [],
    identifiers: {},
    formerIds: [],
    ...rest,
  };
}

function changed(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

describe('an edit of a register written by hand', () => {
  const id = 'elise-marchand-k3f9x2';
  const cases: readonly (readonly [
    string,
    RegisterChange,
    gone: readonly string[],
    come: readonly string[],
  ])[] = [
    ['adds an alias', { kind: 'addAlias', id, alias: 'É. Marchand' }, [], ['      - "É. Marchand"']],
    [
      'adds a role',
      { kind: 'addRole', id, role: { role: 'députée', since: '2024-07' } },
      [],
      ['    - role: "députée"', '      since: "2024-07"'],
    ],
    [
      'does nothing for a role that is there',
      { kind: 'addRole', id, role: { role: 'maire de Lorient', since: '2014', until: '2023' } },
      [],
      [],
    ],
    ['does nothing for its own name', { kind: 'addAlias', id, alias: 'Élise Marchand' }, [], []],
    [
      'sets an identifier',
      { kind: 'setIdentifier', id, scheme: 'wikidata', identifier: 'Q5' },
      [],
      ['    wikidata: Q5'],
    ],
    [
      'adds an acronym in a record on one line',
      { kind: 'addAcronym', id: 'cri-b2c3d4', acronym: 'CDL' },
      ['  - {id: cri-b2c3d4, type: organization, name: Criée de Lorient, acronyms: [CRL], aliases: []}'],
      [
        '  - {id: cri-b2c3d4, type: organization, name: Criée de Lorient, acronyms: [CRL, "CDL"], aliases: []}',
      ],
    ],
    [
      'renames, and keeps the old name as an alias',
      { kind: 'rename', id: 'vide-c3d4e5', name: 'Festival' },
      ['    name: Fête de la mer', '    aliases:'].slice(0, 1),
      ['    name: "Festival"', '      - "Fête de la mer"'],
    ],
  ];
  for (const [what, change, gone, come] of cases)
    it(what, () => {
      const after = apply(byHand, change);
      assert.deepEqual(changed(byHand, after), { gone, come });
      assert.deepEqual(parseRegister(after).problems, []);
    });

  it('adds an entry at the end, all else as it was', () => {
    const after = apply(byHand, {
      kind: 'addEntity',
      entity: entity('jean-x1', 'Jean Petit', {
        roles: [{ role: 'maire', of: 'Lorient' }],
        identifiers: { wikidata: 'Q9' },
        description: 'No',
      }),
    });
    assert.ok(after.startsWith(byHand.trimEnd()));
    assert.equal(
      after.slice(byHand.trimEnd().length).trim(),
      '- id: jean-x1\n    type: person\n    name: "Jean Petit"\n    roles:\n      - role: "maire"\n        of: "Lorient"\n    wikidata: Q9\n    description: "No"',
    );
  });

  it('makes a file that was not there', () => {
    const after = apply(
      newRegister(),
      { kind: 'addEntity', entity: entity('a1', 'A') },
      { kind: 'addAlias', id: 'a1', alias: 'B' },
      { kind: 'addEntity', entity: entity('b1', 'C') },
    );
    assert.equal(
      after,
      'version: 1\n\nentities:\n\n  - id: a1\n    type: person\n    name: "A"\n    aliases:\n      - "B"\n\n  - id: b1\n    type: person\n    name: "C"\n',
    );
  });

  it('refuses what is not there, what is there, and a file that was not understood', () => {
    const code = (source: string, change: RegisterChange) => {
      const result = editRegister(parseRegister(source), [change]);
      return 'problem' in result ? result.problem.code : undefined;
    };
    assert.equal(code(byHand, { kind: 'addAlias', id: 'nobody', alias: 'x' }), 'sidecar-no-record');
    assert.equal(code(byHand, { kind: 'addEntity', entity: entity(id, 'x') }), 'sidecar-duplicate-id');
    assert.equal(
      code(`${byHand}<<<<<<< HEAD\n`, { kind: 'addEntity', entity: entity('a1', 'x') }),
      'sidecar-read-only',
    );
    assert.equal(code('version: 9\n', { kind: 'addEntity', entity: entity('a1', 'x') }), 'sidecar-read-only');
  });
});

describe('any edit of a register', () => {
  const ids = fc.constantFrom('elise-marchand-k3f9x2', 'cri-b2c3d4', 'vide-c3d4e5');
  const change: fc.Arbitrary<RegisterChange> = fc.oneof(
    fc.record({ kind: fc.constant('addAlias' as const), id: ids, alias: words }),
    fc.record({ kind: fc.constant('addAcronym' as const), id: ids, acronym: words }),
    fc.record({
      kind: fc.constant('addRole' as const),
      id: ids,
      role: fc.record({ role: words, since: fc.constantFrom('2020', '2020-06~') }),
    }),
    fc.record({ kind: fc.constant('rename' as const), id: ids, name: words }),
    fc.record({
      kind: fc.constant('setIdentifier' as const),
      id: ids,
      scheme: fc.constant('wikidata' as const),
      identifier: fc.constantFrom('Q1', 'Q2'),
    }),
    words.map((name) => ({ kind: 'addEntity' as const, entity: entity('new-1', name, { aliases: [name] }) })),
  );

  it('keeps every byte of the other records, reads without a problem, and says what was asked for', () => {
    fc.assert(
      fc.property(change, fc.boolean(), (one, crlf) => {
        const source = crlf ? byHand.replace(/\n/gu, '\r\n') : byHand;
        const before = parseRegister(source);
        const after = parseRegister(apply(source, one));
        assert.deepEqual(after.problems, []);
        const id = one.kind === 'addEntity' ? one.entity.id : one.id;
        for (const { id: other, span } of before.sections[0]?.records ?? [])
          if (other !== id) assert.ok(after.source.includes(source.slice(span.start, span.end)), other);
        for (const comment of source.match(/#.*$/gmu) ?? [])
          assert.ok(after.source.includes(comment.trimEnd()), comment);
        assert.ok(after.source.includes('service: politique') && after.source.includes('clé de la maison'));
        const now = after.entities.find((each) => each.id === id) as RegisterEntity;
        if (one.kind === 'addAlias') assert.ok([now.name, ...now.aliases].includes(one.alias));
        if (one.kind === 'addAcronym') assert.ok(now.acronyms.includes(one.acronym));
        if (one.kind === 'addRole') assert.deepEqual(now.roles.at(-1), { ...one.role });
        if (one.kind === 'rename') assert.equal(now.name, one.name);
        if (one.kind === 'setIdentifier') assert.equal(now.identifiers.wikidata, one.identifier);
        if (one.kind === 'addEntity') assert.deepEqual(now, one.entity);
        assert.equal(
          apply(after.source, one.kind === 'addEntity' ? { kind: 'addAlias', id, alias: now.name } : one),
          after.source,
        );
      }),
      { numRuns: 40 },
    );
  }).timeout(20_000);
});
