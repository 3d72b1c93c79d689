import { Disposable, l10n, type Uri, window, workspace, WorkspaceEdit } from 'vscode';

import { parseSidecar } from '../../../core/sidecar/parseSidecar';
import { exists, readText } from '../../files';
import { settings } from '../../ids';
import { articleOf, sidecarOf } from '../../sidecars/sidecarUri';

/** Asks what becomes of the annotations when their article is deleted: decisions never go unasked. */
export function registerDeletedArticles(): Disposable {
  return workspace.onWillDeleteFiles((event) => event.waitUntil(takeAlong(event.files)));
}

/** In a folder that is deleted, the sidecars go by themselves. */
async function takeAlong(deleted: readonly Uri[]): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  const going = new Set(deleted.map(String));
  const left: Uri[] = [];
  for (const uri of deleted) {
    const sidecar = sidecarOf(uri);
    if (!articleOf(uri) && !going.has(sidecar.toString()) && (await exists(sidecar))) left.push(sidecar);
  }
  if (left.length > 0 && (await isToGo(left)))
    for (const sidecar of left) edit.deleteFile(sidecar, { ignoreIfNotExists: true });
  return edit;
}

async function isToGo(sidecars: readonly Uri[]): Promise<boolean> {
  const wanted = workspace.getConfiguration(settings.section).get<string>(settings.deletedArticles);
  if (wanted === 'keep' || wanted === 'delete') return wanted === 'delete';
  const both = l10n.t('Delete Annotations Too');
  const keep = l10n.t('Keep Annotations');
  const [first] = sidecars;
  const name = first?.path.split('/').at(-1) ?? '';
  const message =
    sidecars.length === 1
      ? l10n.t('Delete the annotations too? {0} holds {1} decisions.', name, await countOf(sidecars))
      : l10n.t(
          'Delete the annotations too? {0} files hold {1} decisions.',
          sidecars.length,
          await countOf(sidecars),
        );
  const answer = await window.showWarningMessage(
    message,
    {
      modal: true,
      detail: l10n.t('Kept, they are offered again when the text comes back under another name.'),
    },
    { title: both },
    { title: keep, isCloseAffordance: true },
  );
  return answer?.title === both;
}

async function countOf(sidecars: readonly Uri[]): Promise<number> {
  let count = 0;
  for (const sidecar of sidecars) {
    const source = await readText(sidecar).catch(() => undefined);
    count += parseSidecar(source ?? '').annotations.filter(({ status }) => status !== 'suggested').length;
  }
  return count;
}
