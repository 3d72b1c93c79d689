import { basename } from 'node:path';

import * as l10n from '@vscode/l10n';

import { samePlain } from '../../core/annotation/plain';
import { splitConflict, withMarkers } from '../../core/merge/conflictMarkers';
import { mergeRecordFiles } from '../../core/merge/mergeRecordFiles';
import type { MergeConflict } from '../../core/merge/types';
import { editRecordFile } from '../../core/sidecar/editRecordFile';
import { parseRecordFile } from '../../core/sidecar/parseRecordFile';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import type { RecordFile } from '../../core/sidecar/recordFile';
import { sidecarSections } from '../../core/sidecar/sidecar';
import { messageOf } from '../messages';
import { utf8 } from '../sidecarText';

export interface MergeLabels {
  readonly ours: string;
  readonly base: string;
  readonly theirs: string;
  /** Length of the markers. */
  readonly size: number;
}

export const usualLabels: MergeLabels = { ours: 'ours', base: 'base', theirs: 'theirs', size: 7 };

export interface MergedTexts {
  /** The merged file, with markers around what is in conflict. */
  readonly source: string;
  /** The same without markers, our version where both contradict each other. */
  readonly settled: string;
  /** Ids of the records in conflict. */
  readonly ids: readonly string[];
  /** What is in conflict, for people. */
  readonly conflicts: readonly string[];
}

type Text = string | Uint8Array;

/**
 * Three versions of a sidecar, or of the register, merged record by record; or a translated sentence that says why not. A blank base
 * counts as unknown: what both sides have alike then comes from it.
 */
export function mergeTexts(
  versions: { readonly base: Text; readonly ours: Text; readonly theirs: Text },
  path: string,
  labels: MergeLabels,
): MergedTexts | { readonly reason: string } {
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map(textOf);
  if (base === undefined || ours === undefined || theirs === undefined)
    return { reason: l10n.t('not valid {0}', 'UTF-8') };
  const newer = [ours, theirs].some((source) => parseSidecar(source).readOnly === 'newerVersion');
  if (newer) return { reason: l10n.t('made by a later version of Verbatim, which this one cannot merge') };
  const common = base.trim() === '' ? undefined : withoutConflicts(base);
  const result = mergeRecordFiles(
    { ours, theirs, ...(common !== undefined && { base: common }) },
    sidecarSections,
  );
  const { source, conflicts, problem } = result;
  if (source === undefined)
    return { reason: problem ? messageOf(problem) : l10n.t('{0} could not be merged', basename(path)) };
  return {
    source: conflicts.length > 0 ? withMarkers(result, labels) : source,
    settled: source,
    ids: [...new Set(conflicts.flatMap(({ id }) => id ?? []))],
    conflicts: [...new Set(conflicts.map(nameOf))],
  };
}

function textOf(version: Text): string | undefined {
  if (typeof version === 'string') return version;
  try {
    return utf8(version);
  } catch {
    return undefined;
  }
}

function nameOf(conflict: MergeConflict): string {
  if (conflict.id === undefined) return conflict.kind === 'unit' ? conflict.unit : conflict.section;
  return conflict.kind === 'unit' ? `${conflict.id} (${conflict.unit})` : conflict.id;
}

/**
 * Where two common ancestors contradict each other, git merges them and hands the result with its markers over as the base. What is
 * between the markers is nothing that both sides come from.
 */
function withoutConflicts(base: string): string | undefined {
  const sides = splitConflict(base);
  if (!sides) return base;
  const [a, b] = [sides.ours, sides.theirs].map((source) => parseRecordFile(source, sidecarSections)) as [
    RecordFile,
    RecordFile,
  ];
  const theirs = fieldsById(b);
  const changes = [...fieldsById(a)]
    .filter(([id, fields]) => !samePlain(fields, theirs.get(id)))
    .map(([id]) => ({ kind: 'remove' as const, id }));
  const edited = editRecordFile(a, changes, { sections: sidecarSections });
  return 'source' in edited ? edited.source : undefined;
}

function fieldsById(file: RecordFile) {
  return new Map(
    file.sections.flatMap(({ records }) =>
      records.flatMap(({ id, fields }) =>
        id === undefined
          ? []
          : [[id, Object.fromEntries(fields.map(({ key, value }) => [key, value]))] as const],
      ),
    ),
  );
}
