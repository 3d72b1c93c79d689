import { commands as registry, Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import type { PreviewState } from '../../../core/export/preview/messages';
import type { ArticleSessions } from '../../articleSessions';
import { commands, previewType } from '../../ids';
import { activeSession } from '../../targets';
import { PreviewPanel } from './previewPanel';

/** The annotated preview: one beside each article, which comes back with the window. */
export function registerPreview(sessions: ArticleSessions, extension: Uri): Disposable {
  const open = new Map<string, PreviewPanel>();
  const keep = (panel: WebviewPanel, uri: Uri): void => {
    const preview = new PreviewPanel(panel, uri, sessions, extension);
    open.set(uri.toString(), preview);
    panel.onDidDispose(() => {
      if (open.get(uri.toString()) === preview) open.delete(uri.toString());
      preview.dispose();
    });
  };
  return Disposable.from(
    registry.registerCommand(commands.openPreview, () => {
      const session = activeSession(sessions);
      if (!session) return void window.setStatusBarMessage(l10n.t('There is no article to preview.'), 4000);
      const { uri } = session.document;
      const known = open.get(uri.toString());
      if (known) return known.panel.reveal(undefined, true);
      const name = uri.path.split('/').at(-1) ?? '';
      const panel = window.createWebviewPanel(
        previewType,
        l10n.t('Annotated: {0}', name),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        { enableFindWidget: true },
      );
      panel.iconPath = {
        light: Uri.joinPath(extension, 'media', 'article-light.svg'),
        dark: Uri.joinPath(extension, 'media', 'article-dark.svg'),
      };
      keep(panel, uri);
    }),
    window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state: PreviewState | undefined) => {
        if (typeof state?.uri === 'string' && state.uri !== '') keep(panel, Uri.parse(state.uri));
        else panel.dispose();
      },
    }),
    { dispose: () => [...open.values()].forEach((preview) => preview.dispose()) },
  );
}
