import type { Uri } from 'vscode';

import { readConflicted } from '../../core/merge/conflictedSidecar';
import type { Problem } from '../../core/problem/problem';
import { newSidecar } from '../../core/sidecar/newSidecar';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { replacementOf } from '../../core/text/replacement';
import { applyDecisions, applyToConflicted, type DecisionChanges } from './applyDecisions';
import type { SidecarFiles } from './sidecarFiles';

/** Why decisions could not be written. */
export interface SaveFailure {
  /** `notUnderstood`: the file is not written over, see `problem`. */
  readonly kind: 'notUnderstood' | 'notUtf8' | 'readOnly' | 'noSpace' | 'nameTooLong' | 'busy' | 'other';
  readonly problem?: Problem;
  readonly detail?: string;
}

/** What then stands in the file. */
export interface Saved {
  readonly source: string;
  readonly sidecar: Sidecar;
}

/** Somebody else may write at the same moment; after this many times it is said rather than tried again. */
const attempts = 4;

/**
 * Makes decisions in a sidecar that may have changed since it was last read: each attempt starts from what then stands in the file,
 * or in the editor's buffer where that is ahead, and replaces nothing that it has not read.
 */
export async function saveDecisions(
  uri: Uri,
  article: string,
  decisions: readonly DecisionChanges[],
  files: SidecarFiles,
): Promise<Saved | { readonly failure: SaveFailure }> {
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { source, buffer } = await files.read(uri);
      const version = buffer?.version ?? 0;
      const result = decided(source ?? newSidecar(article, 'fr'), decisions);
      if ('failure' in result) return result;
      const after = result.source;
      if (after === source) return result;
      const written = buffer
        ? await files.editBuffer(buffer, version, replacementOf(source ?? '', after))
        : await files.replaceFile(uri, source, after);
      if (written) return result;
    }
    return { failure: { kind: 'busy' } };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** A file with conflict markers takes decisions into each of its versions. */
function decided(
  source: string,
  decisions: readonly DecisionChanges[],
): Saved | { readonly failure: SaveFailure } {
  const before = parseSidecar(source);
  const conflicted = before.readOnly === 'conflict' ? readConflicted(source) : undefined;
  const result = conflicted ? applyToConflicted(conflicted, decisions) : applyDecisions(before, decisions);
  if ('sidecar' in result) return { source: result.sidecar.source, sidecar: result.sidecar };
  if ('source' in result) return { source: result.source, sidecar: parseSidecar(result.source) };
  // What is wrong with the file says more than that it is not written.
  const problem = before.readOnly === undefined ? result.problem : (before.problems[0] ?? result.problem);
  return { failure: { kind: 'notUnderstood', problem } };
}

/** By the error codes of VS Code and of Node. */
const kinds: Readonly<Record<string, SaveFailure['kind']>> = {
  NoPermissions: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  EFBIG: 'noSpace',
  ENAMETOOLONG: 'nameTooLong',
  EBUSY: 'busy',
};

function failureOf(error: unknown): SaveFailure {
  if (error instanceof TypeError) return { kind: 'notUtf8' };
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const detail = typeof message === 'string' ? message : String(error);
  // VS Code hands on what it has no code for with the system's words.
  const kind = kinds[String(code)] ?? kinds[/\bE[A-Z]{3,}\b/u.exec(detail)?.[0] ?? ''];
  return kind ? { kind } : { kind: 'other', detail };
}
