import { commands as registry, Disposable, env, l10n, Uri, window, workspace } from 'vscode';

import type { ReportFormat } from '../../../core/export/report/reportFormat';
import { reportFormats } from '../../../core/export/report/reportFormats';
import { reportRows } from '../../../core/export/report/reportRows';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import type { ConfigFiles } from '../../configFiles';
import { commands } from '../../ids';
import { messageOf } from '../../messages';
import { activeSession } from '../../targets';

/** The report of the article in front, in a format to choose: as a page to save, or as a text to look at first. */
export function registerReportCommand(sessions: ArticleSessions, config: ConfigFiles): Disposable {
  return registry.registerCommand(commands.factCheckReport, async (given: unknown) => {
    const session = activeSession(sessions);
    if (!session) return window.setStatusBarMessage(l10n.t('There is no article to report on.'), 4000);
    const format = reportFormats.find(({ id }) => id === given) ?? (await chooseFormat());
    if (!format) return undefined;
    const written = await writeReport(session, format, config);
    if (format.id === 'html') return save(session, format, written);
    const language = format.id === 'markdown' ? 'markdown' : format.id === 'jsonld' ? 'json' : 'plaintext';
    return window.showTextDocument(await workspace.openTextDocument({ language, content: written }));
  });
}

async function chooseFormat(): Promise<ReportFormat | undefined> {
  const names: Readonly<Record<string, string>> = {
    html: l10n.t('HTML page, to read, print and sign'),
    markdown: l10n.t('Markdown table'),
    csv: l10n.t('CSV, for spreadsheets'),
    jsonld: l10n.t('schema.org ClaimReview and Quotation (JSON-LD)'),
  };
  const picks = reportFormats.map((format) => ({
    label: names[format.id] ?? format.id,
    description: `.${format.extension}`,
    format,
  }));
  return (await window.showQuickPick(picks, { placeHolder: l10n.t('Report as…') }))?.format;
}

async function writeReport(
  session: ArticleSession,
  format: ReportFormat,
  config: ConfigFiles,
): Promise<string> {
  const { document, view, placed, sidecar } = session;
  const { verdicts } = await config.configOf(document.uri);
  const file = workspace.asRelativePath(document.uri, false);
  const rows = reportRows({
    file,
    text: document.getText(),
    view,
    placed,
    entities: sidecar.current.entities,
    unchecked: verdicts[0] ?? '',
  });
  const section = { file, rows, ...(view.date && { date: view.date.iso }) };
  return format.write({ sections: [section], language: 'fr', uiLanguage: env.language, say: messageOf });
}

async function save({ document }: ArticleSession, format: ReportFormat, written: string): Promise<void> {
  const { uri } = document;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const beside =
    uri.scheme === 'untitled'
      ? folder && Uri.joinPath(folder, 'report.html')
      : uri.with({ path: `${uri.path}.report.html` });
  const target = await window.showSaveDialog({
    ...(beside && { defaultUri: beside }),
    filters: { HTML: [format.extension] },
  });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(written));
    window.setStatusBarMessage(l10n.t('Exported to {0}', workspace.asRelativePath(target)), 6000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The report could not be written: {0}', reason));
  }
}
