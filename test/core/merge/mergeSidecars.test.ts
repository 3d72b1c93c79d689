import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlainMap } from '../../../src/core/annotation/plain';
import { splitConflict, withMarkers } from '../../../src/core/merge/conflictMarkers';
import { mergeSidecars } from '../../../src/core/merge/mergeSidecars';
import { conflictKey, type MergeResult, type Side } from '../../../src/core/merge/types';
import { editSidecar, type SidecarChange } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { annotationWith, entityWith } from '../sidecar/arbitrary';

const base = `# yaml-language-server: $schema=x
version: 1
article: a.txt
language: fr

entities:

  - id: e-1
    type: person
    name: Abdoulaye Diop

  - id: e-2
    type: person
    name: Diop

annotations:

  # the first one
  - id: m1
    kind: mention
    type: person
    exact: "Diop"
    prefix: "M. "
    suffix: " a dit"
    entity: e-1
    status: suggested

  - id: q1
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons"
        prefix: "« "
        suffix: " »"
    source: m1
    speakers: [e-1]
    status: confirmed

  - id: m2
    kind: mention
    type: location
    exact: "Moscou"
    status: confirmed
`;

const added = (id: string, exact: string, extra = '') => `
  - id: ${id}
    kind: mention
    type: person
    exact: "${exact}"
    prefix: "avec "
    status: confirmed${extra}
`;
const behind = (text: string, id: string, more: string) => {
  const start = text.indexOf(`- id: ${id}`);
  const end = text.indexOf('\n\n', start);
  return end < 0 ? text + more : `${text.slice(0, end + 1)}${more}${text.slice(end + 1)}`;
};
const without = (text: string, id: string) =>
  text.replace(new RegExp(` {2}- id: ${id}\\n(?: {4}.*\\n)*\\n?`), '');

type Case = [name: string, ours: string, theirs: string, expected: string | string[]];

/** What is expected: the merged text, or the keys of the conflicts. */
const cases: Case[] = [
  ['the same file', base, base, base],
  [
    'only theirs',
    base,
    base.replace('status: suggested', 'status: rejected'),
    base.replace('status: suggested', 'status: rejected'),
  ],
  [
    'different fields of one record',
    base.replace('status: suggested', 'status: confirmed'),
    base.replace('entity: e-1\n', 'entity: e-1\n    note: "see p. 2"\n'),
    base.replace('status: suggested', 'status: confirmed\n    note: "see p. 2"'),
  ],
  [
    'additions of both at one place, the smaller id first whoever has it',
    behind(base, 'm1', added('zz', 'Lavrov')),
    behind(base, 'm1', added('aa', 'Traoré')),
    behind(behind(base, 'm1', added('aa', 'Traoré')), 'aa', added('zz', 'Lavrov')),
  ],
  [
    'the same decision under two ids, once, with the ids it had',
    behind(base, 'm1', added('zz', 'Lavrov')),
    behind(base, 'm1', added('aa', 'Lavrov')),
    behind(base, 'm1', added('aa', 'Lavrov', '\n    formerIds: [zz]')),
  ],
  ['one deletes what the other left', without(base, 'm2'), base, without(base, 'm2')],
  [
    'one deletes what the other edited',
    without(base, 'q1'),
    base.replace('form: direct', 'form: mixed'),
    ['annotations/q1/'],
  ],
  [
    'two decisions on one record',
    base.replace('status: suggested', 'status: confirmed'),
    base.replace('status: suggested', 'status: rejected\n    scope: span'),
    ['annotations/m1/decision'],
  ],
  [
    'a check of words that the other side changed',
    base.replace(
      '    status: confirmed\n\n  - id: m2',
      '    status: confirmed\n    check:\n      verdict: accurate\n\n  - id: m2',
    ),
    base.replace('Nous irons', 'Nous irons loin'),
    ['annotations/q1/check'],
  ],
  [
    'a check of a speaker that the other side changed',
    base.replace('speakers: [e-1]', 'speakers: [e-2]'),
    base.replace(
      '    status: confirmed\n\n  - id: m2',
      '    status: confirmed\n    check:\n      verdict: accurate\n\n  - id: m2',
    ),
    ['annotations/q1/check'],
  ],
  [
    'an entity merged here and edited there',
    without(base, 'e-2').replace('name: Abdoulaye Diop', 'name: Abdoulaye Diop\n    formerIds: [e-2]'),
    base.replace('name: Diop', 'name: Diop\n    wikidata: Q7'),
    without(base, 'e-2').replace(
      'name: Abdoulaye Diop',
      'name: Abdoulaye Diop\n    wikidata: Q7\n    formerIds: [e-2]',
    ),
  ],
  [
    'entities of one name made apart stay two',
    behind(base, 'e-2', '\n  - id: f-2\n    type: person\n    name: Lavrov\n'),
    behind(base, 'e-2', '\n  - id: f-1\n    type: person\n    name: Lavrov\n'),
    behind(
      behind(base, 'e-2', '\n  - id: f-1\n    type: person\n    name: Lavrov\n'),
      'f-1',
      '\n  - id: f-2\n    type: person\n    name: Lavrov\n',
    ),
  ],
  [
    'entities of one identifier are one, with both names',
    behind(base, 'e-2', '\n  - id: f-2\n    type: person\n    name: Lavrov\n    wikidata: Q9\n'),
    behind(base, 'e-2', '\n  - id: f-1\n    type: person\n    name: Sergueï Lavrov\n    wikidata: Q9\n'),
    behind(
      base,
      'e-2',
      '\n  - id: f-1\n    type: person\n    name: "Sergueï Lavrov"\n    aliases:\n      - "Lavrov"\n    wikidata: Q9\n    formerIds: [f-2]\n',
    ),
  ],
  [
    'comments and unknown keys of either side',
    base.replace('  # the first one', '  # the very first one'),
    base.replace('exact: "Moscou"', 'exact: "Moscou"\n    desk: [a, b] # ours'),
    base
      .replace('  # the first one', '  # the very first one')
      .replace('exact: "Moscou"', 'exact: "Moscou"\n    desk: [a, b] # ours'),
  ],
  [
    'context that both wrote anew around the same words',
    base.replace('prefix: "M. "', 'prefix: "Monsieur "'),
    base.replace('prefix: "M. "', 'prefix: "Mr "'),
    base.replace('prefix: "M. "', 'prefix: "Monsieur "'),
  ],
  [
    'a field of the file that both changed',
    base.replace('language: fr', 'language: en'),
    base.replace('language: fr', 'language: it'),
    ['//language'],
  ],
];

