import { commands as registry, Disposable, l10n, Uri, window, workspace } from 'vscode';

import type { GitPort } from '../../gitPort';
import { commands, contextKeys } from '../../ids';
import type { FeatureParts } from '../features';

const memory = 'verbatim.driverVersion';

/** The commands that set up git's merge driver and tell how it stands; in hosts that cannot run git they only say so. */
export function registerGitSetUp({
  git,
  sessions,
  context,
}: Pick<FeatureParts, 'git' | 'sessions' | 'context'>): Disposable {
  void registry.executeCommand('setContext', contextKeys.hasGit, git !== undefined);
  const inFolder = (act: (git: GitPort, folder: Uri) => Promise<void>) => async () => {
    if (!git) return sayNotHere();
    // git runs what a repository's own configuration names.
    if (!workspace.isTrusted)
      return void window.showWarningMessage(
        l10n.t('Trust this workspace first: git runs what it configures.'),
      );
    const folder = await chooseFolder();
    if (folder) await act(git, folder);
  };
  const refresh = (): void => {
    const { version } = context.extension.packageJSON as { readonly version: string };
    if (!git || [...sessions.all].length === 0) return;
    listening.dispose();
    if (context.globalState.get(memory) === version) return;
    void git.refresh().then(
      () => context.globalState.update(memory, version),
      // It is tried again in the next window; git goes on with the program that it has.
      () => undefined,
    );
  };
  const listening = sessions.onDidChangeList(refresh);
  return Disposable.from(
    listening,
    registry.registerCommand(commands.setUpGit, inFolder(setUp)),
    registry.registerCommand(commands.gitReport, inFolder(report)),
  );
}

function sayNotHere(): void {
  void window.showInformationMessage(
    l10n.t('git cannot be set up from the browser: open the folder in VS Code.'),
  );
}

/** The folder of the article in front, the only one, or the one that is chosen. */
async function chooseFolder(): Promise<Uri | undefined> {
  const front = window.activeTextEditor?.document.uri;
  const own = front?.scheme === 'file' ? Uri.joinPath(front, '..') : undefined;
  if (own) return own;
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

async function setUp(git: GitPort, folder: Uri): Promise<void> {
  const done = await git.setUp(folder.fsPath);
  if ('failure' in done) {
    const reason = done.failure === 'failed' ? done.message : l10n.t('This folder is in no git repository.');
    return void window.showWarningMessage(l10n.t('git could not be set up: {0}', reason));
  }
  const { attributesFile, attributesChanged, configChanged } = done;
  if (!attributesChanged && !configChanged)
    return void window.setStatusBarMessage(l10n.t('git merges annotations record by record already.'), 8000);
  if (!attributesChanged)
    return void window.setStatusBarMessage(
      l10n.t('git merges annotations record by record from now on.'),
      8000,
    );
  const show = l10n.t('Show File');
  const answer = await window.showInformationMessage(
    l10n.t(
      'git merges annotations record by record from now on. Commit .gitattributes, so that colleagues get it too.',
    ),
    show,
  );
  if (answer === show) await window.showTextDocument(Uri.file(attributesFile));
}

/** In a document of its own, to be read and copied. */
async function report(git: GitPort, folder: Uri): Promise<void> {
  const content = await git.report(folder.fsPath);
  const document = await workspace.openTextDocument({ content, language: 'plaintext' });
  await window.showTextDocument(document, { preview: true });
}
