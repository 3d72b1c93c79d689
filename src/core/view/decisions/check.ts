import { type Evidence, type Finding, readFinding, type SignOff, writeFinding } from '../../annotation/check';
import type { AnnotationRecord } from '../../annotation/record';
import type { SidecarChange } from '../../sidecar/editSidecar';
import type { Span } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { ViewQuotation } from '../types';
import type { Decision, DecisionSources } from './decision';
import { Draft } from './draft';
import { checkedOn, renewCheck } from './renewWords';

/** What a person says of some words; evidence that is there already stays. */
export type Verdict = Omit<Finding, 'evidence' | 'signed'> & { readonly evidence?: readonly Evidence[] };

/**
 * The quotations were checked, with this result: of their words, speakers and cue as they are now. Whoever checks a suggested one
 * confirms it. A second reader's word was on the finding before, and goes.
 */
export function checkQuotations(quotations: readonly ViewQuotation[], verdict: Verdict): Decision {
  return function* (sources) {
    const known = new Set(sources.records.map(({ id }) => id));
    const draft = new Draft(sources);
    const ids = quotations.flatMap((quotation) => {
      draft.quotation(quotation, 'confirmed');
      const id = draft.recordOf(quotation);
      return id !== undefined && known.has(id) ? [id] : [];
    });
    yield;
    // Of what has a record already, the check's own change says all that the confirmation would.
    const made = draft
      .finish()
      .filter((change) => change.kind !== 'update' || !ids.includes(change.record.id))
      .map((change) => withCheck(change, verdict));
    return [...made, ...(yield* checkRecords(ids, verdict)(sources))];
  };
}

/** The records, quotations or claims, were checked, with this result. */
export function checkRecords(ids: readonly string[], verdict: Verdict): Decision {
  return (sources) =>
    renewed(sources, ids, (record) => {
      const before = readFinding(record.check);
      const evidence = verdict.evidence ?? before?.evidence ?? [];
      return { ...record, status: 'confirmed', check: writeFinding({ ...verdict, evidence }, record.check) };
    });
}

/** These words are a claim, checked already or not yet. `parts` in text order. */
export function claim(parts: readonly Span[], verdict?: Verdict): Decision {
  return function* (sources) {
    const draft = new Draft(sources);
    const id = parts.length > 0 ? draft.claim(parts) : '';
    yield;
    const changes = draft.finish();
    return verdict
      ? changes.map((change) =>
          change.kind === 'addAnnotation' && change.record.id === id ? withCheckOn(change, verdict) : change,
        )
      : changes;
  };
}

/** One more thing that the finding relies on. It says nothing of the words, so a stale check stays stale. */
export function addEvidence(id: string, evidence: Evidence): Decision {
  return changeFinding(id, (finding) => ({ ...finding, evidence: [...finding.evidence, evidence] }));
}

export function removeEvidence(id: string, index: number): Decision {
  return changeFinding(id, (finding) => ({
    ...finding,
    evidence: finding.evidence.filter((_, each) => each !== index),
  }));
}

/** A second reader agrees with what was found. */
export function signOff(id: string, signed: SignOff): Decision {
  return changeFinding(id, (finding) => ({ ...finding, signed }));
}

function changeFinding(id: string, change: (finding: Finding) => Finding): Decision {
  return function* ({ records }) {
    yield;
    const record = records.find((each) => each.id === id);
    const finding = readFinding(record?.check);
    if (!record || !finding) return [];
    return [{ kind: 'update', record: { ...record, check: writeFinding(change(finding), record.check) } }];
  };
}

/** The changed records, with what their checks were made on as it is now. */
function renewed(
  sources: DecisionSources,
  ids: readonly string[],
  change: (record: AnnotationRecord) => AnnotationRecord,
): Steps<readonly SidecarChange[]> {
  const records = sources.records.map((record) => (ids.includes(record.id) ? change(record) : record));
  return renewCheck(ids)({ ...sources, records });
}

/** Only quotations are checked here; their sources are confirmed beside them. */
function withCheck(change: SidecarChange, verdict: Verdict): SidecarChange {
  return change.kind === 'addAnnotation' && change.record.kind === 'quotation'
    ? withCheckOn(change, verdict)
    : change;
}

function withCheckOn(
  change: Extract<SidecarChange, { kind: 'addAnnotation' }>,
  verdict: Verdict,
): SidecarChange {
  const { record } = change;
  const check = writeFinding({ evidence: [], ...verdict }, { of: checkedOn(record) });
  return { ...change, record: { ...record, check } };
}
