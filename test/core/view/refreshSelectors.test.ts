import assert from 'node:assert/strict';

import fc from 'fast-check';

import { describe as describeSpan } from '../../../src/core/anchoring/describe';
import type { AnnotationRecord, MentionRecord } from '../../../src/core/annotation/record';
import { applyEdits, type TextEdit } from '../../../src/core/text/textEdit';
import { runSteps } from '../../../src/core/util/steps';
import { groupPlaced, noPlaces, placedAt, type PlacedRecords } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import { refreshSelectors } from '../../../src/core/view/refreshSelectors';
import { trackPlaced } from '../../../src/core/view/trackPlaced';

const text =
  'Le ministre Abdoulaye Diop est arrivé lundi. Diop a parlé à la presse, puis Diop est reparti avec Moussa Diop pour Bamako.\n';

function record(words: string, occurrence = 0): MentionRecord {
  let start = text.indexOf(words);
  for (let n = 0; n < occurrence; n++) start = text.indexOf(words, start + 1);
  const selector = describeSpan(text, { start, end: start + words.length });
  return { id: `r${start}`, kind: 'mention', type: 'person', selector, status: 'confirmed' };
}

function place(
  source: string,
  records: readonly AnnotationRecord[],
  before: PlacedRecords = noPlaces,
): PlacedRecords {
  return runSteps(placeRecords(source, records, before));
}

function insert(at: string, inserted: string, removed = 0): TextEdit {
  const start = text.indexOf(at);
  return { span: { start, end: start + removed }, text: inserted };
}

/** The records after an edit that was followed, and what saving the article changes of them. */
function editAndSave(records: readonly MentionRecord[], edits: readonly TextEdit[]) {
  const after = applyEdits(text, edits);
  const placed = trackPlaced(place(text, records), edits, text, after);
  return { after, placed, changes: runSteps(refreshSelectors(after, placed)) };
}

function updated(changes: ReturnType<typeof editAndSave>['changes']): readonly AnnotationRecord[] {
  return changes.flatMap((change) => (change.kind === 'update' ? (change.record as AnnotationRecord) : []));
}

describe('selectors when the article is saved', () => {
  it('stay as they are when nothing was edited', () => {
    assert.deepEqual(editAndSave([record('Abdoulaye Diop'), record('Diop', 1)], []).changes, []);
  });

  it('stay as they are when the text changed elsewhere', () => {
    assert.deepEqual(editAndSave([record('Abdoulaye Diop')], [insert('Bamako', 'Ségou et ')]).changes, []);
  });

  it('are written anew for words that were edited, and the old ones are kept', () => {
    const { after, changes } = editAndSave([record('Abdoulaye Diop')], [insert('Diop', 'Touré', 4)]);
    const [changed] = updated(changes) as readonly MentionRecord[];
    assert.equal(changed?.selector.exact, 'Abdoulaye Touré');
    assert.equal(changed?.was?.exact, 'Abdoulaye Diop');
    assert.ok(after.includes('Abdoulaye Touré'));
  });

  it('are left alone for a record that was found changed, since nobody saw it happen', () => {
    const after = text.replace('Abdoulaye Diop', 'Abdulaye Dyop');
    const start = after.indexOf('Abdulaye Dyop');
    const place = { start, end: start + 'Abdulaye Dyop'.length };
    const placed = groupPlaced([placedAt(record('Abdoulaye Diop'), 'changed', [place])]);
    assert.deepEqual(runSteps(refreshSelectors(after, placed)), []);
  });

  it('give, when read again, the places that edits were followed to', () => {
    const edit = fc.record({
      at: fc.nat(text.length),
      removed: fc.nat(12),
      inserted: fc.constantFrom('', 'x', ' Diop ', '. Abdoulaye Diop', '\n'),
    });
    const records = [
      record('Abdoulaye Diop'),
      record('Diop', 1),
      record('Diop', 2),
      record('Moussa Diop'),
      record('Bamako'),
    ];
    fc.assert(
      fc.property(edit, ({ at, removed, inserted }) => {
        const edits = [{ span: { start: at, end: Math.min(text.length, at + removed) }, text: inserted }];
        const { after, placed, changes } = editAndSave(records, edits);
        const renewed = new Map(updated(changes).map((each) => [each.id, each]));
        const again = place(
          after,
          records.map((each) => renewed.get(each.id) ?? each),
        );
        for (const [index, { span }] of placed.mentions.entries()) {
          const found = again.mentions[index];
          if (!span) continue;
          if (found?.state === 'uncertain' || found?.state === 'orphan') continue;
          assert.deepEqual(found?.span, span, JSON.stringify({ after, found }));
        }
      }),
      { numRuns: 60 },
    );
  }).timeout(20_000);
});
