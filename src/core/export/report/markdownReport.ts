import { label } from '../exportSource';
import type { ReportFormat, ReportSection, ReportSource } from './reportFormat';
import type { ReportRow } from './reportRows';
import { checkerOf, evidenceText, kindName, stateName, verdictName } from './reportWords';
import { summaryLine } from './summary';

/** A table an article, as GitHub Flavored Markdown. Whatever an article or a check says is text. */
export const markdownReport: ReportFormat = {
  id: 'markdown',
  extension: 'md',
  write: (source) =>
    `${[`# ${source.say(label('report-title'))}`, ...source.sections.map((each) => section(each, source))].join('\n\n')}\n`,
};

const columns = [
  'line',
  'words',
  'speaker',
  'kind',
  'state',
  'verdict',
  'evidence',
  'checker',
  'note',
] as const;

function section({ file, rows, date }: ReportSection, source: ReportSource): string {
  const { say } = source;
  const heading = `## ${plain(file)}${date === undefined ? '' : ` (${plain(date)})`}`;
  if (rows.length === 0) return [heading, say(label('report-nothing'))].join('\n\n');
  const head = columns.map((column) => say(label(`report-column-${column}`)));
  const table = [head, head.map(() => '---'), ...rows.map((row) => cells(row, source))];
  return [heading, summaryLine(rows, say), table.map((line) => `| ${line.join(' | ')} |`).join('\n')].join(
    '\n\n',
  );
}

function cells(row: ReportRow, { say }: ReportSource): readonly string[] {
  const { finding } = row;
  const stale =
    row.checkedWords === undefined
      ? ''
      : `<br>${plain(say(label('report-checked-words', row.checkedWords)))}`;
  const evidence = (finding?.evidence ?? []).map((each) => {
    const text = plain(evidenceText(each, say));
    return each.url === undefined ? text : [text, link(each.url)].filter(Boolean).join(' ');
  });
  return [
    row.line === undefined ? '' : String(row.line),
    `${plain(row.words)}${stale}`,
    plain(row.speakers.map(({ name }) => name).join(', ')),
    plain(kindName(row.kind, say)),
    plain(stateName(row.state, say)),
    finding ? plain(verdictName(finding.verdict, say)) : '',
    evidence.join('<br>'),
    plain(checkerOf(row, say)),
    plain(finding?.note ?? ''),
  ];
}

/** Characters that could be markup get a backslash; a cell of a table is one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!]/gu, (mark) => `\\${mark}`)
    .replace(/^([-+]|\d+[.)])/u, '\\$1')
    .replace(/\b(https?|ftp|www)(?=:|\.)/giu, '$1\\');
}

/** Only web addresses are links. */
function link(url: string): string {
  return /^https?:\/\/[^\s<>|]+$/iu.test(url) ? `<${url}>` : plain(url);
}
