import { fieldOf } from '../../core/sidecar/recordFile';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { Span } from '../../core/util/span';

/** Where a field of a record stands in the sidecar's text; the record's first line where it has no such field. */
export function fieldSpans(sidecar: Sidecar): (id: string, key?: string) => Span {
  const records = new Map(
    sidecar.sections
      .flatMap((section) => section.records)
      .reverse()
      .map((record) => [record.id, record]),
  );
  return (id, key) => {
    const record = records.get(id);
    if (!record) return { start: 0, end: 0 };
    const field = key === undefined ? undefined : fieldOf(record, key);
    return field?.span ?? record.fields[0]?.span ?? record.span;
  };
}
