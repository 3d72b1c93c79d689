import { Disposable, type FileRenameEvent, type Uri, workspace, WorkspaceEdit } from 'vscode';

import { parseSidecar } from '../../../core/sidecar/parseSidecar';
import { nameArticle } from '../../../core/sidecar/nameArticle';
import { replacementOf } from '../../../core/text/replacement';
import { exists } from '../../files';
import { articleOf, sidecarOf } from '../../sidecars/sidecarUri';
import type { SidecarFiles } from '../../sidecars/sidecarFiles';
import type { FeatureParts } from '../features';

/** An article that is renamed or moved takes its sidecar along, as part of the same edit, and all that is remembered of it. */
export function registerMovedArticles({
  articles,
  sidecars,
  files,
}: Pick<FeatureParts, 'articles' | 'sidecars' | 'files'>): Disposable {
  return Disposable.from(
    workspace.onWillRenameFiles((event) => event.waitUntil(takeAlong(event.files))),
    workspace.onDidRenameFiles(async (event) => {
      for (const { oldUri, newUri } of event.files) {
        await sidecars.moved(oldUri, newUri);
        await articles.moved(oldUri, newUri);
        if (articleOf(newUri)) continue;
        await whenClosed(sidecarOf(oldUri));
        await nameAnew(sidecarOf(newUri), nameOf(oldUri), nameOf(newUri), files);
      }
    }),
  );
}

/** In a folder that moves, the sidecars move by themselves. One that is there already is not written over. */
async function takeAlong(moves: FileRenameEvent['files']): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  const moving = new Set(moves.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of moves) {
    const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
    if (articleOf(oldUri) || moving.has(from.toString()) || !(await exists(from)) || (await exists(to)))
      continue;
    await saveBuffer(from);
    edit.renameFile(from, to, { overwrite: false });
  }
  return edit;
}

/**
 * What was written in the sidecar goes along for certain only when it is in the file: the editor brings unsaved changes back some
 * time after the move, and by then the file may be another. VS Code too saves what a refactoring touches.
 */
async function saveBuffer(sidecar: Uri): Promise<void> {
  const key = sidecar.toString();
  const buffer = workspace.textDocuments.find(({ uri }) => uri.toString() === key);
  // Whether it is unsaved is told a moment late, and saving what is saved does nothing.
  await buffer?.save();
}

/** The sidecar names its article for people to read; a file that is not understood whole is left as it is. */
export async function nameAnew(sidecar: Uri, from: string, to: string, files: SidecarFiles): Promise<void> {
  const { source, buffer } = await files
    .read(sidecar)
    .catch(() => ({ source: undefined, buffer: undefined }));
  const renamed = source === undefined ? undefined : nameArticle(parseSidecar(source), from, to);
  if (source === undefined || renamed === undefined) return;
  if (buffer) await files.editBuffer(buffer, buffer.version, replacementOf(source, renamed));
  else await files.replaceFile(sidecar, source, renamed).catch(() => false);
}

/** An editor's buffer follows a file that moves a moment later. */
async function whenClosed(uri: Uri): Promise<void> {
  const key = uri.toString();
  const isOpen = (): boolean => workspace.textDocuments.some((each) => each.uri.toString() === key);
  for (let tries = 0; tries < 40 && isOpen(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

function nameOf({ path }: Uri): string {
  return path.split('/').at(-1) ?? '';
}
