import assert from 'node:assert/strict';

import type { Analysis } from '../../../src/core/annotation/suggestion';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import { confirm, exportSuggestions, reject } from '../../../src/core/view/decisions/confirm';
import { correctType } from '../../../src/core/view/decisions/correctType';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { noPlaces } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import type { ArticleView, ViewMention } from '../../../src/core/view/types';

const text =
  'Abdoulaye Diop parle à Moscou. « Nous irons jusqu’au bout », a dit Diop le 24 septembre 2025.\n';

function at(words: string, from = 0) {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
}

const second = at('Diop', 20);

const analysis: Analysis = {
  mentions: [
    {
      span: at('Abdoulaye Diop'),
      type: 'person',
      form: 'name',
      entity: 'e1',
      confidence: 0.987,
      why: [{ code: 'recognized', args: [] }],
    },
    { span: at('Moscou'), type: 'location', form: 'name', entity: 'e2', confidence: 0.9, why: [] },
    { span: second, type: 'person', form: 'name', entity: 'e1', confidence: 0.9, why: [] },
    {
      span: at('24 septembre 2025'),
      type: 'date',
      form: 'time',
      value: { edtf: '2025-09-24', absolute: true },
      confidence: 0.9,
      why: [],
    },
  ],
  entities: [
    { key: 'e1', type: 'person', name: 'Abdoulaye Diop', aliases: ['Diop'], roles: [] },
    { key: 'e2', type: 'location', name: 'Moscou', aliases: [], roles: [] },
  ],
  quotations: [
    {
      form: 'direct',
      content: [at('Nous irons jusqu’au bout')],
      marks: [],
      cue: { span: at('a dit'), tone: 'neutral', lemma: 'dire' },
      source: second,
      speakers: ['e1'],
      candidates: [],
      confidence: { found: 1, form: 1, speaker: 0.9 },
      why: [],
    },
  ],
  refused: [],
};

/** A desk with a sidecar in memory: decides, and looks again. */
class Desk {
  source = newSidecar('a.article', 'fr');
  #next = 0;

  get view(): ArticleView {
    const { annotations, entities } = parseSidecar(this.source);
    return articleView({
      text,
      analysis,
      placed: this.#placed(),
      entities: [...entities],
      ...(annotations && {}),
    });
  }

  decide(decision: Decision): void {
    const sidecar = parseSidecar(this.source);
    const random = () => (this.#next = (this.#next + 0.137) % 1);
    const changes = runSteps(
      decision({
        text,
        view: this.view,
        placed: this.#placed(),
        records: sidecar.annotations,
        entities: sidecar.entities,
        random,
      }),
    );
    const edited = editSidecar(sidecar, changes);
    assert.ok('source' in edited, JSON.stringify(edited));
    this.source = edited.source;
    assert.deepEqual(parseSidecar(this.source).problems, []);
  }

  mention(words: string): ViewMention {
    const found = this.view.mentions.find(({ span }) => text.slice(span.start, span.end) === words);
    assert.ok(found, words);
    return found;
  }

  get shown(): readonly string[] {
    return this.view.mentions.map(
      ({ status, type, span }) => `${status} ${type} ${text.slice(span.start, span.end)}`,
    );
  }

  #placed() {
    return runSteps(placeRecords(text, parseSidecar(this.source).annotations, noPlaces));
  }
}

