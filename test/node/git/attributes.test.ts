import assert from 'node:assert/strict';

import fc from 'fast-check';

import { withAttributes, withoutAttributes } from '../../../src/node/git/attributes';

const header = '# Verbatim merges annotations record by record: verbatim git install\n';
const lines =
  '*.annotations.yaml merge=verbatim diff=verbatim\nverbatim.entities.yaml merge=verbatim diff=verbatim\n';

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['no file', '', header + lines],
  ['other lines', '*.png binary\n', `*.png binary\n${header}${lines}`],
  ['no line end at the end', '*.png binary', `*.png binary\n${header}${lines}`],
  ['its own lines', lines, lines],
  ['its own lines with more', lines.replace('diff', 'eol=lf diff'), lines.replace('diff', 'eol=lf diff')],
  [
    'one of its lines',
    lines.split('\n')[0] + '\n',
    `${lines.split('\n')[0]}\n${header}${lines.split('\n')[1]}\n`,
  ],
  [
    'a later line that says otherwise',
    `${lines}*.annotations.yaml merge=union\n`,
    `${lines}*.annotations.yaml merge=union\n${header}${lines.split('\n')[0]}\n`,
  ],
  [
    'a later line that unsets',
    `${lines}*.annotations.yaml -merge\n`,
    `${lines}*.annotations.yaml -merge\n${header}${lines.split('\n')[0]}\n`,
  ],
  [
    'a comment that names it',
    `# ${lines}`,
    `# ${lines.split('\n')[0]}\n${lines.split('\n')[1]}\n${header}${lines.split('\n')[0]}\n`,
  ],
  ['Windows line ends', '*.png binary\r\n', `*.png binary\n${header}${lines}`.replaceAll('\n', '\r\n')],
];

describe('attributes of git', () => {
  for (const [name, before, after] of cases) {
    it(`are added to a file with ${name}`, () => {
      assert.equal(withAttributes(before), after);
      assert.equal(withAttributes(after), after);
    });
  }

  it('are taken back, and what a person added stays', () => {
    assert.equal(withoutAttributes(`*.png binary\n${header}${lines}`), '*.png binary\n');
    assert.equal(
      withoutAttributes('*.annotations.yaml merge=verbatim diff=verbatim eol=lf\r\n'),
      '*.annotations.yaml eol=lf\r\n',
    );
    assert.equal(withoutAttributes('*.annotations.yaml merge=union\n'), '*.annotations.yaml merge=union\n');
  });

  it('come and go without a trace in any file', () => {
    const line = fc.constantFrom(
      '*.png binary',
      '',
      '# note',
      '*.annotations.yaml text',
      '*.txt eol=lf',
      'é* diff',
    );
    fc.assert(
      fc.property(fc.array(line), (all) => {
        const source = all.map((each) => `${each}\n`).join('');
        assert.equal(withoutAttributes(withAttributes(source)), source);
      }),
      { numRuns: 50 },
    );
  });
});
