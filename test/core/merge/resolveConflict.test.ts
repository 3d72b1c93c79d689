import assert from 'node:assert/strict';

import fc from 'fast-check';

import { type ConflictedSidecar, readConflicted } from '../../../src/core/merge/conflictedSidecar';
import { withMarkers } from '../../../src/core/merge/conflictMarkers';
import { mergeSidecars } from '../../../src/core/merge/mergeSidecars';
import { canTakeBoth, type Resolution, resolveConflict } from '../../../src/core/merge/resolveConflict';
import { conflictKey } from '../../../src/core/merge/types';
import type { AnnotationRecord } from '../../../src/core/annotation/record';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { isCheckStale } from '../../../src/core/view/staleCheck';

const base = `version: 1
article: a.txt
language: fr

entities:

  - id: e-1
    type: person
    name: Diop

annotations:

  - id: m1
    kind: mention
    type: person
    exact: "Diop"
    entity: e-1
    status: suggested

  # to be read again
  - id: q1
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons"
    speakers: [e-1]
    status: confirmed

  - id: m2
    kind: mention
    type: location
    exact: "Moscou"
    status: confirmed
`;

const confirmed = base.replace('status: suggested', 'status: confirmed');
const rejected = base.replace('status: suggested', 'status: rejected\n    scope: span');
const noted = (text: string, source = base) =>
  source.replace('exact: "Moscou"\n', `exact: "Moscou"\n    note: "${text}"\n`);
const without = (id: string, source = base) =>
  source.replace(new RegExp(` {2}- id: ${id}\\n(?: {4}.*\\n)*\\n?`), '');
const checked = base.replace(
  'speakers: [e-1]\n    status: confirmed',
  'speakers: [e-1]\n    status: confirmed\n    check:\n      verdict: accurate',
);

type Name = 'diff3' | 'merge' | 'git';

/** As Verbatim's driver leaves it, as git's default style would, and as git leaves it that knows lines only. */
function conflicted(ours: string, theirs: string, style: Name = 'diff3'): string {
  if (style === 'git') return `<<<<<<< HEAD\n${ours}||||||| base\n${base}=======\n${theirs}>>>>>>> other\n`;
  const diff3 = withMarkers(mergeSidecars({ base, ours, theirs }), { ours: 'HEAD', theirs: 'other' });
  return style === 'diff3' ? diff3 : diff3.replace(/^\|{7}[^=]*?^(?=={7}$)/gmsu, '');
}

function read(source: string): ConflictedSidecar {
  const found = readConflicted(source);
  assert.ok(found, source);
  return found;
}

function resolve(source: string, key: string, resolution: Resolution): string {
  const settled = resolveConflict(read(source), key, resolution, () => 'new1');
  assert.ok(settled !== undefined, key);
  return settled;
}

type Case = readonly [
  name: string,
  ours: string,
  theirs: string,
  key: string,
  resolution: Resolution,
  expected: string,
];

const cases: readonly Case[] = [
  ['our decision', confirmed, rejected, 'annotations/m1/decision', 'ours', confirmed],
  ['their decision', confirmed, rejected, 'annotations/m1/decision', 'theirs', rejected],
  ['both notes', noted('a'), noted('b'), 'annotations/m2/note', 'both', noted('a\\nb')],
  [
    'their deletion',
    noted('a'),
    without('m2'),
    'annotations/m2/',
    'theirs',
    without('m2').replace(/\n$/u, ''),
  ],
  ['our edit of what they deleted', noted('a'), without('m2'), 'annotations/m2/', 'ours', noted('a')],
  ['their edit of what we deleted', without('m2'), noted('a'), 'annotations/m2/', 'theirs', noted('a')],
  [
    'the speakers of both',
    base.replace('speakers: [e-1]', 'speakers: [e-2]'),
    base.replace('speakers: [e-1]', 'speakers: [e-3, e-2]'),
    'annotations/q1/attribution',
    'both',
    base.replace('speakers: [e-1]', 'speakers: [e-2, e-3]'),
  ],
  [
    'both names of an entity',
    base.replace('name: Diop', 'name: A. Diop'),
    base.replace('name: Diop', 'name: B. Diop'),
    'entities/e-1/name',
    'both',
    base.replace('name: Diop', 'name: A. Diop\n    aliases:\n      - "B. Diop"'),
  ],
  [
    'both readings of the words, as two records',
    base.replace('exact: "Moscou"', 'exact: "de Moscou"'),
    base.replace('exact: "Moscou"', 'exact: "à Moscou"'),
    'annotations/m2/words',
    'both',
    `${base.replace('exact: "Moscou"', 'exact: "de Moscou"')}
  - id: new1
    kind: mention
    type: location
    exact: "à Moscou"
    status: confirmed
`,
  ],
  [
    'a check of words that the other side changed, which says from then on what it is of',
    checked,
    base.replace('Nous irons', 'Nous irons loin'),
    'annotations/q1/check',
    'ours',
    checked
      .replace('Nous irons', 'Nous irons loin')
      .replace('check:\n', 'check:\n      of:\n        words: "Nous irons"\n        speakers: [e-1]\n'),
  ],
  [
    'a field of the file',
    base.replace('language: fr', 'language: en'),
    base.replace('language: fr', 'language: it'),
    '//language',
    'theirs',
    base.replace('language: fr', 'language: it'),
  ],
];

