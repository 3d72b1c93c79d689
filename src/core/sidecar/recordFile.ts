import type { PlainValue } from '../annotation/plain';
import type { Problem } from '../problem/problem';
import type { Span } from '../util/span';

/**
 * A YAML file of records: a map whose values are single fields or, for the keys called sections, lists of maps with an `id`.
 * Everything a person may have written in it is kept by place, so that edits touch nothing else. Spans are UTF-16 offsets
 * into `source`.
 */
export interface RecordFile {
  readonly source: string;
  /** Top-level entries that are not sections, in file order. */
  readonly fields: readonly RawField[];
  readonly sections: readonly RecordSection[];
  readonly problems: readonly Problem[];
  /** Set when the file must not be written without a person's word. */
  readonly readOnly?: ReadOnlyReason;
}

/**
 * `refused`: not even looked at (too large, NUL bytes …); `conflict`: holds conflict markers; `syntax`: YAML that could not be
 * understood whole; `newerVersion`: made by a later program.
 */
export type ReadOnlyReason = 'refused' | 'conflict' | 'syntax' | 'newerVersion';

export interface RawField {
  readonly key: string;
  readonly value: PlainValue;
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly keySpan: Span;
  /** Empty, and directly after the colon, when no value is written. */
  readonly valueSpan: Span;
  /** Whether the value stands on lines of its own: a block list, block map or block scalar. */
  readonly block: boolean;
}

export interface RawRecord {
  readonly id?: string;
  /** Key of the section it stands in. */
  readonly section: string;
  /** From its dash (block) or brace (flow) to the end of its last value. */
  readonly span: Span;
  /** Column of its keys; meaningless for a flow record. */
  readonly indent: number;
  readonly flow: boolean;
  readonly fields: readonly RawField[];
}

export interface RecordSection {
  readonly key: string;
  readonly keySpan: Span;
  /** Empty, and directly after the colon, when the section holds nothing. */
  readonly valueSpan: Span;
  readonly layout: 'block' | 'flow' | 'empty';
  /** Column of the dashes; that of new ones when the section is empty. */
  readonly indent: number;
  readonly records: readonly RawRecord[];
}

export function fieldOf(record: RawRecord | RecordFile, key: string): RawField | undefined {
  return record.fields.find((field) => field.key === key);
}
