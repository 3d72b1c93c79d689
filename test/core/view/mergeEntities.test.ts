import assert from 'node:assert/strict';

import type { Analysis, MentionSuggestion } from '../../../src/core/annotation/suggestion';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import { confirm } from '../../../src/core/view/decisions/confirm';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { linkMention } from '../../../src/core/view/decisions/linkMention';
import { mergeEntities } from '../../../src/core/view/decisions/mergeEntities';
import { noPlaces } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import type { ArticleView, ViewMention } from '../../../src/core/view/types';

const text =
  'Abdoulaye Diop arrive. M. Diop parle : « Nous irons », dit le ministre. Orange recrute à Orange. Tiéman Diop part.\n';

/** `key type form words [occurrence]`: what the analysis found. */
const found = [
  ['e1', 'person', 'name', 'Abdoulaye Diop', 0],
  ['e2', 'person', 'name', 'M. Diop', 0],
  ['e3', 'person', 'role', 'le ministre', 0],
  ['e4', 'organization', 'name', 'Orange', 0],
  ['e5', 'location', 'name', 'Orange', 1],
  ['e6', 'person', 'name', 'Tiéman Diop', 0],
] as const;

function placeOf(words: string, occurrence = 0) {
  let start = -1;
  for (let n = 0; n <= occurrence; n++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

const analysis: Analysis = {
  mentions: found.map(([entity, type, form, words, occurrence]): MentionSuggestion => {
    return { span: placeOf(words, occurrence), type, form, entity, confidence: 0.9, why: [] };
  }),
  entities: found.map(([key, type, , name]) => ({ key, type, name, aliases: [], roles: [] })),
  quotations: [
    {
      form: 'direct',
      content: [placeOf('Nous irons')],
      marks: [],
      source: placeOf('le ministre'),
      speakers: ['e3'],
      candidates: [],
      confidence: { found: 1, form: 1, speaker: 0.9 },
      why: [],
    },
  ],
  refused: [],
};

/** A sidecar in memory, and what is shown with it. */
class Desk {
  source = newSidecar('a.article', 'fr');
  #seed = 1;

  get view(): ArticleView {
    return articleView({
      text,
      analysis,
      placed: this.#placed(),
      entities: parseSidecar(this.source).entities,
    });
  }

  keyOf(words: string, occurrence = 0): string {
    return this.mention(words, occurrence).entity ?? '';
  }

  mention(words: string, occurrence = 0): ViewMention {
    const { start } = placeOf(words, occurrence);
    const mention = this.view.mentions.find(({ span }) => span.start === start);
    assert.ok(mention, words);
    return mention;
  }

  decide(decision: Decision): void {
    const sidecar = parseSidecar(this.source);
    const changes = runSteps(
      decision({
        text,
        view: this.view,
        placed: this.#placed(),
        records: sidecar.annotations,
        entities: sidecar.entities,
        random: () => (this.#seed = (this.#seed * 48271) % 2147483647) / 2147483647,
      }),
    );
    const result = editSidecar(sidecar, changes);
    assert.ok('source' in result, JSON.stringify(result));
    this.source = result.source;
  }

  /** `name (aliases) <- number of former ids: mentions with their status`. */
  get shown(): readonly string[] {
    const { view } = this;
    return [...view.entities.values()]
      .filter(({ mentions }) => mentions.length > 0)
      .map(({ name, record, mentions }) => {
        const entity = parseSidecar(this.source).entities.find(({ id }) => id === record);
        const words = mentions.map((index) => {
          const { span, status } = view.mentions[index] as ViewMention;
          return `${status === 'confirmed' ? '+' : ''}${text.slice(span.start, span.end)}`;
        });
        const aliases = entity?.aliases ? ` (${entity.aliases.join(', ')})` : '';
        const former = entity?.formerIds ? ` <- ${entity.formerIds.length}` : '';
        return `${name}${aliases}${former}: ${words.join(', ')}`;
      })
      .toSorted();
  }

  #placed() {
    return runSteps(placeRecords(text, parseSidecar(this.source).annotations, noPlaces));
  }
}

interface Case {
  readonly name: string;
  /** Words whose mentions are confirmed before. */
  readonly confirmed?: readonly string[];
  readonly from: readonly (readonly [words: string, occurrence?: number])[];
  readonly into: string;
  /** Of the entities that have to do with it. */
  readonly shown: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'two suggestions become one record, and their mentions stay suggestions',
    from: [['M. Diop']],
    into: 'Abdoulaye Diop',
    shown: ['Abdoulaye Diop (M. Diop): Abdoulaye Diop, M. Diop'],
  },
  {
    name: 'a suggestion goes to a record',
    confirmed: ['Abdoulaye Diop'],
    from: [['M. Diop']],
    into: 'Abdoulaye Diop',
    shown: ['Abdoulaye Diop (M. Diop): +Abdoulaye Diop, M. Diop'],
  },
  {
    name: 'a record goes to a suggestion, which gives the name',
    confirmed: ['M. Diop'],
    from: [['M. Diop']],
    into: 'Abdoulaye Diop',
    shown: ['Abdoulaye Diop (M. Diop): Abdoulaye Diop, +M. Diop'],
  },
  {
    name: 'of two records one stays, with the id of the other',
    confirmed: ['Abdoulaye Diop', 'M. Diop'],
    from: [['M. Diop']],
    into: 'Abdoulaye Diop',
    shown: ['Abdoulaye Diop (M. Diop) <- 1: +Abdoulaye Diop, +M. Diop'],
  },
  {
    name: 'the name of the target counts, whichever id stays',
    confirmed: ['Abdoulaye Diop', 'M. Diop'],
    from: [['Abdoulaye Diop']],
    into: 'M. Diop',
    shown: ['M. Diop (Abdoulaye Diop) <- 1: +Abdoulaye Diop, +M. Diop'],
  },
  {
    name: 'several at once',
    confirmed: ['M. Diop', 'Tiéman Diop'],
    from: [['M. Diop'], ['Tiéman Diop']],
    into: 'Abdoulaye Diop',
    shown: ['Abdoulaye Diop (M. Diop, Tiéman Diop) <- 1: Abdoulaye Diop, +M. Diop, +Tiéman Diop'],
  },
  {
    name: 'a description is no alias: it is linked itself',
    from: [['le ministre']],
    into: 'Abdoulaye Diop',
    shown: ['Abdoulaye Diop: Abdoulaye Diop, +le ministre'],
  },
  {
    name: 'mentions of another type get the type of the target',
    from: [['Orange', 1]],
    into: 'Orange',
    shown: ['Orange: Orange, +Orange'],
  },
];

describe('merging entities', () => {
  for (const { name, confirmed = [], from, into, shown } of cases)
    it(name, () => {
      const desk = new Desk();
      for (const words of confirmed) desk.decide(confirm([desk.mention(words)]));
      desk.decide(
        mergeEntities(
          from.map((each) => desk.keyOf(...each)),
          desk.keyOf(into),
        ),
      );
      const first = into.split(' ')[0] ?? '';
      assert.deepEqual(
        desk.shown.filter((line) => line.startsWith(first)),
        shown,
      );
      const { problems, entities } = parseSidecar(desk.source);
      assert.deepEqual(problems, []);
      assert.equal(entities.filter(({ name: each }) => each.startsWith(first)).length, 1);
    });

  it('the record with the smallest id stays, and a confirmed quotation names it as its speaker', () => {
    const desk = new Desk();
    desk.decide(confirm(desk.view.quotations));
    desk.decide(confirm([desk.mention('Abdoulaye Diop')]));
    const ids = parseSidecar(desk.source).entities.map(({ id }) => id);
    desk.decide(mergeEntities([desk.keyOf('le ministre')], desk.keyOf('Abdoulaye Diop')));
    const { entities, annotations } = parseSidecar(desk.source);
    const smallest = ids.toSorted()[0];
    assert.deepEqual(
      entities.map(({ id }) => id),
      [smallest],
    );
    assert.deepEqual(
      entities[0]?.formerIds,
      ids.filter((id) => id !== smallest),
    );
    const quotation = annotations.find((record) => record.kind === 'quotation');
    assert.deepEqual(quotation?.speakers, [smallest]);
    assert.equal(desk.view.entities.get(smallest ?? '')?.name, 'Abdoulaye Diop');
  });

  it('keeps identifiers and notes of both, the target’s first', () => {
    const desk = new Desk();
    for (const words of ['Abdoulaye Diop', 'M. Diop']) desk.decide(confirm([desk.mention(words)]));
    desk.source = desk.source
      .replace('    name: "Abdoulaye Diop"\n', (line) => `${line}    note: "premier"\n`)
      .replace('    name: "M. Diop"\n', (line) => `${line}    wikidata: Q42\n    note: "second"\n`);
    desk.decide(mergeEntities([desk.keyOf('M. Diop')], desk.keyOf('Abdoulaye Diop')));
    const [entity] = parseSidecar(desk.source).entities;
    assert.equal(entity?.wikidata, 'Q42');
    assert.equal(entity?.note, 'premier\nsecond');
  });

  it('where another record bears the name, mentions are linked one by one', () => {
    const desk = new Desk();
    for (const words of ['Abdoulaye Diop', 'Tiéman Diop']) desk.decide(confirm([desk.mention(words)]));
    desk.source = desk.source.replace(/name: ".* Diop"\n/gu, (line) => `${line}    aliases: ["M. Diop"]\n`);
    desk.decide(mergeEntities([desk.keyOf('M. Diop')], desk.keyOf('Tiéman Diop')));
    assert.ok(desk.shown.includes('Tiéman Diop (M. Diop): +M. Diop, +Tiéman Diop'), desk.shown.join('\n'));
  });

  it('with nothing, or with itself, changes nothing', () => {
    const desk = new Desk();
    const before = desk.source;
    const key = desk.keyOf('M. Diop');
    for (const keys of [[], [key], ['nobody']]) desk.decide(mergeEntities(keys, key));
    desk.decide(mergeEntities([key], 'nobody'));
    assert.equal(desk.source, before);
  });
});

describe('linking a mention', () => {
  it('makes a record of the entity, and confirms the words as naming it', () => {
    const desk = new Desk();
    desk.decide(linkMention([desk.mention('le ministre')], desk.keyOf('Abdoulaye Diop')));
    assert.ok(desk.shown.includes('Abdoulaye Diop: Abdoulaye Diop, +le ministre'));
  });

  it('leaves the other mentions of what it was taken for where they are', () => {
    const desk = new Desk();
    desk.decide(mergeEntities([desk.keyOf('M. Diop')], desk.keyOf('Abdoulaye Diop')));
    desk.decide(linkMention([desk.mention('M. Diop')], desk.keyOf('Tiéman Diop')));
    assert.ok(desk.shown.includes('Abdoulaye Diop (M. Diop): Abdoulaye Diop'), desk.shown.join('\n'));
    assert.ok(desk.shown.includes('Tiéman Diop: +M. Diop, Tiéman Diop'), desk.shown.join('\n'));
  });

  it('corrects the type, with what was corrected', () => {
    const desk = new Desk();
    desk.decide(linkMention([desk.mention('Orange', 1)], desk.keyOf('Orange')));
    const [record] = parseSidecar(desk.source).annotations;
    assert.deepEqual(record?.kind === 'mention' && record.replaces, { type: 'location' });
    assert.equal(desk.mention('Orange', 1).type, 'organization');
  });

  it('changes nothing when it names that already', () => {
    const desk = new Desk();
    desk.decide(confirm([desk.mention('M. Diop')]));
    const before = desk.source;
    desk.decide(linkMention([desk.mention('M. Diop')], desk.keyOf('M. Diop')));
    assert.equal(desk.source, before);
  });
});
