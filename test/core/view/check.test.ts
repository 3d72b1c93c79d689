import assert from 'node:assert/strict';

import { readFinding } from '../../../src/core/annotation/check';
import type { Analysis } from '../../../src/core/annotation/suggestion';
import { checkItems, countStates } from '../../../src/core/view/checkState';
import {
  addEvidence,
  checkQuotations,
  claim,
  removeEvidence,
  signOff,
} from '../../../src/core/view/decisions/check';
import { setSpeakers } from '../../../src/core/view/decisions/quote';
import { Desk } from './desk';

const text =
  'Diop parle. « Nous irons jusqu’au bout », a dit Diop. Lavrov promet « un soutien total ». Il pleut.\n';

function at(words: string, from = 0) {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
}

const analysis: Analysis = {
  mentions: [
    { span: at('Diop', 20), type: 'person', form: 'name', entity: 'e1', confidence: 0.9, why: [] },
    { span: at('Lavrov'), type: 'person', form: 'name', entity: 'e2', confidence: 0.9, why: [] },
  ],
  entities: [
    { key: 'e1', type: 'person', name: 'Diop', aliases: [], roles: [] },
    { key: 'e2', type: 'person', name: 'Lavrov', aliases: [], roles: [] },
  ],
  quotations: ['Nous irons jusqu’au bout', 'un soutien total'].map((words, index) => ({
    form: 'direct' as const,
    content: [at(words)],
    marks: [],
    ...(index === 0 && { cue: { span: at('a dit'), tone: 'neutral' as const, lemma: 'dire' } }),
    source: index === 0 ? at('Diop', 20) : at('Lavrov'),
    speakers: [index === 0 ? 'e1' : 'e2'],
    candidates: [],
    confidence: { found: 1, form: 1, speaker: 0.9 },
    why: [],
  })),
  refused: [],
};

const verdict = { verdict: 'accurate', by: 'Claire', date: '2026-11-25' };

function states(desk: Desk) {
  const items = checkItems(desk.view, desk.placed, desk.sidecar.entities, 'unchecked');
  return items.map(({ state }) => state);
}

function records(desk: Desk) {
  return desk.sidecar.annotations.filter(({ kind }) => kind !== 'mention');
}

describe('checks', () => {
  it('a checked quotation is confirmed, with what was checked', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations.slice(0, 1), verdict));
    const [record] = records(desk);
    assert.equal(record?.status, 'confirmed');
    assert.ok(record?.kind === 'quotation');
    assert.deepEqual(record.check, {
      of: {
        words: 'Nous irons jusqu’au bout',
        speakers: record.speakers,
        cue: 'a dit',
        source: record.source,
      },
      ...verdict,
    });
    assert.deepEqual(states(desk), ['checked', 'open']);
  });

  it('checking again is one record, with the evidence that was there and without the second reader', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations, verdict));
    const id = records(desk)[0]?.id ?? '';
    desk.decide(addEvidence(id, { url: 'https://example.org/a', exact: 'jusqu’au bout' }));
    desk.decide(addEvidence(id, { file: 'point-presse.vtt', place: '00:01:02' }));
    desk.decide(signOff(id, { by: 'Paul', date: '2026-11-26' }));
    assert.deepEqual(states(desk), ['signed', 'checked']);
    desk.decide(checkQuotations(desk.view.quotations.slice(0, 1), { verdict: 'altered' }));
    assert.equal(records(desk).length, 2);
    const finding = readFinding(records(desk)[0]?.check);
    assert.equal(finding?.verdict, 'altered');
    assert.equal(finding?.by, undefined);
    assert.equal(finding?.signed, undefined);
    assert.equal(finding?.evidence.length, 2);
    desk.decide(removeEvidence(id, 0));
    assert.equal(readFinding(records(desk)[0]?.check)?.evidence[0]?.file, 'point-presse.vtt');
  });

  it('is stale when the words change, until it is checked again', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations.slice(0, 1), verdict));
    desk.text = text.replace('irons', 'ironz');
    assert.deepEqual(states(desk), ['stale', 'open']);
    desk.decide(checkQuotations(desk.view.quotations.slice(0, 1), verdict));
    assert.deepEqual(states(desk), ['checked', 'open']);
    assert.equal(records(desk).length, 1);
    assert.match(JSON.stringify(records(desk)[0]?.check?.of), /ironz/u);
  });

  it('is stale when another speaker is named', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations.slice(0, 1), verdict));
    const lavrov = [...desk.view.entities.values()].find(({ name }) => name === 'Lavrov');
    const quotation = desk.view.quotations[0];
    assert.ok(lavrov && quotation);
    desk.decide(setSpeakers(quotation, [{ kind: 'entity', key: lavrov.key }]));
    assert.deepEqual(states(desk), ['stale', 'open']);
  });

  it('the verdict that stands for "not yet" is no check', () => {
    const desk = new Desk(text, analysis);
    desk.decide(checkQuotations(desk.view.quotations, { verdict: 'unchecked' }));
    assert.deepEqual(states(desk), ['open', 'open']);
  });

  it('words that nobody says are checked as a claim', () => {
    const desk = new Desk(text, analysis);
    desk.decide(claim([at('Il pleut')], { verdict: 'false', note: 'Grand soleil.' }));
    desk.decide(claim([at('Diop parle')]));
    const items = checkItems(desk.view, desk.placed, desk.sidecar.entities, 'unchecked');
    assert.deepEqual(countStates(items), { open: 3, checked: 1, stale: 0, signed: 0 });
    assert.equal(items[0]?.record?.kind, 'claim');
    assert.deepEqual(items.at(-1)?.record?.check?.of, { words: 'Il pleut' });
  });

  it('reads what others wrote by hand as far as it goes', () => {
    assert.equal(readFinding({ note: 'x' }), undefined);
    assert.deepEqual(
      readFinding({ verdict: 'ok', evidence: ['x', { page: 3 }, { place: 12 }], signed: 'Paul' }),
      {
        verdict: 'ok',
        evidence: [{ place: '12' }],
      },
    );
  });
});
