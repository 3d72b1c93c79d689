import { FileSystemError, type Uri } from 'vscode';

import type { Problem } from '../../core/problem/problem';
import { editRegister, type RegisterChange } from '../../core/register/editRegister';
import { newRegister } from '../../core/register/newRegister';
import { parseRegister } from '../../core/register/parseRegister';
import { replacementOf } from '../../core/text/replacement';
import type { SidecarFiles } from '../sidecars/sidecarFiles';

/** Why nothing was written. */
export interface RegisterFailure {
  readonly problem?: Problem;
  readonly detail?: string;
}

/** Somebody else may write at the same moment; after this many times it is said rather than tried again. */
const attempts = 4;

/**
 * Makes changes in a register, through the open buffer where that is ahead of the file (which then stays unsaved). What cannot be
 * understood whole is not written over. `undefined` when it is done.
 */
export async function changeRegister(
  files: SidecarFiles,
  uri: Uri,
  changes: readonly RegisterChange[],
): Promise<RegisterFailure | undefined> {
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { source, buffer } = await files.read(uri);
      const version = buffer?.version ?? 0;
      const before = parseRegister(source ?? newRegister());
      const edited = editRegister(before, changes);
      // What is wrong with the file says more than that it is not written.
      if ('problem' in edited) return { problem: (before.readOnly && before.problems[0]) ?? edited.problem };
      if (edited.source === source) return undefined;
      const written = buffer
        ? await files.editBuffer(buffer, version, replacementOf(source ?? '', edited.source))
        : await files.replaceFile(uri, source, edited.source);
      if (written) return undefined;
    }
    return {};
  } catch (error) {
    if (error instanceof TypeError) return { detail: 'UTF-8' };
    return {
      detail: error instanceof FileSystemError || error instanceof Error ? error.message : String(error),
    };
  }
}
