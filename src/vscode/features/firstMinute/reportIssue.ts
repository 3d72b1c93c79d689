import {
  commands as registry,
  type Disposable,
  env,
  type ExtensionContext,
  l10n,
  UIKind,
  version,
  window,
} from 'vscode';

import type { ArticleSessions } from '../../articleSessions';
import { commands } from '../../ids';

/** Opens the editor's issue reporter with what a report needs to say of versions and states, and nothing of any article. */
export function registerReportIssue(context: ExtensionContext, sessions: ArticleSessions): Disposable {
  return registry.registerCommand(commands.reportIssue, async () => {
    const data = issueFacts(context, sessions);
    try {
      await registry.executeCommand('workbench.action.openIssueReporter', {
        extensionId: context.extension.id,
        data,
      });
    } catch {
      // Not every host has a reporter; the facts can be pasted anywhere.
      await env.clipboard.writeText(data);
      window.setStatusBarMessage(l10n.t('Versions and settings were copied for your report.'), 6000);
    }
    return data;
  });
}

/** Versions, the kind of host and counts: no name, path or word of a file. */
export function issueFacts({ extension }: ExtensionContext, sessions: ArticleSessions): string {
  const { version: own } = extension.packageJSON as { readonly version: string };
  const states = [...sessions.all].map(({ state, document, sidecar }) =>
    [
      state,
      document.languageId,
      document.uri.scheme,
      `${sidecar.current.problems.length} problems`,
      ...(sidecar.failure ? [`not saved: ${sidecar.failure.kind}`] : []),
    ].join(', '),
  );
  return [
    `Verbatim ${own}`,
    `VS Code ${version} (${env.appHost}, ${env.uiKind === UIKind.Web ? 'web' : 'desktop'}, ${env.language})`,
    `Remote: ${env.remoteName ?? 'none'}`,
    `Open articles: ${states.length}`,
    ...states.map((state) => `- ${state}`),
  ].join('\n');
}
