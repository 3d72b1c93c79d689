import { commands as registry, Disposable, env, l10n, Uri, window, workspace } from 'vscode';

import type { ExportFormat } from '../../core/export/exportSource';
import { exportFormats } from '../../core/export/formats';
import { readArticle } from '../../core/text/article';
import type { ArticleSession } from '../articleSession';
import type { ArticleSessions } from '../articleSessions';
import { commands } from '../ids';
import { formatOf } from '../liveAnalysis';
import { messageOf } from '../messages';
import { runInSlices } from '../schedule';
import { activeSession } from '../targets';

/** Writes the article with what is shown of it to a file of its own: as a page to read and print, or in a format to choose. */
export function registerExport(sessions: ArticleSessions): Disposable {
  const onArticle = (act: (session: ArticleSession) => Promise<void>) => async () => {
    const session = activeSession(sessions);
    if (session) await act(session);
    else window.setStatusBarMessage(l10n.t('There is no article to export.'), 4000);
  };
  return Disposable.from(
    registry.registerCommand(
      commands.exportHtml,
      onArticle((session) => exportTo(session, exportFormats[0] as ExportFormat)),
    ),
    registry.registerCommand(
      commands.exportAs,
      onArticle(async (session) => {
        const format = await chooseFormat();
        if (format) await exportTo(session, format);
      }),
    ),
  );
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const names: Readonly<Record<string, string>> = {
    html: l10n.t('HTML page, to read and print'),
    jsonld: l10n.t('W3C Web Annotations (JSON-LD)'),
    conll: l10n.t('CoNLL columns'),
    brat: l10n.t('brat standoff'),
  };
  const picks = exportFormats.map((format) => ({
    label: names[format.id] ?? format.id,
    description: `.${format.extension}`,
    format,
  }));
  return (await window.showQuickPick(picks, { placeHolder: l10n.t('Export as…') }))?.format;
}

async function exportTo(session: ArticleSession, format: ExportFormat): Promise<void> {
  const { document, sidecar } = session;
  const { uri } = document;
  const path = `${uri.path}.${format.extension}`;
  const isFile = uri.scheme !== 'untitled';
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `${path.split('/').at(-1) ?? 'article'}`;
  const defaultUri = isFile ? uri.with({ path }) : folder && Uri.joinPath(folder, name);
  const target = await window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { [format.extension.toUpperCase()]: [format.extension] },
  });
  if (!target) return;
  const { view } = session;
  const article = await runInSlices(readArticle(document.getText(), formatOf(document)), sidecar.token);
  if (!article) return;
  const written = format.write({
    file: uri.path.split('/').at(-1) ?? '',
    article,
    view,
    language: 'fr',
    uiLanguage: env.language,
    say: messageOf,
  });
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(written));
    window.setStatusBarMessage(l10n.t('Exported to {0}', workspace.asRelativePath(target)), 6000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The article could not be exported: {0}', reason));
  }
}
