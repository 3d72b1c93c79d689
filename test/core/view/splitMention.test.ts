import assert from 'node:assert/strict';

import type { Analysis } from '../../../src/core/annotation/suggestion';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import { confirm } from '../../../src/core/view/decisions/confirm';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { renameRecord } from '../../../src/core/view/decisions/renameRecord';
import { splitMention } from '../../../src/core/view/decisions/splitMention';
import { noPlaces } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';

const text = 'Abdoulaye Diop arrive. Diop parle. Un Diop part le 3 mai.\n';
const places = ['Abdoulaye Diop', 'Diop', 'Diop', '3 mai'];

const spans = places.map((words, i) => {
  const start = text.indexOf(words, [0, 15, 30, 0][i]);
  return { start, end: start + words.length };
});

const analysis: Analysis = {
  mentions: spans.map((span, i) => ({
    span,
    type: i < 3 ? 'person' : 'date',
    form: i < 3 ? 'name' : 'time',
    ...(i < 3 && { entity: 'e1' }),
    confidence: 0.9,
    why: [],
  })),
  entities: [{ key: 'e1', type: 'person', name: 'Abdoulaye Diop', aliases: ['Diop'], roles: [] }],
  quotations: [],
  refused: [],
};

/** What is shown with a sidecar, and the sidecar after a decision. */
function look(source: string) {
  const { annotations: records, entities } = parseSidecar(source);
  const placed = runSteps(placeRecords(text, records, noPlaces));
  return { text, placed, records, entities, view: articleView({ text, analysis, placed, entities }) };
}

function decide(source: string, decision: Decision): string {
  let seed = 0;
  const random = () => (seed = (seed + 0.377) % 1);
  const edited = editSidecar(parseSidecar(source), runSteps(decision({ ...look(source), random })));
  assert.ok('source' in edited, JSON.stringify(edited));
  return edited.source;
}

const empty = newSidecar('a.article', 'fr');
const mentions = look(empty).view.mentions;
const third = mentions.slice(2, 3);

describe('splitting a mention off', () => {
  it('makes an entity of it, and the others stay what they were', () => {
    const { view } = look(decide(empty, splitMention(third)));
    const keys = view.mentions.map(({ entity }) => entity);
    assert.equal(keys[0], keys[1]);
    assert.notEqual(keys[2], keys[0]);
    assert.equal(view.entities.get(keys[0] ?? '')?.name, 'Abdoulaye Diop');
    assert.equal(view.entities.get(keys[2] ?? '')?.name, 'Diop');
  });

  it('also where it was confirmed before', () => {
    const confirmed = decide(empty, confirm(mentions.slice(0, 3)));
    const { view } = look(decide(confirmed, splitMention(look(confirmed).view.mentions.slice(2, 3))));
    assert.equal(new Set(view.mentions.slice(0, 3).map(({ entity }) => entity)).size, 2);
    assert.deepEqual(
      view.mentions.slice(0, 3).map(({ status }) => status),
      ['confirmed', 'confirmed', 'confirmed'],
    );
  });

  it('is nothing for a date', () => assert.equal(decide(empty, splitMention(mentions.slice(3))), empty));
});

describe('renaming a recorded entity', () => {
  const source = decide(empty, confirm(mentions.slice(0, 1)));
  const id = parseSidecar(source).entities[0]?.id ?? '';

  it('keeps the old name as an alias as long as the article uses it', () => {
    const [entity] = parseSidecar(decide(source, renameRecord(id, 'Moussa Traoré'))).entities;
    assert.deepEqual([entity?.id, entity?.name, entity?.aliases], [id, 'Moussa Traoré', ['Abdoulaye Diop']]);
  });

  it('is nothing for the same name and for an id that no record has', () => {
    assert.equal(decide(source, renameRecord(id, 'Abdoulaye Diop')), source);
    assert.equal(decide(source, renameRecord('nobody', 'Moussa Traoré')), source);
  });
});