describe('decisions', () => {
  it('a confirmed name is recorded with its entity, and shown as confirmed', () => {
    const desk = new Desk();
    desk.decide(confirm([desk.mention('Moscou')]));
    const { annotations, entities } = parseSidecar(desk.source);
    assert.equal(entities[0]?.name, 'Moscou');
    assert.equal(annotations[0]?.kind === 'mention' && annotations[0].entity, entities[0]?.id);
    assert.equal(desk.mention('Moscou').status, 'confirmed');
  });

  it('two mentions of one entity share its record', () => {
    const desk = new Desk();
    desk.decide(confirm(desk.view.mentions.slice(0, 3)));
    assert.equal(parseSidecar(desk.source).entities.length, 2);
  });

  it('records stand in text order whatever the order of decisions', () => {
    const desk = new Desk();
    for (const words of ['24 septembre 2025', 'Abdoulaye Diop', 'Moscou'])
      desk.decide(confirm([desk.mention(words)]));
    const words = parseSidecar(desk.source).annotations.map(
      (record) => record.kind === 'mention' && record.selector.exact,
    );
    assert.deepEqual(words, ['Abdoulaye Diop', 'Moscou', '24 septembre 2025']);
  });

  it('a date keeps its value', () => {
    const desk = new Desk();
    desk.decide(confirm([desk.mention('24 septembre 2025')]));
    const [record] = parseSidecar(desk.source).annotations;
    assert.equal(record?.kind === 'mention' && record.value, '2025-09-24');
  });

  it('a rejected name is hidden and names its reach', () => {
    const desk = new Desk();
    desk.decide(reject([desk.mention('Moscou')]));
    assert.ok(!desk.shown.some((line) => line.endsWith('Moscou')));
    assert.equal(parseSidecar(desk.source).annotations[0]?.scope, 'span');
    assert.equal(parseSidecar(desk.source).entities.length, 0);
  });

  it('a confirmed name that is rejected later is one record', () => {
    const desk = new Desk();
    desk.decide(confirm([desk.mention('Moscou')]));
    desk.decide(reject([desk.mention('Moscou')]));
    assert.deepEqual(
      parseSidecar(desk.source).annotations.map(({ status }) => status),
      ['rejected'],
    );
  });

  it('a corrected type keeps what it replaces and gets an entity of its type', () => {
    const desk = new Desk();
    desk.decide(correctType([desk.mention('Moscou')], 'organization'));
    const { annotations, entities } = parseSidecar(desk.source);
    const [record] = annotations;
    assert.deepEqual(record?.kind === 'mention' && record.replaces, { type: 'location' });
    assert.equal(entities[0]?.type, 'organization');
    assert.equal(desk.mention('Moscou').type, 'organization');
  });

  it('a type corrected twice is one record', () => {
    const desk = new Desk();
    desk.decide(correctType([desk.mention('Moscou')], 'organization'));
    desk.decide(correctType([desk.mention('Moscou')], 'product'));
    assert.equal(parseSidecar(desk.source).annotations.length, 1);
    assert.equal(desk.mention('Moscou').type, 'product');
  });

  it('a confirmed quotation brings its cue, the mention that speaks and the speaker', () => {
    const desk = new Desk();
    desk.decide(confirm(desk.view.quotations));
    const { annotations, entities } = parseSidecar(desk.source);
    const quotation = annotations.find((record) => record.kind === 'quotation');
    const source = annotations.find((record) => record.kind === 'mention');
    assert.ok(quotation?.kind === 'quotation' && source?.kind === 'mention');
    assert.equal(quotation.cue?.exact, 'a dit');
    assert.equal(quotation.source, source.id);
    assert.deepEqual(quotation.speakers, [entities[0]?.id]);
    assert.equal(desk.view.quotations.length, 1);
    assert.equal(desk.view.quotations[0]?.status, 'confirmed');
    assert.deepEqual(desk.view.quotations[0]?.source, second);
    assert.deepEqual(desk.view.quotations[0]?.cue?.span, at('a dit'));
    // In text order: the quotation begins before the mention that speaks.
    assert.deepEqual(
      annotations.map(({ kind }) => kind),
      ['quotation', 'mention'],
    );
  });

  it('deciding the same twice changes no byte', () => {
    const desk = new Desk();
    desk.decide(confirm(desk.view.quotations));
    const once = desk.source;
    desk.decide(confirm(desk.view.quotations));
    assert.equal(desk.source, once);
  });

  it('deciding twice on what was shown before the first decision is one record', () => {
    const desk = new Desk();
    const stale = [...desk.view.mentions, ...desk.view.quotations];
    desk.decide(confirm(stale));
    const once = desk.source;
    desk.decide(confirm(stale));
    assert.equal(desk.source, once);
    desk.decide(reject(stale.slice(0, 1)));
    assert.equal(parseSidecar(desk.source).annotations.length, 5);
  });

  it('exported suggestions stay suggestions, with confidence and reasons, and are exported once', () => {
    const desk = new Desk();
    desk.decide(exportSuggestions());
    const { annotations } = parseSidecar(desk.source);
    assert.equal(annotations.length, 5);
    assert.ok(annotations.every(({ status }) => status === 'suggested'));
    assert.equal(annotations[0]?.confidence, 0.99);
    assert.deepEqual(annotations[0]?.why, [{ code: 'recognized', args: [] }]);
    const once = desk.source;
    desk.decide(exportSuggestions());
    assert.equal(desk.source, once);
  });

  it('an exported suggestion can be confirmed', () => {
    const desk = new Desk();
    desk.decide(exportSuggestions());
    desk.decide(confirm([desk.mention('Moscou')]));
    assert.equal(desk.mention('Moscou').status, 'confirmed');
    assert.equal(parseSidecar(desk.source).annotations.length, 5);
  });
});
