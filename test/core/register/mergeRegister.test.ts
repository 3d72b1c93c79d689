import assert from 'node:assert/strict';

import { mergeRecordFiles } from '../../../src/core/merge/mergeRecordFiles';
import { registerSections } from '../../../src/core/register/register';

const base = `version: 1

entities:

  - id: diop-1
    type: person
    name: "Abdoulaye Diop"
    roles:
      - role: "ministre"
        of: "Mali"
        since: "2020-06"
    description: "Ministre malien."
`;

const merge = (ours: string, theirs: string) => mergeRecordFiles({ base, ours, theirs }, registerSections);
const ended = base.replace('        since: "2020-06"\n', '        since: "2020-06"\n        until: "2025"\n');
const second = base.replace(
  '    description',
  '      - role: "ambassadeur"\n        of: "ONU"\n    description',
);
const named = base.replace('    roles:', '    aliases:\n      - "Diop"\n    roles:');

describe('two versions of a register', () => {
  it('merge role by role', () => {
    for (const [ours, theirs] of [
      [ended, second],
      [second, ended],
    ] as const) {
      const { source, conflicts } = merge(ours, theirs);
      assert.deepEqual(conflicts, []);
      assert.match(source ?? '', /until: "2025"[^]*ambassadeur/u);
      assert.equal(source?.match(/role:/gu)?.length, 2);
    }
  });

  it('are in conflict where both end one role otherwise', () => {
    const { conflicts } = merge(ended, ended.replace('"2025"', '"2024"'));
    assert.deepEqual(
      conflicts.map((conflict) => conflict.kind === 'unit' && conflict.unit),
      ['roles'],
    );
  });

  it('are in conflict where one removes a role and the other changes it', () => {
    const removed = base.replace(/ {4}roles:\n(?: {6}.*\n)+/u, '');
    assert.equal(merge(ended, removed).conflicts.length, 1);
    assert.deepEqual(merge(base, removed).conflicts, []);
    assert.doesNotMatch(merge(base, removed).source ?? '', /roles/u);
  });

  it('take the aliases of both', () => {
    const { source, conflicts } = merge(named, named.replace('"Diop"', '"A. Diop"'));
    assert.deepEqual(conflicts, []);
    assert.match(source ?? '', /- "A. Diop"\n\s+- "Diop"/u);
  });

  it('hold one entry where both added the same person by the same item', () => {
    const added = (id: string, rest: string) =>
      `${base}\n  - id: ${id}\n    type: person\n    name: "X"\n    isni: "0000000121032683"\n${rest}`;
    const { source, conflicts } = merge(added('x-2', ''), added('x-1', '    note: "n"\n'));
    assert.deepEqual(conflicts, []);
    assert.match(source ?? '', /id: x-1[^]*note: "n"[^]*formerIds: \[x-2\]/u);
  });
});
