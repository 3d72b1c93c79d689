import assert from 'node:assert/strict';

import fc from 'fast-check';

import { outlineOf } from '../../../src/core/sidecar/outline';
import { readPlainYaml } from '../../../src/core/sidecar/plainYaml';
import { sidecarSections } from '../../../src/core/sidecar/sidecar';
import { isTextKey, parseYaml } from '../../../src/core/sidecar/yamlEntry';
import { span, type Span } from '../../../src/core/util/span';
import { mutated } from './mutate';

const read = (source: string, within: Span = span(0, source.length)) =>
  readPlainYaml(source, within, isTextKey);

/** Whether it reads the stretch; then the YAML parser must say the same of it, offsets and all. */
function isReadAlike(source: string, within: Span = span(0, source.length)): boolean {
  const plain = read(source, within);
  if (!plain) return false;
  const { root, problems } = parseYaml(source, within);
  assert.deepEqual([plain, []], [root, problems], JSON.stringify(source.slice(within.start, within.end)));
  return true;
}

const plain: readonly string[] = [
  'version: 1',
  'article: "a b.txt"',
  'x: 0\ny: 12\nz: 0.5\nexact: 1989\nnote: 1.50',
  '  - id: m1\n    kind: mention\n    exact: "« L’été », 1\\n\\u00e9 \\"x\\""',
  '- id: m1\n  aliases: [a, b-c]\n  speakers: []',
  '  - id: q1\n    content:\n      - exact: "x"\n        prefix: "y"\n      - exact: "z"\n    cue:\n      exact: "w"\n    status: confirmed',
  '  - id: q1\r\n    check:\r\n      of:\r\n        words: "x"\r\n        speakers: [a]\r\n      verdict: accurate',
  'aliases:\n  - "x"\n  - y',
];

const notPlain: readonly string[] = [
  '',
  'a: b c',
  'a: true',
  'a: ~',
  'a: 007',
  "a: 'x'",
  'a: "x" # y',
  '# x\na: b',
  'a: b\n\nc: d',
  'a: |\n  x',
  'a: {b: c}',
  'a: [1, 2]',
  'a: &x y',
  'a: *x',
  'a: !!str y',
  'a: b\na: c',
  'a:',
  'a:\nb: c',
  'a: "x\n  y"',
  'a: "\\q"',
  '? a\n: b',
  '- - a',
  '-  a: b',
  'a: b\n c: d',
  'a:\n  b: c\n d: e',
  'a: b\t',
  'true: b',
];

describe('readPlainYaml', () => {
  for (const source of plain) it(`reads ${JSON.stringify(source)}`, () => assert.ok(isReadAlike(source)));
  for (const source of notPlain)
    it(`leaves ${JSON.stringify(source)} to the parser`, () => assert.equal(read(source), undefined));

  it('says what the parser says of records with something put in', () => {
    const records = plain.filter((source) => source.includes('- '));
    const put = fc.constantFrom(
      ...'"\'-:[],{}#é01.\\\t ~!&*|>%@?\n\u00a0\u2028\u0085\ufeff\ud800',
      ': ',
      '\n  ',
      '- ',
      'null',
      '1e3',
      '😀',
    );
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.nat(), fc.nat(3), put, (source, place, cut, piece) => {
        const at = place % (source.length + 1);
        isReadAlike(source.slice(0, at) + piece + source.slice(at + cut));
      }),
      { numRuns: 400 },
    );
  });

  it('says what the parser says, whatever became of a file', () => {
    let count = 0;
    for (let seed = 0; seed < 300; seed++) {
      const source = mutated(seed);
      for (const entry of outlineOf(source, sidecarSections)?.entries ?? [])
        for (const at of [entry.span, ...(entry.items ?? [])])
          if (at.end - at.start < 4000 && isReadAlike(source, at)) count++;
    }
    assert.ok(count > 100, String(count));
  });
});
