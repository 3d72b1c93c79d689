import type { MentionType } from '../annotation/types';
import type { FolderKnowledge, FormDecisions } from '../analysis/types';
import { createEntityIndex, type EntityIdentity, type EntityOccurrence } from './entityIndex';
import { formKey, type FormDecision, type SidecarSummary } from './sidecarSummary';

/**
 * The index of a folder's sidecars, kept up to date one sidecar at a time: the cost of a change follows that sidecar alone.
 * Paths are whatever the host calls its files by. The result never depends on the order in which sidecars came.
 */
export interface FolderIndex {
  /** Takes the sidecar in, in place of what was known of the path; `undefined` when it is gone. */
  set(path: string, summary: SidecarSummary | undefined): void;
  /** What all other sidecars say: an article's own decisions act on it directly. */
  knowledgeFor(path: string): FolderKnowledge;
  /** Where else an entity of this sidecar's article is named, in the order of the paths. */
  elsewhere(identity: EntityIdentity, path: string): readonly EntityOccurrence[];
  /** Grows with each change that can matter to an analysis. */
  readonly version: number;
}

type Decision = FormDecision['decision'];

/** Number of articles by form, decision and type. */
interface Counts {
  readonly confirmed: Map<MentionType, number>;
  readonly rejected: Map<MentionType, number>;
}

export function createFolderIndex(): FolderIndex {
  const summaries = new Map<string, readonly FormDecision[]>();
  const counts = new Map<string, Counts>();
  const entities = createEntityIndex();
  let version = 0;
  return {
    elsewhere: (identity, path) => entities.elsewhere(identity, path),
    set(path, summary) {
      entities.set(path, summary?.entities ?? []);
      const before = summaries.get(path) ?? [];
      const after = summary ? onceEach(summary.forms) : [];
      if (sameDecisions(before, after)) return;
      for (const decision of before) count(counts, decision, -1);
      for (const decision of after) count(counts, decision, 1);
      if (after.length > 0) summaries.set(path, after);
      else summaries.delete(path);
      version++;
    },
    knowledgeFor: (path) => ({
      decisionsOn: (form) => decisionsOn(counts.get(formKey(form)), summaries.get(path), formKey(form)),
    }),
    get version() {
      return version;
    },
  };
}

/** An article counts once for a form and type, however often it decides it. */
function onceEach(forms: readonly FormDecision[]): readonly FormDecision[] {
  return [...new Map(forms.map((decision) => [keyOf(decision), decision])).values()].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}

function keyOf({ form, type, decision }: FormDecision): string {
  return `${decision} ${type} ${form}`;
}

function sameDecisions(a: readonly FormDecision[], b: readonly FormDecision[]): boolean {
  return a.length === b.length && a.every((decision, i) => keyOf(decision) === keyOf(b[i] as FormDecision));
}

function count(counts: Map<string, Counts>, { form, type, decision }: FormDecision, by: 1 | -1): void {
  const ofForm = counts.get(form) ?? { confirmed: new Map(), rejected: new Map() };
  const value = (ofForm[decision].get(type) ?? 0) + by;
  if (value > 0) ofForm[decision].set(type, value);
  else ofForm[decision].delete(type);
  if (ofForm.confirmed.size + ofForm.rejected.size > 0) counts.set(form, ofForm);
  else counts.delete(form);
}

/** The counts without the article's own. */
function decisionsOn(
  counts: Counts | undefined,
  own: readonly FormDecision[] | undefined,
  form: string,
): FormDecisions | undefined {
  if (!counts) return undefined;
  const ownOnes = (own ?? []).filter((decision) => decision.form === form);
  const others = (decision: Decision) => {
    const entries = [...counts[decision]].map(
      ([type, n]) =>
        [type, n - ownOnes.filter((one) => one.decision === decision && one.type === type).length] as const,
    );
    return Object.fromEntries(entries.filter(([, n]) => n > 0)) as Partial<Record<MentionType, number>>;
  };
  const result = { confirmed: others('confirmed'), rejected: others('rejected') };
  return Object.keys(result.confirmed).length + Object.keys(result.rejected).length > 0 ? result : undefined;
}
