import { commands as registry, Disposable, l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';

import { addArticlePattern } from '../../core/config/addArticlePattern';
import { configFileName } from '../../core/config/config';
import type { Articles } from '../articles';
import { pathIn } from '../configFiles';
import { readText } from '../files';
import { commands } from '../ids';
import { toRange } from '../convert';

/** Turning a text file, or all text files of its folder, into articles, and back. */
export function registerTurnOn(articles: Articles): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.turnOn, async (argument: unknown) => {
      const uri = uriOf(argument);
      if (uri) await turnOn(articles, uri);
    }),
    registry.registerCommand(commands.turnOff, async () => {
      const document = window.activeTextEditor?.document;
      if (document) await articles.turnOff(document);
    }),
  );
}

function uriOf(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
}

async function turnOn(articles: Articles, uri: Uri): Promise<void> {
  const folderUri = uri.with({ path: uri.path.replace(/[^/]*$/u, '') });
  const inWorkspace = workspace.getWorkspaceFolder(uri);
  const file = uri.path.split('/').at(-1) ?? '';
  const folder = folderUri.path.split('/').at(-2) ?? '';
  const extension = /\.[^.]+$/u.exec(file)?.[0] ?? '';
  const inFolder = inWorkspace && pathIn(inWorkspace, folderUri);
  const local = l10n.t('remembered on this computer');
  const shared = l10n.t('written to {0}, for everybody', configFileName);
  const picks = [
    {
      label: `$(file) ${l10n.t('This file')}`,
      description: file,
      detail: local,
      act: () => articles.turnOn(uri),
    },
    {
      label: `$(folder) ${l10n.t('All text files in this folder')}`,
      description: folder,
      detail: local,
      act: () => articles.turnOn(folderUri),
    },
    ...(inWorkspace && uri.scheme !== 'untitled'
      ? [
          {
            label: `$(file) ${l10n.t('This file')}`,
            description: file,
            detail: shared,
            act: () => name(inWorkspace.uri, pathIn(inWorkspace, uri)),
          },
          {
            label: `$(folder) ${l10n.t('All {0} files in this folder', extension)}`,
            description: folder,
            detail: shared,
            act: () => name(inWorkspace.uri, `${inFolder ?? ''}*${extension}`),
          },
        ]
      : []),
  ];
  const chosen =
    uri.scheme === 'untitled'
      ? picks[0]
      : await window.showQuickPick(picks, { placeHolder: l10n.t('What holds press articles?') });
  await chosen?.act();
}

/** Adds a pattern to the folder's `verbatim.yaml`, through its buffer where it is open. */
async function name(folder: Uri, pattern: string): Promise<void> {
  const uri = Uri.joinPath(folder, configFileName);
  const safe = pattern.startsWith('/') || pattern.includes('/') ? pattern : `./${pattern}`;
  const source = await readText(uri);
  const edit = new WorkspaceEdit();
  if (source === undefined) {
    edit.createFile(uri, { contents: new TextEncoder().encode(addArticlePattern('', safe)?.text ?? '') });
  } else {
    const document = await workspace.openTextDocument(uri);
    const added = addArticlePattern(document.getText(), safe);
    if (!added) return void window.showTextDocument(document);
    edit.replace(uri, toRange(document, added.span), added.text);
  }
  await workspace.applyEdit(edit);
  const document = await workspace.openTextDocument(uri);
  if (document.isDirty) await document.save();
}
