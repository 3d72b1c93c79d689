import assert from 'node:assert/strict';

import Papa from 'papaparse';
import ts from 'typescript';

import type { Label } from '../../../src/core/export/exportSource';
import { csvReport } from '../../../src/core/export/report/csvReport';
import { htmlReport } from '../../../src/core/export/report/htmlReport';
import { jsonLdReport } from '../../../src/core/export/report/jsonLdReport';
import { markdownReport } from '../../../src/core/export/report/markdownReport';
import { reportFormats } from '../../../src/core/export/report/reportFormats';
import type { ReportSource } from '../../../src/core/export/report/reportFormat';
import { reportRows, type ReportRow } from '../../../src/core/export/report/reportRows';
import type { Analysis } from '../../../src/core/annotation/suggestion';
import { checkQuotations, claim } from '../../../src/core/view/decisions/check';
import { fromRoot } from '../../../src/tools/paths';
import { readJson } from '../../l10n/sources';
import { Desk } from '../view/desk';

const messages = readJson<Readonly<Record<string, string>>>('l10n/messages.json');

function say({ code, args }: Label): string {
  assert.ok(messages[code] !== undefined, code);
  return args.reduce<string>((text, arg, i) => text.replace(`{${i}}`, String(arg)), messages[code]);
}

const rows: readonly ReportRow[] = [
  {
    kind: 'direct',
    words: 'Nous irons | jusqu’au *bout*',
    line: 3,
    speakers: [{ name: 'Abdoulaye Diop', type: 'person' }],
    cue: 'a dit',
    state: 'signed',
    finding: {
      verdict: 'accurate',
      by: 'Claire',
      date: '2026-11-25',
      note: 'Vu sur place.',
      evidence: [
        { url: 'https://example.org/a?b=1&c=2', title: 'Point presse', seen: '2026-11-24' },
        { file: 'point.vtt', place: '00:01:02', exact: 'jusqu’au bout' },
      ],
      signed: { by: 'Paul' },
    },
  },
  {
    kind: 'claim',
    words: '=HYPERLINK("https://evil.example","x")',
    speakers: [],
    state: 'stale',
    finding: { verdict: 'maison <b>', evidence: [{ url: 'javascript:alert(1)' }] },
    checkedWords: '<script>alert(1)</script>',
  },
  { kind: 'indirect', words: 'que tout va bien', line: 9, speakers: [], state: 'open' },
];

const source: ReportSource = {
  sections: [
    { file: 'dir/a.article', rows, date: '2026-11-20' },
    { file: 'b.article', rows: [] },
  ],
  language: 'fr',
  uiLanguage: 'en',
  say,
};

