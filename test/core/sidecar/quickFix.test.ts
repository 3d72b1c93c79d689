import assert from 'node:assert/strict';

import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { quickFix } from '../../../src/core/sidecar/quickFix';
import { applyEdits } from '../../../src/core/text/textEdit';
import { brokenFiles, brokenRecords } from './hostile';

const record = (more: string) =>
  `version: 1\nannotations:\n  - id: m1\n    kind: mention\n    type: person\n    exact: "x"\n    status: confirmed\n${more}`;
const entity = (more: string) => `version: 1\nentities:\n  - id: e1\n    type: person\n    name: x\n${more}`;

/** The file with the fix of its first problem. */
function fixed(source: string): string | undefined {
  const [first] = parseSidecar(source).problems;
  const fix = first && quickFix(source, first);
  return fix && applyEdits(source, fix.edits);
}

const cases: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  ['no version', 'article: a.txt\n', 'version: 1\narticle: a.txt\n'],
  ['no version, behind a byte order mark', '\ufeffarticle: a\r\n', '\ufeffversion: 1\r\narticle: a\r\n'],
  ['a version in words', 'version: one\n', 'version: 1\n'],
  ['a tab for indentation', record('    cue:\n    \texact: "x"\n'), record('    cue:\n      exact: "x"\n')],
  ['tabs that say too little', record('    cue:\n\t\texact: "x"\n'), undefined],
  ['a colon too many', record('    note: a: b\n'), record('    note: "a: b"\n')],
  ['a mark that is not closed', record('    note: "half'), record('    note: "half"')],
  ['an at sign', record('    by: @claire\n'), record('    by: "@claire"\n')],
  ['a tag', record('    note: !!str x\n'), record('    note: x\n')],
  ['a typing error', record('').replace('confirmed', 'confirmd'), record('')],
  ['another word', record('').replace('confirmed', 'maybe'), undefined],
  ['one word for a list', entity('    aliases: y\n'), entity('    aliases: [y]\n')],
  ['conflict markers', '<<<<<<< a\n', undefined],
];

describe('quickFix', () => {
  for (const [name, before, after] of cases)
    it(`${after === undefined ? 'leaves to a person' : 'puts right'}: ${name}`, () =>
      assert.equal(fixed(before), after));

  it('leaves fewer problems, whatever is broken', () => {
    let count = 0;
    for (const [name, source] of [...brokenFiles, ...brokenRecords]) {
      if (source.length > 100_000) continue;
      const now = fixed(source);
      if (now === undefined) continue;
      count++;
      assert.ok(parseSidecar(now).problems.length < parseSidecar(source).problems.length, name);
    }
    assert.ok(count >= 8, String(count));
  });
});
