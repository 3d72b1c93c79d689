import type { MentionType } from '../../annotation/types';
import { why, type Why } from '../../annotation/why';
import type { FolderKnowledge, FormDecisions } from '../types';

export interface Heeded {
  readonly confidence: number;
  /** What the decisions were, when they counted. */
  readonly heeded: readonly Why[];
}

/** What the first confirmation raises, in log-odds; further ones raise less, and together never more than `most`. */
const oneConfirmation = 1.5;
const most = 4;

/** What each rejection lowers: a handful must sink even what the recogniser is sure of. */
const oneRejection = 2;
const least = 12;

/**
 * Lets what people decided on the same words elsewhere in the folder speak: confirmations of the type raise the confidence,
 * rejections and confirmations of another type lower it. It never becomes certain: Orange is a town, a company and a colour.
 */
export function heed<T extends { readonly type: MentionType; readonly confidence: number }>(
  name: T,
  form: string,
  folder: FolderKnowledge | undefined,
): T & Heeded {
  const decisions = folder?.decisionsOn(form);
  if (!decisions) return { ...name, heeded: [] };
  const confirmed = decisions.confirmed[name.type] ?? 0;
  const rejected = decisions.rejected[name.type] ?? 0;
  const otherwise = confirmedOtherwise(decisions, name.type);
  const raised = Math.min(most, push(confirmed));
  const lowered = Math.min(least, oneRejection * rejected + push(otherwise) / 2);
  const odds = Math.log(name.confidence / (1 - name.confidence)) + raised - lowered;
  return {
    ...name,
    confidence: Math.min(0.995, Math.max(0.005, 1 / (1 + Math.exp(-odds)))),
    heeded: [
      ...(confirmed > 0 ? [why('folder-confirmed', confirmed)] : []),
      ...(rejected > 0 ? [why('folder-rejected', rejected)] : []),
      ...(otherwise > 0 ? [why('folder-confirmed-otherwise', otherwise)] : []),
    ],
  };
}

function confirmedOtherwise({ confirmed }: FormDecisions, type: MentionType): number {
  let count = 0;
  for (const [other, times] of Object.entries(confirmed)) if (other !== type) count += times;
  return count;
}

function push(confirmations: number): number {
  return oneConfirmation * Math.log2(1 + confirmations);
}
