import assert from 'node:assert/strict';

import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { emptyView } from '../../../src/core/view/articleView';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { remove } from '../../../src/core/view/decisions/remove';
import { acceptWords, renewCheck, replaceWords } from '../../../src/core/view/decisions/renewWords';
import { noPlaces } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import { type ReviewItem, toReview } from '../../../src/core/view/review';

const text =
  'Le maire Jean-Baptiste Petitgrand a pris la parole hier soir. « Nous irons vraiment jusqu’au bout », a dit Jean-Baptiste Petitgrand à la presse.\n';

const head = 'version: 1\narticle: a.article\nlanguage: fr\n\nannotations:\n';

function mention(
  id: string,
  exact: string,
  more = '',
  context = ['Le maire ', ' a pris la parole hier soir. «'],
): string {
  return `
  - id: ${id}
    kind: mention
    type: person
    exact: "${exact}"
    prefix: "${context[0]}"
    suffix: "${context[1]}"
    status: confirmed
${more}`;
}

const checked = `
  - id: q1
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons jusqu’au bout"
        prefix: "la parole hier soir. « "
        suffix: " », a dit Jean-Baptiste Petitgrand"
    source: m1
    status: confirmed
    check:
      of:
        words: "Nous irons jusqu’au bout"
      verdict: accurate
`;

function look(source: string): readonly ReviewItem[] {
  const { annotations, entities } = parseSidecar(source);
  return toReview(runSteps(placeRecords(text, annotations, noPlaces)), entities);
}

function decide(source: string, decision: Decision): string {
  const sidecar = parseSidecar(source);
  const { annotations: records, entities } = sidecar;
  const placed = runSteps(placeRecords(text, records, noPlaces));
  const sources = { text, view: emptyView, placed, records, entities, random: () => 0.5 };
  const edited = editSidecar(sidecar, runSteps(decision(sources)));
  assert.ok('source' in edited, JSON.stringify(edited));
  assert.deepEqual(parseSidecar(edited.source).problems, []);
  return edited.source;
}

type Case = readonly [name: string, records: string, expected: readonly string[]];

const cases: readonly Case[] = [
  ['a decision whose words stand there needs no look', mention('m1', 'Jean-Baptiste Petitgrand'), []],
  [
    'words that were edited',
    mention('m1', 'Jean-Batiste Petitgrand'),
    ['changed m1: Jean-Batiste Petitgrand → Jean-Baptiste Petitgrand'],
  ],
  [
    'words that were edited and saved',
    mention('m1', 'Jean-Baptiste Petitgrand', '    was:\n      exact: "Jean Grand"\n'),
    ['changed m1: Jean Grand → Jean-Baptiste Petitgrand'],
  ],
  [
    'words that were edited and edited back',
    mention('m1', 'Jean-Baptiste Petitgrand', '    was:\n      exact: "Jean-Baptiste Petitgrand"\n'),
    [],
  ],
  ['words that are gone', mention('m1', 'Rosalie Bonheur', '', ['x', 'y']), ['lost m1: Rosalie Bonheur → ']],
  [
    'a suggestion needs none',
    mention('m1', 'Jean-Batiste Petitgrand').replace('status: confirmed', 'status: suggested'),
    [],
  ],
  [
    'what was checked comes first',
    mention('m1', 'Jean-Batiste Petitgrand') + checked,
    [
      'check q1: Nous irons jusqu’au bout → Nous irons vraiment jusqu’au bout',
      'changed m1: Jean-Batiste Petitgrand → Jean-Baptiste Petitgrand',
    ],
  ],
];

describe('what is to be reviewed', () => {
  for (const [name, records, expected] of cases)
    it(name, () => {
      const shown = look(head + records).map(({ record, reason, before, spans = [] }) => {
        const now = spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
        return `${reason} ${record.id}: ${before.map(({ exact }) => exact).join(' … ')} → ${now}`;
      });
      assert.deepEqual(shown, expected);
    });
});

describe('decisions of a review', () => {
  it('accepting the new words writes them, and nothing is to be reviewed', () => {
    const after = decide(head + mention('m1', 'Jean-Batiste Petitgrand'), acceptWords(['m1']));
    assert.match(after, /exact: "Jean-Baptiste Petitgrand"\n/u);
    assert.deepEqual(look(after), []);
  });

  it('accepting words that were saved drops the old ones and changes no other line', () => {
    const before =
      head +
      mention('m1', 'Jean-Baptiste Petitgrand', '    was:\n      exact: "Jean Grand"\n    note: "x"\n');
    assert.equal(
      decide(before, acceptWords(['m1'])),
      before.replace('    was:\n      exact: "Jean Grand"\n', ''),
    );
  });

  it('accepting the words of a checked quotation keeps the old ones, and its check stays stale', () => {
    const after = decide(head + checked.replace('    source: m1\n', ''), acceptWords(['q1']));
    assert.match(after, /was:\n\s+- exact: "Nous irons jusqu’au bout"/u);
    assert.deepEqual(
      look(after).map(({ reason }) => reason),
      ['check'],
    );
  });

  it('a check that still holds is of the new words from then on', () => {
    const after = decide(head + checked.replace('    source: m1\n', ''), renewCheck(['q1']));
    const [record] = parseSidecar(after).annotations;
    assert.deepEqual(record?.check, {
      of: { words: 'Nous irons vraiment jusqu’au bout' },
      verdict: 'accurate',
    });
    assert.equal(record?.was, undefined);
    assert.deepEqual(look(after), []);
  });

  it('lost words are placed by a selection, in the order of the text', () => {
    const start = text.indexOf('irons');
    const [a, b] = [
      { start, end: start + 5 },
      { start: start + 6, end: start + 14 },
    ];
    const lost = checked.replace('Nous irons jusqu’au bout"\n        prefix', 'Rien de tel"\n        prefix');
    const after = decide(head + lost, replaceWords('q1', [b, a]));
    const [record] = parseSidecar(after).annotations;
    assert.deepEqual(record?.kind === 'quotation' && record.content.map(({ exact }) => exact), [
      'irons',
      'vraiment',
    ]);
    // It was checked on other words.
    assert.equal(look(after)[0]?.reason, 'check');
  });

  it('a mention takes the first of several selections, and none changes nothing', () => {
    const before = head + mention('m1', 'Rosalie Bonheur', '', ['x', 'y']);
    assert.equal(decide(before, replaceWords('m1', [{ start: 3, end: 3 }])), before);
    const after = decide(before, replaceWords('m1', [{ start: 9, end: 33 }]));
    assert.match(after, /exact: "Jean-Baptiste Petitgrand"/u);
    assert.deepEqual(look(after), []);
  });

  it('deleting takes the record away, and the source that quotations had in it', () => {
    const after = decide(head + mention('m1', 'Jean-Baptiste Petitgrand') + checked, remove(['m1']));
    const { annotations } = parseSidecar(after);
    assert.deepEqual(
      annotations.map(({ id }) => id),
      ['q1'],
    );
    assert.doesNotMatch(after, /source:/u);
  });
});
