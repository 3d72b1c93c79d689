import Papa from 'papaparse';

import { label } from '../exportSource';
import type { ReportFormat } from './reportFormat';
import { evidenceText, kindName, stateName, verdictName } from './reportWords';

/** One line a quotation, for spreadsheets (RFC 4180). What could be taken for a formula is marked as text. */
export const csvReport: ReportFormat = {
  id: 'csv',
  extension: 'csv',
  write: ({ sections, say }) => {
    const head = columns.map((column) => say(label(`report-column-${column}`)));
    const lines = sections.flatMap(({ file, rows }) =>
      rows.map(({ line, words, speakers, cue, kind, state, finding, checkedWords }) => [
        file,
        line ?? '',
        words,
        speakers.map(({ name }) => name).join('; '),
        cue ?? '',
        kindName(kind, say),
        stateName(state, say),
        finding ? verdictName(finding.verdict, say) : '',
        finding?.by ?? '',
        finding?.date ?? '',
        finding?.signed?.by ?? '',
        (finding?.evidence ?? [])
          .map((each) => [evidenceText(each, say), each.url].filter(Boolean).join(' '))
          .join('\n'),
        finding?.note ?? '',
        checkedWords ?? '',
      ]),
    );
    return `${Papa.unparse([head, ...lines], { escapeFormulae: true })}\r\n`;
  },
};

const columns = [
  'file',
  'line',
  'words',
  'speaker',
  'cue',
  'kind',
  'state',
  'verdict',
  'by',
  'date',
  'signed',
  'evidence',
  'note',
  'checked-words',
] as const;
