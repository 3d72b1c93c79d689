import assert from 'node:assert/strict';

import { runHistories } from '../../../src/tools/soak/gitHistories';
import { lostDecisions } from '../../../src/tools/soak/lostDecisions';
import { builtCli } from '../../cli/builtCli';

const record = (id: string, type = 'person') =>
  `\n  - id: ${id}\n    kind: mention\n    type: ${type}\n    exact: "${id}"\n    status: confirmed\n`;
const file = (...records: readonly string[]) => `version: 1\nannotations:\n${records.join('')}`;

describe('random histories in git', function () {
  this.timeout(120_000);

  it('lose no decision with the driver, and none that repair does not bring back', async () => {
    const losses: string[] = [];
    const report = (loss: string) => void losses.push(loss);
    const tally = await runHistories('driver', { histories: 1, seed: 100, cli: await builtCli(), report });
    assert.deepEqual(losses, []);
    assert.equal(tally.histories, 1);
    assert.ok(tally.merges >= 8);
    assert.deepEqual([tally.lost, tally.broken, tally.lostAfterRepair], [0, 0, 0]);
    assert.equal(tally.found, tally.harmed);
  });
});

describe('the judge of merges', () => {
  const base = file(record('a1a1'), record('b2b2'));
  const ours = file(record('a1a1'), record('b2b2'), record('c3c3'));
  const theirs = file(record('a1a1', 'event'), record('d4d4'));
  const cases: readonly (readonly [name: string, result: string, lost: readonly string[]])[] = [
    ['all is there', file(record('a1a1', 'event'), record('c3c3'), record('d4d4')), []],
    ['our addition is missing', file(record('a1a1', 'event'), record('d4d4')), ['c3c3']],
    ['their addition is missing', file(record('a1a1', 'event'), record('c3c3')), ['d4d4']],
    ['their change is missing', file(record('a1a1'), record('c3c3'), record('d4d4')), ['a1a1']],
    [
      'their removal is undone',
      file(record('a1a1', 'event'), record('b2b2'), record('c3c3'), record('d4d4')),
      ['b2b2'],
    ],
    ['our side was taken', ours, ['a1a1', 'b2b2', 'd4d4']],
    [
      'both sides stand between markers',
      file(
        record('a1a1', 'event'),
        `<<<<<<< ours\n${record('c3c3')}=======\n${record('d4d4')}>>>>>>> theirs\n`,
      ),
      [],
    ],
    [
      'a side is missing between markers',
      file(record('a1a1'), '<<<<<<< ours\n=======\n>>>>>>> theirs\n', record('c3c3')),
      ['a1a1', 'd4d4'],
    ],
  ];
  for (const [name, result, lost] of cases)
    it(`finds when ${name}`, () =>
      assert.deepEqual([...lostDecisions({ base, ours, theirs, result })].sort(), lost));
});
