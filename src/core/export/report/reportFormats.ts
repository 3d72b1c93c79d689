import { csvReport } from './csvReport';
import { htmlReport } from './htmlReport';
import { jsonLdReport } from './jsonLdReport';
import { markdownReport } from './markdownReport';
import type { ReportFormat } from './reportFormat';

/** In the order in which they are offered. A new format is one file. */
export const reportFormats: readonly ReportFormat[] = [htmlReport, markdownReport, csvReport, jsonLdReport];
