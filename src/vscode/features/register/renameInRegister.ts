import { l10n, Uri, type WorkspaceEdit } from 'vscode';

import { editRegister } from '../../../core/register/editRegister';
import { replacementOf } from '../../../core/text/replacement';
import type { ViewEntity } from '../../../core/view/types';
import type { RegisterFiles } from '../../registers/registerFiles';
import { linesOf } from '../language/linesOf';

/**
 * The entry that the sidecar ties to the entity gets its new name, the old one stays as an alias. It is the whole team's, so it has to be
 * ticked in the preview.
 */
export async function renameInRegister(
  edit: WorkspaceEdit,
  article: Uri,
  { register }: ViewEntity,
  name: string,
  registers: RegisterFiles,
): Promise<void> {
  if (register?.by !== 'record' || register.entity.name === name) return;
  const { id, source } = register.entity;
  const files = await registers.registersOf(article);
  const file = files.find(({ uri }) => uri.toString() === source);
  if (!file) return;
  const changed = editRegister(file.register, [{ kind: 'rename', id, name }]);
  if (!('source' in changed)) return;
  const { span, text } = replacementOf(file.register.source, changed.source);
  edit.replace(file.uri, linesOf(file.register.source).rangeOf(span), text, {
    needsConfirmation: true,
    label: l10n.t('Entity register'),
  });
}
