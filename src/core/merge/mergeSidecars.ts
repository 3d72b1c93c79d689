import { sidecarSections } from '../sidecar/sidecar';
import { mergeRecordFiles } from './mergeRecordFiles';
import type { Choices, MergeInput, MergeResult } from './types';

/**
 * Merges two versions of an article's sidecar; see `mergeRecordFiles`. `choices` settle conflicts that an earlier call told of:
 * merging again with them gives the file as the person wants it.
 */
export function mergeSidecars(input: MergeInput, choices: Choices = new Map()): MergeResult {
  return mergeRecordFiles(input, sidecarSections, choices);
}
