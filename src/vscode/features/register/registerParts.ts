import { l10n, type Uri, window } from 'vscode';

import type { RegisterChange } from '../../../core/register/editRegister';
import { messageOf } from '../../messages';
import { changeRegister, type RegisterFailure } from '../../registers/changeRegister';
import type { RegisterFiles } from '../../registers/registerFiles';
import type { SidecarFiles } from '../../sidecars/sidecarFiles';

/** What commands of the register work with. */
export interface RegisterParts {
  readonly registers: RegisterFiles;
  readonly files: SidecarFiles;
}

/** Writes into a register; false, and a word why, where that could not be done. */
export async function write(
  { registers, files }: RegisterParts,
  uri: Uri,
  changes: readonly RegisterChange[],
): Promise<boolean> {
  const failure = await changeRegister(files, uri, changes);
  registers.changed(uri);
  if (!failure) return true;
  const again = l10n.t('Try Again');
  const chosen = await window.showWarningMessage(sentenceOf(failure), again);
  return chosen === again && write({ registers, files }, uri, changes);
}

function sentenceOf({ problem, detail }: RegisterFailure): string {
  const reason = problem ? messageOf(problem) : (detail ?? l10n.t('It was being changed by somebody else.'));
  return l10n.t('The register could not be written, and nothing was changed in it: {0}', reason);
}
