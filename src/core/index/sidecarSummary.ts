import type { AnnotationRecord, EntityRecord } from '../annotation/record';
import type { MentionType } from '../annotation/types';
import { type EntitySummary, summarizeEntities } from './entitySummary';

/** A decision on a form, as other articles of the folder profit from it. */
export interface FormDecision {
  readonly form: string;
  readonly type: MentionType;
  readonly decision: 'confirmed' | 'rejected';
}

/**
 * What the folder's index keeps of one sidecar: plain JSON, small, so that a host can store it outside the repository and needs
 * to read a sidecar again only when it changed.
 */
export interface SidecarSummary {
  readonly forms: readonly FormDecision[];
  /** Who and what is named; absent in a summary that an earlier version made. */
  readonly entities?: readonly EntitySummary[];
  /** How much is decided; absent in a summary that an earlier version made. */
  readonly counts?: DecisionCounts;
}

/** Numbers of records in one sidecar, of all kinds. */
export interface DecisionCounts {
  readonly confirmed: number;
  readonly rejected: number;
  /** Written as suggestions, by `annotate --write` or an export. */
  readonly suggested: number;
  /** Confirmed ones. */
  readonly quotations: number;
  /** Records that a fact-checker looked at. */
  readonly checks: number;
}

export function summarize(
  annotations: readonly AnnotationRecord[],
  entities: readonly EntityRecord[] = [],
): SidecarSummary {
  return {
    forms: annotations.flatMap((record) => formDecision(record) ?? []),
    entities: summarizeEntities(annotations, entities),
    counts: countDecisions(annotations),
  };
}

function countDecisions(annotations: readonly AnnotationRecord[]): DecisionCounts {
  const count = (test: (record: AnnotationRecord) => boolean): number => annotations.filter(test).length;
  return {
    confirmed: count(({ status }) => status === 'confirmed'),
    rejected: count(({ status }) => status === 'rejected'),
    suggested: count(({ status }) => status === 'suggested'),
    quotations: count(({ kind, status }) => kind === 'quotation' && status === 'confirmed'),
    checks: count(({ check }) => check !== undefined),
  };
}

/**
 * Names only: a confirmed role or date says nothing elsewhere, and a rejection of a link or a speaker says nothing of the form.
 * A correction of the type confirms the new one, and rejects the old one for the words that it replaced.
 */
function formDecision(record: AnnotationRecord): FormDecision[] | undefined {
  if (record.kind !== 'mention' || record.status === 'suggested') return undefined;
  if (record.type === 'date' || record.type === 'hour') return undefined;
  const form = formKey(record.selector.exact);
  if (record.status === 'rejected') {
    return record.scope === 'link' ? undefined : [{ form, type: record.type, decision: 'rejected' }];
  }
  const replaced = record.replaces?.type;
  const corrected: FormDecision[] =
    replaced === undefined || replaced === record.type
      ? []
      : [
          {
            form: formKey(record.replaces?.exact ?? record.selector.exact),
            type: replaced,
            decision: 'rejected',
          },
        ];
  return [{ form, type: record.type, decision: 'confirmed' }, ...corrected];
}

/** Forms that differ only in typography are one: spaces, apostrophes, composed or decomposed accents, soft hyphens. */
export function formKey(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\u00ad/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
