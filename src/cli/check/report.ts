import * as l10n from '@vscode/l10n';

import type { Checked } from './checkFiles';
import type { Finding } from './finding';
import { sarifLog } from './sarif';

export const reportFormats = ['human', 'json', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What the command prints, with its last line end. */
export function reportOf(checked: Checked, format: ReportFormat, version: string): string {
  switch (format) {
    case 'human':
      return humanReport(checked);
    case 'json':
      return `${JSON.stringify(checked, undefined, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifLog(checked.findings, version), undefined, 2)}\n`;
  }
}

/** One line a finding in the form that editors and CI know from compilers; notes are for programs. */
function humanReport({ findings, sidecars }: Checked): string {
  const shown = findings.filter(({ severity }) => severity !== 'information');
  return [...shown.map(lineOf), summary(shown, sidecars), ''].join('\n');
}

function lineOf({ file, line, column, severity, message, code }: Finding): string {
  return `${file}:${line}:${column}: ${nameOf(severity)}: ${message.replace(/\s*\n\s*/gu, ' ')} [${code}]`;
}

function nameOf(severity: Finding['severity']): string {
  return severity === 'error' ? l10n.t('error') : l10n.t('warning');
}

function summary(shown: readonly Finding[], sidecars: number): string {
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  return shown.length === 0
    ? l10n.t('Sidecars checked: {0}. Nothing to report.', sidecars)
    : l10n.t('Sidecars checked: {0}. Errors: {1}. Warnings: {2}.', sidecars, errors, shown.length - errors);
}