describe('fact-check report', () => {
  it('as Markdown is a table an article, and text stays text', () => {
    const written = markdownReport.write(source);
    assert.match(written, /^# Fact-check report\n\n## dir\/a\.article \(2026-11-20\)\n/u);
    assert.ok(
      written.includes(
        '3 quotations and claims: 1 changed since the check, 1 unchecked, 1 checked and read by a second person.',
      ),
    );
    assert.ok(written.includes('| 3 | Nous irons \\| jusqu’au \\*bout\\* | Abdoulaye Diop |'));
    assert.ok(written.includes('<https://example.org/a?b=1&c=2>'));
    assert.ok(!/(?<!\\)<(?:script|b\b|javascript)/u.test(written));
    const lines = written.split('\n').filter((line) => line.startsWith('|'));
    const cells = new Set(lines.map((line) => line.replace(/\\\|/gu, '').split('|').length));
    assert.equal(cells.size, 1, 'every line has as many cells');
  });

  it('as HTML shows all there is, and nothing of it runs', () => {
    const written = htmlReport.write(source);
    assert.ok(written.includes('Nous irons | jusqu’au *bout*'));
    assert.ok(written.includes('href="https://example.org/a?b=1&#38;c=2"'));
    assert.ok(!/<script|href="javascript|<b>/u.test(written));
    assert.match(written, /Content-Security-Policy" content="default-src 'none'/u);
  });

  it('as CSV can be read back, and starts no formula', () => {
    const { data, errors } = Papa.parse<string[]>(csvReport.write(source).trimEnd());
    assert.deepEqual(errors, []);
    assert.deepEqual(new Set(data.map((line) => line.length)), new Set([14]));
    assert.equal(data[1]?.[2], 'Nous irons | jusqu’au *bout*');
    assert.equal(data[2]?.[2], '\'=HYPERLINK("https://evil.example","x")');
  });

  it('as JSON-LD says nothing of a check that is stale', () => {
    const graph = graphOf(jsonLdReport.write(source));
    assert.deepEqual(
      graph.map((node) => node['@type']),
      ['Quotation', 'ClaimReview', 'Quotation'],
    );
    assert.deepEqual(graph[1]?.citation, ['https://example.org/a?b=1&c=2']);
  });

  it('as JSON-LD keeps to the vocabulary of schema.org', () => {
    const { '@graph': graph } = JSON.parse(jsonLdReport.write(source)) as { '@graph': object[] };
    assert.deepEqual(faultsBySchema(graph), []);
    assert.notDeepEqual(faultsBySchema([{ '@type': 'ClaimReview', claimed: 'x' }]), [], 'the check can fail');
  }).timeout(60_000);

  for (const format of reportFormats)
    it(`${format.id} of nothing`, () => assert.ok(format.write({ ...source, sections: [] }).length > 0));
});

describe('rows of a report', () => {
  const text = 'Titre\n\n« Nous irons au bout », a dit Diop. Il pleut.\r\n';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const analysis: Analysis = {
    mentions: [{ span: at('Diop'), type: 'person', form: 'name', entity: 'e1', confidence: 1, why: [] }],
    entities: [{ key: 'e1', type: 'person', name: 'Diop', aliases: [], roles: [] }],
    quotations: [
      {
        form: 'direct',
        content: [at('Nous irons au bout')],
        marks: [],
        cue: { span: at('a dit'), tone: 'neutral', lemma: 'dire' },
        source: at('Diop'),
        speakers: ['e1'],
        candidates: [],
        confidence: { found: 1, form: 1, speaker: 1 },
        why: [],
      },
    ],
    refused: [],
  };
  const rowsOf = (desk: Desk) =>
    reportRows({
      ...desk,
      file: 'a',
      view: desk.view,
      placed: desk.placed,
      entities: desk.sidecar.entities,
      text: desk.text,
      unchecked: 'unchecked',
    });

  it('have lines, speakers and findings', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations, { verdict: 'accurate', by: 'Claire' }));
    desk.decide(claim([at('Il pleut')]));
    assert.deepEqual(
      rowsOf(desk).map(({ kind, line, words, speakers, cue, state, finding }) => [
        kind,
        line,
        words,
        speakers[0]?.name,
        cue,
        state,
        finding?.by,
      ]),
      [
        ['direct', 3, 'Nous irons au bout', 'Diop', 'a dit', 'checked', 'Claire'],
        ['claim', 3, 'Il pleut', undefined, undefined, 'open', undefined],
      ],
    );
  });

  it('say what was checked when that is not there any more', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations, { verdict: 'accurate' }));
    desk.text = text.replace('irons', 'irionz');
    const [row] = rowsOf(desk);
    assert.equal(row?.state, 'stale');
    assert.equal(row.checkedWords, 'Nous irons au bout');
  });
});

function graphOf(written: string): readonly Readonly<Record<string, unknown>>[] {
  return (JSON.parse(written) as { '@graph': Readonly<Record<string, unknown>>[] })['@graph'];
}

/** What TypeScript says of the data against the vocabulary as types (schema-dts, made from schema.org's own files). */
function faultsBySchema(graph: readonly object[]): readonly string[] {
  const name = fromRoot('test', 'core', 'export', 'checked.ts');
  const lines = graph.map((node, index) => {
    const type = (node as { '@type': string })['@type'];
    return `export const node${index}: Exclude<${type}, string> = ${JSON.stringify(node)};`;
  });
  const content = `import type { ClaimReview, Quotation } from 'schema-dts';\n${lines.join('\n')}\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, content, ts.ScriptTarget.Latest) : getSourceFile(file, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (file) => file === name || exists(file);
  const program = ts.createProgram([name], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(name))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
