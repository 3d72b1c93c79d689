import type { PlainMap } from '../annotation/plain';
import type { AnnotationRecord, EntityRecord } from '../annotation/record';
import { editRecordFile, type EditResult, type RecordChange } from './editRecordFile';
import type { FieldChanges } from './editRecord';
import { fieldOf, type RawRecord } from './recordFile';
import { type Sidecar, sidecarSections } from './sidecar';
import { fieldsOf, keyOrder } from './writeRecord';

export type SidecarChange =
  /**
   * `after` is the id of the nearest annotation before it in the text that has a place; without it the record goes first.
   * Several after the same one keep the order of the changes, and `after` may name one that an earlier change adds.
   */
  | { readonly kind: 'addAnnotation'; readonly record: AnnotationRecord; readonly after?: string }
  /** Goes to the end of the entities. */
  | { readonly kind: 'addEntity'; readonly record: EntityRecord }
  /** The record as it shall be: fields that differ are written or removed one by one; keys that are not known stay. */
  | { readonly kind: 'update'; readonly record: AnnotationRecord | EntityRecord }
  /** Fields by their names in the file; `undefined` removes one. A map or list is given whole. */
  | { readonly kind: 'set'; readonly id: string; readonly fields: FieldChanges }
  | { readonly kind: 'remove'; readonly id: string }
  /** A record that was removed, with all its fields as they stood in the file. */
  | {
      readonly kind: 'restore';
      readonly section: string;
      readonly fields: PlainMap;
      readonly after?: string;
    };

/**
 * The sidecar's text with the changes made at their places: no other byte changes, comments, blank lines, order and unknown keys
 * included. All or nothing; a problem, and no text, for a read-only sidecar unless a person said so, and for ids that are not
 * there or there already.
 */
export function editSidecar(
  sidecar: Sidecar,
  changes: readonly SidecarChange[],
  options: { readonly evenReadOnly?: boolean } = {},
): EditResult {
  const raw = new Map(
    sidecar.sections.flatMap(({ records }) => records.map((record) => [record.id, record])),
  );
  const lastEntity = sidecar.sections.findLast(({ key }) => key === 'entities')?.records.at(-1)?.id;
  const plain = changes.map((change) => recordChange(change, raw, lastEntity));
  return editRecordFile(sidecar, plain, { ...options, sections: sidecarSections });
}

function recordChange(
  change: SidecarChange,
  raw: ReadonlyMap<string | undefined, RawRecord>,
  lastEntity: string | undefined,
): RecordChange {
  switch (change.kind) {
    case 'addAnnotation':
      return {
        kind: 'add',
        section: 'annotations',
        fields: fieldsOf(change.record),
        ...(change.after !== undefined && { after: change.after }),
      };
    case 'addEntity':
      return {
        kind: 'add',
        section: 'entities',
        fields: fieldsOf(change.record),
        ...(lastEntity !== undefined && { after: lastEntity }),
      };
    case 'update':
      return {
        kind: 'set',
        id: change.record.id,
        fields: updateOf(raw.get(change.record.id), change.record),
      };
    case 'restore':
      return { ...change, kind: 'add' };
    default:
      return change;
  }
}

/** All known keys of the record, those that it has no longer as removed; an empty list that stands in the file may stay. */
function updateOf(raw: RawRecord | undefined, record: AnnotationRecord | EntityRecord): FieldChanges {
  const fields = fieldsOf(record);
  const gone = keyOrder.filter((key) => {
    if (Object.hasOwn(fields, key)) return false;
    const value = raw && fieldOf(raw, key)?.value;
    const empty = value === null || (Array.isArray(value) && value.length === 0);
    // Of a record that an earlier change adds, nothing is known here.
    return raw === undefined || (value !== undefined && !empty);
  });
  return { ...fields, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
}
