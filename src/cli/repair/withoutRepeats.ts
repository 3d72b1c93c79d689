import { samePlain } from '../../core/annotation/plain';
import { lineAt, lineStart } from '../../core/sidecar/lines';
import { parseRecordFile } from '../../core/sidecar/parseRecordFile';
import type { RawRecord } from '../../core/sidecar/recordFile';
import { sidecarSections } from '../../core/sidecar/sidecar';
import { applyEdits } from '../../core/text/textEdit';
import { span } from '../../core/util/span';

/** The file without records that say the same under the same id as one before: what a merge of lines leaves of a record that moved. */
export function withoutRepeats(source: string): string {
  const file = parseRecordFile(source, sidecarSections);
  if (file.readOnly !== undefined) return source;
  const first = new Map<string, RawRecord>();
  const edits = file.sections
    .filter(({ layout }) => layout === 'block')
    .flatMap(({ records }) => records)
    .flatMap((record) => {
      const before = record.id === undefined ? undefined : first.get(record.id);
      if (!before || !saySame(before, record)) {
        if (record.id !== undefined && !before) first.set(record.id, record);
        return [];
      }
      let end = lineAt(source, record.span.end).next;
      while (end < source.length && lineAt(source, end).blank) end = lineAt(source, end).next;
      return [{ span: span(lineStart(source, record.span.start), end), text: '' }];
    });
  return applyEdits(source, edits);
}

function saySame(a: RawRecord, b: RawRecord): boolean {
  const plain = ({ fields }: RawRecord) => Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  return a.section === b.section && samePlain(plain(a), plain(b));
}