describe('mergeSidecars', () => {
  for (const [name, ours, theirs, expected] of cases)
    it(name, () => {
      const merged = mergeSidecars({ base, ours, theirs });
      const mirrored = mergeSidecars({ base, ours: theirs, theirs: ours });
      assert.deepEqual(merged.conflicts.map(conflictKey), Array.isArray(expected) ? expected : []);
      assert.deepEqual(mirrored.conflicts.map(conflictKey), merged.conflicts.map(conflictKey));
      if (typeof expected === 'string') assert.equal(merged.source, expected);
    });

  it('takes the side that a person chose', () => {
    const ours = base.replace('status: suggested', 'status: confirmed');
    const theirs = base.replace('status: suggested', 'status: rejected');
    const choose = (side: Side) =>
      mergeSidecars({ base, ours, theirs }, new Map([['annotations/m1/decision', side]]));
    assert.deepEqual([choose('ours').source, choose('theirs').source], [ours, theirs]);
  });

  it('merges nothing it does not understand', () => {
    const result = mergeSidecars({ base, ours: `${base}  - "`, theirs: base });
    assert.deepEqual([result.source, result.problem?.args], [undefined, ['ours']]);
  });

  it('writes conflicts between markers that are read back to the same conflicts', () => {
    const ours = base.replace('status: suggested', 'status: confirmed').replace(/\n/g, '\r\n');
    const theirs = base.replace('status: suggested', 'status: rejected').replace('Moscou', 'Minsk');
    const marked = withMarkers(mergeSidecars({ base, ours, theirs }), {
      ours: 'HEAD',
      theirs: 'side',
      size: 9,
    });
    assert.match(marked, /^<{9} HEAD\r\n {2}- id: m1\r\n/m);
    assert.equal(parseSidecar(marked).readOnly, 'conflict');
    const again = splitConflict(marked);
    assert.ok(again);
    assert.deepEqual(mergeSidecars(again).conflicts.map(conflictKey), ['annotations/m1/decision']);
    assert.match(again.ours, /Minsk/);
  });

  const split: [name: string, source: string, expected: object | undefined][] = [
    [
      'merge style',
      'a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd\n',
      { ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n' },
    ],
    [
      'diff3 style',
      'a\n<<<<<<< x\nb\n||||||| z\nm\n=======\nc\n>>>>>>> y\nd',
      { ours: 'a\nb\nd', base: 'a\nm\nd', theirs: 'a\nc\nd' },
    ],
    ['an open marker', 'a\n<<<<<<< x\nb\n=======\nc\n', undefined],
    ['markers in disorder', '=======\n<<<<<<< x\n>>>>>>> y\n', undefined],
    ['no markers', 'a\n', undefined],
  ];
  for (const [name, source, expected] of split)
    it(`takes apart: ${name}`, () => assert.deepEqual(splitConflict(source), expected));

  it('keeps its laws for all edits of both sides', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(edits('x'), edits('y'), (mine, their) => {
        const [ours, theirs] = [edited(mine), edited(their)];
        const merged = mergeSidecars({ base, ours, theirs });
        const mirrored = mergeSidecars({ base, ours: theirs, theirs: ours });
        assert.equal(mergeSidecars({ base, ours, theirs: base }).source, ours, 'identity');
        assert.deepEqual(
          modelOf(mergeSidecars({ base, ours: base, theirs }).source),
          modelOf(theirs),
          'identity',
        );
        assert.equal(mergeSidecars({ base, ours, theirs: ours }).source, ours, 'idempotence');
        assert.deepEqual(
          merged.conflicts.map(conflictKey).sort(),
          mirrored.conflicts.map(conflictKey).sort(),
          'symmetry',
        );
        noLoss(merged, ours, theirs);
        if (merged.conflicts.length > 0) return;
        assert.deepEqual(modelOf(merged.source), modelOf(mirrored.source), 'symmetry');
        assert.deepEqual(parseSidecar(merged.source as string).problems, [], merged.source);
        for (const side of [ours, theirs])
          assert.equal(
            mergeSidecars({ base: side, ours: merged.source as string, theirs: merged.source as string })
              .source,
            merged.source,
          );
        // Merged again with a side that it came from, it stays what it is.
        for (const side of [ours, theirs]) {
          const again = mergeSidecars({ base, ours: merged.source as string, theirs: side });
          assert.deepEqual(
            [modelOf(again.source), again.conflicts],
            [modelOf(merged.source), []],
            'absorption',
          );
        }
      }),
      { numRuns: 12 },
    );
  });
});

