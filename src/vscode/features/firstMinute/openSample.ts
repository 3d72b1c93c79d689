import { commands as registry, type Disposable, l10n, Uri, window, workspace } from 'vscode';

import { readText } from '../../files';
import { commands, languageId } from '../../ids';

/** Opens the article that comes with the extension, as a new document: nothing is written anywhere unless a person saves it. */
export function registerOpenSample(extension: Uri): Disposable {
  return registry.registerCommand(commands.openSample, async () => {
    const content = await readText(Uri.joinPath(extension, 'media', 'sample', 'exemple.article'));
    if (content === undefined) return void window.showErrorMessage(l10n.t('The sample article is missing.'));
    await window.showTextDocument(await workspace.openTextDocument({ language: languageId, content }));
  });
}
