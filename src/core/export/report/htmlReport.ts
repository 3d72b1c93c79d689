import { label } from '../exportSource';
import { element, escapeHtml, startTag } from '../html/escapeHtml';
import type { ReportFormat, ReportSection, ReportSource } from './reportFormat';
import type { ReportRow } from './reportRows';
import { checkerOf, evidenceText, kindName, stateName, verdictName } from './reportWords';
import { summaryLine } from './summary';

/** One page that needs nothing else, to read, print and sign. Nothing in it can run or be fetched. */
export const htmlReport: ReportFormat = {
  id: 'html',
  extension: 'html',
  write: (source) => {
    const title = escapeHtml(source.say(label('report-title')));
    const head = [
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="generator" content="Verbatim">',
      element('title', {}, title),
      `<style>${style}</style>`,
    ].join('\n');
    const main = element(
      'main',
      {},
      element('h1', {}, title),
      ...source.sections.map((each, index) => section(each, index, source)),
    );
    return [
      '<!DOCTYPE html>',
      startTag('html', { lang: source.uiLanguage }),
      element('head', {}, head),
      element('body', {}, main),
      '</html>',
      '',
    ].join('\n');
  },
};

const columns = ['line', 'words', 'speaker', 'state', 'verdict', 'evidence', 'checker', 'note'] as const;

function section({ file, rows, date }: ReportSection, index: number, source: ReportSource): string {
  const { say } = source;
  const id = `article-${index + 1}`;
  const heading = element(
    'h2',
    { id },
    escapeHtml(file),
    date === undefined ? '' : ` ${element('time', { datetime: date }, escapeHtml(date))}`,
  );
  if (rows.length === 0)
    return element(
      'section',
      { 'aria-labelledby': id },
      heading,
      element('p', {}, escapeHtml(say(label('report-nothing')))),
    );
  const head = columns.map((column) =>
    element('th', { scope: 'col' }, escapeHtml(say(label(`report-column-${column}`)))),
  );
  const table = element(
    'table',
    { 'aria-labelledby': id },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map((row) => tableRow(row, source))),
  );
  return element(
    'section',
    { 'aria-labelledby': id },
    heading,
    element('p', { class: 'summary' }, escapeHtml(summaryLine(rows, say))),
    element('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-labelledby': id }, table),
    element('p', { class: 'signature' }, escapeHtml(say(label('report-signature')))),
  );
}

function tableRow(row: ReportRow, { say, language }: ReportSource): string {
  const { finding } = row;
  const stale =
    row.checkedWords === undefined
      ? ''
      : element('p', { class: 'then' }, escapeHtml(say(label('report-checked-words', row.checkedWords))));
  const evidence = (finding?.evidence ?? []).map((each) => {
    const text = escapeHtml(evidenceText(each, say));
    return element(
      'li',
      {},
      [text, each.url === undefined ? '' : address(each.url)].filter(Boolean).join(' '),
    );
  });
  return element(
    'tr',
    { class: row.state },
    element('td', {}, row.line === undefined ? '' : String(row.line)),
    element(
      'td',
      {},
      element('q', { lang: language }, escapeHtml(row.words)),
      ' ',
      element('span', { class: 'kind' }, escapeHtml(kindName(row.kind, say))),
      stale,
    ),
    element('td', {}, escapeHtml(row.speakers.map(({ name }) => name).join(', '))),
    element('td', {}, element('strong', {}, escapeHtml(stateName(row.state, say)))),
    element('td', {}, finding ? escapeHtml(verdictName(finding.verdict, say)) : ''),
    element('td', {}, evidence.length > 0 ? element('ul', {}, ...evidence) : ''),
    element('td', {}, escapeHtml(checkerOf(row, say))),
    element('td', {}, escapeHtml(finding?.note ?? '')),
  );
}

/** Only web addresses are links; nothing is opened without a click. */
function address(url: string): string {
  return /^https?:\/\/\S+$/iu.test(url)
    ? element('a', { href: url, rel: 'noopener noreferrer' }, escapeHtml(url))
    : escapeHtml(url);
}

const style = `
:root{color-scheme:light dark;--text:#1b1f24;--page:#fff;--soft:#57606a;--rule:#d0d7de;--link:#0a58b5;--stale:#a40e26;--open:#7a4100;--done:#157a3a}
@media (prefers-color-scheme:dark){:root{--text:#e6e8eb;--page:#16191d;--soft:#a5adb6;--rule:#3a4048;--link:#7db8ff;--stale:#ff8f8f;--open:#e3b341;--done:#63c98a}}
html{background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
body{margin:0 auto;padding:2rem 1.25rem;max-width:80rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}time,.summary,.kind{color:var(--soft)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--rule);padding:.5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
td:first-child{color:var(--soft)}
q{quotes:"« " " »"}
ul{margin:0;padding-inline-start:1rem}
a{color:var(--link)}
.stale strong,.then{color:var(--stale)}.open strong{color:var(--open)}.checked strong,.signed strong{color:var(--done)}
.signature{margin-top:2rem;border-top:1px solid var(--rule);padding-top:.25rem;width:20rem;color:var(--soft)}
@media print{html{font-size:.8rem}a{color:inherit}.wide{overflow:visible}tr{break-inside:avoid}}
`;