const ids = ['m1', 'q1', 'm2', 'e-1', 'e-2'];

/** Edits of one side; new ids begin with its letter, because two people never draw the same. */
function edits(letter: string): fc.Arbitrary<readonly SidecarChange[]> {
  const fresh = fc.constantFrom(`${letter}1`, `${letter}2`, `${letter}3`);
  const after = fc.constantFrom('m1', 'q1', 'm2');
  const change = fc.oneof(
    fc.record({ kind: fc.constant('addAnnotation'), record: annotationWith(fresh), after }),
    fc.record({
      kind: fc.constant('addEntity'),
      record: entityWith(fc.constantFrom(`e-${letter}1`, `e-${letter}2`)),
    }),
    fc.record({ kind: fc.constant('remove'), id: fc.constantFrom(...ids) }),
    fc.record({
      kind: fc.constant('set'),
      id: fc.constantFrom(...ids),
      fields: fc.constantFrom<PlainMap>(
        { status: 'rejected' },
        { status: 'confirmed', by: 'Ada' },
        { note: 'n' },
        { entity: 'e-2' },
        { check: { verdict: 'accurate' } },
        { desk: 'x' },
        { aliases: ['A. Diop'] },
      ),
    }),
  );
  return fc.array(change, { maxLength: 5 }) as fc.Arbitrary<readonly SidecarChange[]>;
}

function edited(changes: readonly SidecarChange[]): string {
  return changes.reduce((source, change) => {
    const result = editSidecar(parseSidecar(source), [change]);
    return 'source' in result ? result.source : source;
  }, base);
}

function modelOf(source: string | undefined): readonly unknown[] {
  const file = parseSidecar(source as string);
  return file.sections
    .flatMap(({ key, records }) =>
      records.map((record) => ({
        key,
        fields: Object.fromEntries(record.fields.map((f) => [f.key, f.value])),
      })),
    )
    .toSorted((a, b) => (String(a.fields.id) < String(b.fields.id) ? -1 : 1));
}

/** Every field that only one side set stands in the result, unless it is told as a conflict. */
function noLoss(merged: MergeResult, ours: string, theirs: string): void {
  const fieldsOf = (source: string) =>
    new Map(
      parseSidecar(source).sections.flatMap(({ records }) =>
        records.flatMap(({ id, fields }) =>
          fields.map(({ key, value }) => [`${id}/${key}`, JSON.stringify(value)] as const),
        ),
      ),
    );
  const [b, a, t, m] = [base, ours, theirs, merged.source as string].map(fieldsOf) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ];
  const joined = new Set(
    merged.decisions.flatMap(({ id, formerId }) => (formerId === undefined ? [] : [id, formerId])),
  );
  const told = new Set(merged.conflicts.map(({ id }) => id));
  for (const [side, other] of [
    [a, t],
    [t, a],
  ] as const)
    for (const [place, value] of side) {
      const id = place.split('/')[0] as string;
      const ownChange =
        b.get(place) !== value && (other.get(place) === b.get(place) || other.get(place) === value);
      if (ownChange && !joined.has(id) && !told.has(id) && !place.endsWith('/formerIds'))
        assert.equal(m.get(place), value, `${place}\n${m.size}`);
    }
}
