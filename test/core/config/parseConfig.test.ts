import assert from 'node:assert/strict';

import fc from 'fast-check';

import { applyEdits } from '../../../src/core/text/textEdit';
import { addArticlePattern } from '../../../src/core/config/addArticlePattern';
import { defaultConfig } from '../../../src/core/config/config';
import { parseConfig } from '../../../src/core/config/parseConfig';
import { articleTest } from '../../../src/core/config/patterns';

/** What is wrong, as `code "the words it points at"`. */
function problemsOf(source: string): readonly string[] {
  return parseConfig(source).problems.map(({ code, span }) =>
    span ? `${code} ${JSON.stringify(source.slice(span.start, span.end))}` : code,
  );
}

const wrong: readonly {
  readonly name: string;
  readonly source: string;
  readonly problems: readonly string[];
}[] = [
  { name: 'nothing', source: '', problems: [] },
  { name: 'only comments', source: '# rien\n', problems: [] },
  {
    name: 'all keys',
    source:
      'version: 1\narticles: [a/*.txt]\nexclude: b.md\nlanguage: fr\nencoding: windows-1252\nregister: x/y.yaml\nverdicts: [exact, faux]\nrules: {a: {b: 1}}\n',
    problems: [],
  },
  { name: 'a list', source: '- a', problems: ['config-not-a-map "-"'] },
  { name: 'broken YAML', source: 'articles: [', problems: ['config-syntax ""'] },
  { name: 'an unknown key', source: 'articels: x', problems: ['config-unknown-key "articels"'] },
  { name: 'another version', source: 'version: 2', problems: ['config-version "2"'] },
  { name: 'another language', source: 'language: de', problems: ['config-language "de"'] },
  { name: 'registers upwards', source: 'register: [a.yaml, ../team.yaml]', problems: [] },
  { name: 'an absolute path', source: 'register: /etc/passwd', problems: ['config-register "/etc/passwd"'] },
  { name: 'an address', source: 'register: "http://x"', problems: ['config-register "\\"http://x\\""'] },
  { name: 'a drive', source: 'register: "C:/x"', problems: ['config-register "\\"C:/x\\""'] },
  { name: 'a pattern upwards', source: 'articles: [a/../../b]', problems: ['config-path "a/../../b"'] },
  { name: 'a slow pattern', source: 'articles: ["*(*(*a))"]', problems: ['config-pattern "\\"*(*(*a))\\""'] },
  { name: 'numbers for patterns', source: 'articles: [12]', problems: ['config-type "12"'] },
  { name: 'an alias', source: 'exclude: &a x\narticles: *a', problems: ['config-type "*a"'] },
];

describe('verbatim.yaml', () => {
  for (const { name, source, problems } of wrong)
    it(`says what is wrong with ${name}`, () => assert.deepEqual(problemsOf(source), problems));

  it('keeps what is right beside what is wrong', () => {
    const { config } = parseConfig('articles: [ok.txt, ../no.txt]\nlanguage: de\nverdicts: [vrai]\n');
    assert.deepEqual(config, { ...defaultConfig, articles: ['ok.txt'], verdicts: ['vrai'] });
  });

  it('refuses an alias bomb, deep nesting and great length at once', () => {
    const bomb =
      'rules:\n  a: &a [x,x,x,x,x,x,x,x,x]\n  b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n  c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n  d: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n';
    for (const [source, code] of [
      [bomb, 'config-type'],
      ['['.repeat(10_000), 'config-too-deep'],
      [`${' '.repeat(900)}a: 1`, 'config-too-deep'],
      ['#'.repeat(300_000), 'config-too-large'],
    ] as const)
      assert.equal(parseConfig(source).problems[0]?.code, code);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'articles',
            'rules',
            ':',
            ' ',
            '\n',
            '- ',
            '[',
            '}',
            '"',
            '&a',
            '*a',
            '!!x',
            '|',
            '\0',
            '#',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const { config } = parseConfig(parts.join(''));
          articleTest(config)('a/b.txt');
        },
      ),
    );
  });
});

const patterns: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ['depeches/*.txt', 'depeches/un.txt', true],
  ['depeches/*.txt', 'depeches/2025/un.txt', false],
  ['depeches/**/*.txt', 'depeches/2025/un.txt', true],
  ['./un.txt', 'un.txt', true],
  ['un.txt', 'ailleurs/un.txt', true],
  ['depeches/', 'depeches/2025/un.md', true],
  ['*.{txt,md}', 'un.md', true],
  ['*.txt', 'un.txt.bak', false],
  ['été/*.txt', 'été/un.txt', true],
  ['[ab]*.txt', 'b1.txt', true],
];

describe('article patterns', () => {
  for (const [pattern, path, matches] of patterns)
    it(`${pattern} ${matches ? 'names' : 'does not name'} ${path}`, () =>
      assert.equal(articleTest({ articles: [pattern], exclude: [] })(path), matches));

  it('what is excluded is no article', () => {
    const test = articleTest({ articles: ['*.txt'], exclude: ['brouillons/'] });
    assert.deepEqual([test('un.txt'), test('brouillons/un.txt')], [true, false]);
  });

  it('a hostile pattern is refused or quick', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('*', '**', 'a', '(', ')', '+', '?', '{', '}', ',', '[', ']', '!', '@', '/'),
          { maxLength: 40 },
        ),
        (parts) => {
          const { config } = parseConfig(`articles: [${JSON.stringify(parts.join(''))}]`);
          articleTest(config)('a'.repeat(200));
        },
      ),
    );
  });
});

const additions: readonly {
  readonly name: string;
  readonly before: string;
  readonly after: string | undefined;
}[] = [
  { name: 'a new file', before: '', after: 'version: 1\narticles:\n  - "x.txt"\n' },
  {
    name: 'a file without articles',
    before: 'language: fr',
    after: 'language: fr\narticles:\n  - "x.txt"\n',
  },
  {
    name: 'a block list',
    before: 'articles:\n  - a.txt # ici\nlanguage: fr\n',
    after: 'articles:\n  - a.txt # ici\n  - "x.txt"\nlanguage: fr\n',
  },
  { name: 'a flow list', before: 'articles: [a.txt] # deux\n', after: 'articles: [a.txt, "x.txt"] # deux\n' },
  { name: 'an empty flow list', before: 'articles: []\n', after: 'articles: ["x.txt"]\n' },
  { name: 'CRLF', before: 'articles:\r\n  - a.txt\r\n', after: 'articles:\r\n  - a.txt\r\n  - "x.txt"\r\n' },
  { name: 'a file that names it', before: 'articles: [x.txt]', after: undefined },
  { name: 'a broken file', before: 'articles: [', after: undefined },
];

describe('naming one more article', () => {
  for (const { name, before, after } of additions)
    it(name, () => {
      const edit = addArticlePattern(before, 'x.txt');
      assert.equal(edit && applyEdits(before, [edit]), after);
      if (after !== undefined) assert.ok(parseConfig(after).config.articles.includes('x.txt'));
    });
});
