import { l10n, Selection, TextEditorRevealType, ViewColumn, window, workspace } from 'vscode';

import { parseRegister } from '../../../core/register/parseRegister';
import { toRange } from '../../convert';
import type { RegisterParts } from './registerParts';
import type { RegisterTarget } from './registerTarget';

/** Opens the register beside the article, at the name's entry; at its beginning for a name that has none. */
export async function openEntry(
  { session, entity }: RegisterTarget,
  { registers }: RegisterParts,
): Promise<void> {
  const all = await registers.registersOf(session.document.uri);
  const entry = entity?.register?.entity;
  const file = entry
    ? all.find(({ uri }) => uri.toString() === entry.source)
    : all.find(({ exists }) => exists);
  if (!file?.exists) {
    window.setStatusBarMessage(l10n.t('There is no register yet: it comes with its first entry.'), 6000);
    return;
  }
  const document = await workspace.openTextDocument(file.uri);
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
  const ids = new Set(entry && [entry.id, ...entry.formerIds]);
  const record = parseRegister(document.getText())
    .sections.flatMap(({ records }) => records)
    .find(({ id }) => id !== undefined && ids.has(id));
  if (!record) return;
  const { start } = toRange(document, record.span);
  editor.selection = new Selection(start, start);
  editor.revealRange(toRange(document, record.span), TextEditorRevealType.InCenterIfOutsideViewport);
}
