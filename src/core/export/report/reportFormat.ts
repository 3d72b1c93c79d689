import type { ExportSource } from '../exportSource';
import type { ReportRow } from './reportRows';

/** One article of a report with its rows. */
export interface ReportSection {
  readonly file: string;
  readonly rows: readonly ReportRow[];
  /** ISO day of the article, where it is known. */
  readonly date?: string;
}

/** What a report is written from. */
export interface ReportSource extends Pick<ExportSource, 'language' | 'uiLanguage' | 'say'> {
  readonly sections: readonly ReportSection[];
}

/** One way to write a report. */
export interface ReportFormat {
  readonly id: string;
  /** Of the file: `md`. */
  readonly extension: string;
  readonly write: (source: ReportSource) => string;
}