describe('a conflict is settled by taking', () => {
  for (const [name, ours, theirs, key, resolution, expected] of cases)
    for (const style of ['diff3', 'git'] as const)
      it(`${name} (${style})`, () => {
        const source = conflicted(ours, theirs, style);
        const found = read(source);
        assert.deepEqual(found.result.conflicts.map(conflictKey), [key]);
        assert.equal(resolution === 'both', resolution === 'both' && canTakeBoth(found.result.conflicts[0]!));
        assert.equal(resolve(source, key, resolution).trimEnd(), expected.trimEnd());
      });

  it('one after the other: the rest stays between markers, and what was taken is not asked again', () => {
    const source = conflicted(noted('a', confirmed), noted('b', rejected));
    const first = resolve(source, 'annotations/m2/note', 'theirs');
    assert.equal(parseSidecar(first).readOnly, 'conflict');
    assert.match(first, /^<{7} HEAD$/mu);
    assert.match(first, /^>{7} other$/mu);
    assert.deepEqual(read(first).result.conflicts.map(conflictKey), ['annotations/m1/decision']);
    assert.equal(resolve(first, 'annotations/m1/decision', 'ours'), noted('b', confirmed));
  });

  it('two units of one record one after the other', () => {
    const both = (status: string, note: string) =>
      base.replace('status: suggested', `status: ${status}\n    note: "${note}"`);
    const source = conflicted(both('confirmed', 'a'), both('rejected', 'b'));
    const first = resolve(source, 'annotations/m1/decision', 'ours');
    assert.deepEqual(read(first).result.conflicts.map(conflictKey), ['annotations/m1/note']);
    const { annotations, problems } = parseSidecar(resolve(first, 'annotations/m1/note', 'theirs'));
    assert.deepEqual(problems, []);
    assert.deepEqual([annotations[0]?.status, annotations[0]?.note], ['confirmed', 'b']);
  });

  it('without a base: what differs is a conflict, what one side has alone stays', () => {
    const ours = without('m2', confirmed);
    const source = `<<<<<<< HEAD\n${ours}=======\n${rejected}>>>>>>> other\n`;
    const found = read(source);
    assert.equal(found.input.base, undefined);
    assert.deepEqual(found.result.conflicts.map(conflictKey), ['annotations/m1/decision']);
    const { annotations, problems } = parseSidecar(resolve(source, 'annotations/m1/decision', 'theirs'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      annotations.map(({ id, status }) => `${id} ${status}`),
      ['m1 rejected', 'q1 confirmed', 'm2 confirmed'],
    );
  });

  it('nothing where there is no such conflict, or both cannot stand', () => {
    const found = read(conflicted(confirmed, rejected));
    assert.equal(
      resolveConflict(found, 'annotations/m2/note', 'ours', () => 'x'),
      undefined,
    );
    assert.equal(
      resolveConflict(found, 'annotations/m1/decision', 'both', () => 'x'),
      undefined,
    );
  });
});

/** Whether one of the versions has the check on these very words and speakers. */
function wasChecked(record: AnnotationRecord, versions: readonly string[]): boolean {
  return versions
    .flatMap((version) => parseSidecar(version).annotations)
    .some(
      (each) =>
        each.check !== undefined &&
        each.kind === 'quotation' &&
        record.kind === 'quotation' &&
        each.content[0]?.exact === record.content[0]?.exact &&
        each.speakers.every((speaker) => record.speakers.includes(speaker)),
    );
}

describe('a sidecar with conflict markers', () => {
  it('shows what both sides agree on', () => {
    const found = read(conflicted(noted('a', confirmed), noted('b', rejected)));
    assert.deepEqual(
      found.agreed.annotations.map(({ id }) => id),
      ['q1', 'm2'],
    );
    assert.deepEqual(found.agreed.problems, []);
  });

  it('that conflicts by lines only has nothing left to choose', () => {
    const ours = `${base}\n  - id: x1\n    kind: mention\n    type: person\n    exact: "Petit"\n    status: confirmed\n`;
    const theirs = `${base}\n  - id: y1\n    kind: mention\n    type: person\n    exact: "Grand"\n    status: confirmed\n`;
    const found = read(conflicted(ours, theirs, 'git'));
    assert.deepEqual(found.result.conflicts, []);
    assert.equal(found.agreed.annotations.length, 5);
  });

  for (const [name, source] of [
    ['is not understood with an open marker', `<<<<<<< HEAD\n${base}=======\n${base}`],
    [
      'is not understood when a side is broken',
      `<<<<<<< HEAD\n${base}  - [\n=======\n${base}>>>>>>> other\n`,
    ],
    ['is none without markers', base],
  ] as const)
    it(name, () => assert.equal(readConflicted(source), undefined));

  it('is whole after any choices in any order', () => {
    const side = fc.record({
      status: fc.constantFrom('suggested', 'confirmed', 'rejected'),
      note: fc.constantFrom('', 'a', 'b'),
      words: fc.constantFrom('Nous irons', 'Nous irons loin', 'Nous allons'),
      speakers: fc.constantFrom('e-1', 'e-2', 'e-3'),
      deletes: fc.constantFrom('', 'm1', 'q1', 'm2'),
    });
    const made = (values: typeof side extends fc.Arbitrary<infer T> ? T : never, checks: boolean) =>
      without(
        values.deletes,
        (checks ? checked : base)
          .replace('status: suggested', `status: ${values.status}`)
          .replace('exact: "Moscou"\n', `exact: "Moscou"\n${values.note && `    note: "${values.note}"\n`}`)
          .replace('Nous irons', values.words)
          .replace('[e-1]', `[${values.speakers}]`),
      );
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(fc.constantFrom<Resolution>('ours', 'theirs', 'both'), { minLength: 12, maxLength: 12 }),
        fc.constantFrom<Name>('diff3', 'git'),
        fc.constantFrom('nobody', 'a', 'b'),
        (a, b, choices, style, checker) => {
          const [ours, theirs] = [made(a, checker === 'a'), made(b, checker === 'b')];
          let source = conflicted(ours, theirs, style);
          for (const [i, choice] of choices.entries()) {
            const left = readConflicted(source)?.result.conflicts ?? [];
            if (left.length === 0) break;
            const conflict = left[i % left.length]!;
            const taken = choice === 'both' && !canTakeBoth(conflict) ? 'ours' : choice;
            const next = resolveConflict(read(source), conflictKey(conflict), taken, () => `n${i}`);
            assert.ok(next !== undefined, source);
            const after = readConflicted(next)?.result.conflicts.map(conflictKey) ?? [];
            // Which words stay decides on a check of others too: it says what it was made on from then on.
            const rest = left.filter((each) => each !== conflict).map(conflictKey);
            const notChecks = (keys: readonly string[]) => keys.filter((key) => !key.endsWith('/check'));
            const message = `${source}\n${taken} ${conflictKey(conflict)}\n${next}`;
            assert.deepEqual(notChecks(after).toSorted(), notChecks(rest).toSorted(), message);
            source = next;
          }
          if (readConflicted(source)) return assert.deepEqual(readConflicted(source)?.result.conflicts, []);
          const { problems, annotations, entities } = parseSidecar(source);
          assert.deepEqual(problems, [], source);
          // A check is of the words and speakers that it stands with, or says that it is not.
          for (const record of annotations.filter((each) => each.check !== undefined))
            assert.ok(isCheckStale(record, 'exact', entities) || wasChecked(record, [ours, theirs]), source);
        },
      ),
      { numRuns: 40 },
    );
  }).timeout(30_000);
});
