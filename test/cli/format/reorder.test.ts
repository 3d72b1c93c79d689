import assert from 'node:assert/strict';

import { reorder } from '../../../src/cli/format/reorder';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const text = 'Alpha parle à Bravo, puis à Charlie. « Delta viendra, dit Echo. »\n';

const record = (words: string, lead = '\n') =>
  `${lead}  - id: ${words.toLowerCase()}1\n    kind: mention\n    type: person\n    exact: "${words}"\n    status: confirmed\n`;
const file = (...records: readonly string[]) => `version: 1\n\nannotations:\n${records.join('')}`;
const quotation =
  '\n  - id: q1\n    kind: quotation\n    form: direct\n    content: [{exact: "Delta viendra"}]\n    status: confirmed\n';

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['leaves what is in order', file(record('Alpha'), record('Bravo')), file(record('Alpha'), record('Bravo'))],
  [
    'puts records in the order of the text',
    file(record('Charlie'), record('Alpha'), record('Bravo')),
    file(record('Alpha'), record('Bravo'), record('Charlie')),
  ],
  [
    'moves comments along',
    file(record('Bravo', '\n  # sure?\n'), record('Alpha')),
    file(record('Alpha'), record('Bravo', '\n  # sure?\n')),
  ],
  [
    'keeps a record without a place behind the one it follows',
    file(record('Charlie'), record('Nobody'), record('Alpha')),
    file(record('Alpha'), record('Charlie'), record('Nobody')),
  ],
  [
    'puts a quotation before what it holds',
    file(record('Delta'), quotation),
    file(quotation, record('Delta')),
  ],
  [
    'leaves a list in brackets',
    'annotations: [{id: b, kind: x}, {id: a}]\n',
    'annotations: [{id: b, kind: x}, {id: a}]\n',
  ],
  [
    'gives the last line its end',
    file(record('Bravo'), record('Alpha')).trimEnd(),
    file(record('Alpha'), record('Bravo')),
  ],
  [
    'keeps CRLF',
    file(record('Bravo'), record('Alpha')).replaceAll('\n', '\r\n'),
    file(record('Alpha'), record('Bravo')).replaceAll('\n', '\r\n'),
  ],
  [
    'keeps what follows the section',
    `${file(record('Bravo'), record('Alpha'))}\nmine: yes\n`,
    `${file(record('Alpha'), record('Bravo'))}\nmine: yes\n`,
  ],
];

describe('reorder', () => {
  for (const [name, before, after] of cases)
    it(name, () => {
      const ordered = reorder(parseSidecar(before), text);
      assert.equal(ordered, after);
      assert.equal(reorder(parseSidecar(ordered), text), ordered);
    });
});
