import assert from 'node:assert/strict';

import type { Analysis } from '../../../src/core/annotation/suggestion';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import { annotate } from '../../../src/core/view/decisions/annotate';
import { confirm, reject } from '../../../src/core/view/decisions/confirm';
import { correctBounds } from '../../../src/core/view/decisions/correctBounds';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { quote, setSpeakers } from '../../../src/core/view/decisions/quote';
import { mentionInTheWay, quotationInTheWay } from '../../../src/core/view/overlap';
import { noPlaces } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import { proposeQuotation } from '../../../src/core/view/proposeQuotation';
import type { ArticleView } from '../../../src/core/view/types';

const text =
  'Le ministre Abdoulaye Diop parle à Moscou. « Nous irons jusqu’au bout », a déclaré Diop. Puis « rien ne presse », selon Anna Lioubimova.\n';

function at(words: string, from = 0) {
  const start = text.indexOf(words, from);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
}

const second = at('Diop', 40);

const analysis: Analysis = {
  mentions: [
    { span: at('Diop'), type: 'person', form: 'name', entity: 'e1', confidence: 0.9, why: [] },
    { span: at('Moscou'), type: 'organization', form: 'name', entity: 'e2', confidence: 0.9, why: [] },
    { span: second, type: 'person', form: 'name', entity: 'e1', confidence: 0.9, why: [] },
    { span: at('Anna Lioubimova'), type: 'person', form: 'name', entity: 'e3', confidence: 0.9, why: [] },
  ],
  entities: [
    { key: 'e1', type: 'person', name: 'Diop', aliases: [], roles: [] },
    { key: 'e2', type: 'organization', name: 'Moscou', aliases: [], roles: [] },
    { key: 'e3', type: 'person', name: 'Anna Lioubimova', aliases: ['Lioubimova'], roles: [] },
  ],
  quotations: [
    {
      form: 'direct',
      content: [at('Nous irons jusqu’au bout')],
      marks: [],
      cue: { span: at('a déclaré'), tone: 'neutral', lemma: 'déclarer' },
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

  get sidecar() {
    return parseSidecar(this.source);
  }

  get view(): ArticleView {
    return articleView({ text, analysis, placed: this.#placed(), entities: this.sidecar.entities });
  }

  decide(decision: Decision): this {
    const { sidecar, view } = this;
    const random = () => (this.#next = (this.#next + 0.137) % 1);
    const { annotations: records, entities } = sidecar;
    const changes = runSteps(decision({ text, view, placed: this.#placed(), records, entities, random }));
    const edited = editSidecar(sidecar, changes);
    assert.ok('source' in edited, JSON.stringify(edited));
    this.source = edited.source;
    assert.deepEqual(this.sidecar.problems, []);
    return this;
  }

  mention(words: string, from = 0) {
    const { start } = at(words, from);
    const found = this.view.mentions.find(({ span }) => span.start === start);
    assert.ok(found, words);
    return found;
  }

  /** Status, type, words, what they replace and whom they name. */
  get records(): readonly string[] {
    const { annotations, entities } = this.sidecar;
    const name = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? '–';
    return annotations.map((record) => {
      if (record.kind === 'quotation')
        return `${record.form} ${record.content.map(({ exact }) => exact).join(' … ')} | ${record.cue?.exact ?? '–'} | ${record.speakers.map(name).join(', ')}`;
      if (record.kind !== 'mention') return record.kind;
      const { exact, type } = record.replaces ?? {};
      const was = record.replaces ? ` (was ${[exact, type].filter(Boolean).join(' ')})` : '';
      return `${record.status} ${record.type} ${record.selector.exact}${was}: ${name(record.entity)}`;
    });
  }

  #placed() {
    return runSteps(placeRecords(text, this.sidecar.annotations, noPlaces));
  }
}

describe('decisions of the desk', () => {
  const cases: readonly (readonly [string, (desk: Desk) => unknown, readonly string[]])[] = [
    [
      'new words become a new entity, and hide what is suggested across them',
      (desk) => desk.decide(annotate([at('Abdoulaye Diop')], { kind: 'type', type: 'person' })),
      ['confirmed person Abdoulaye Diop (was Diop): Abdoulaye Diop'],
    ],
    [
      'a suggestion of that type is confirmed as it is',
      (desk) => desk.decide(annotate([at('Anna Lioubimova')], { kind: 'type', type: 'person' })),
      ['confirmed person Anna Lioubimova: Anna Lioubimova'],
    ],
    [
      'one of another type is corrected',
      (desk) => desk.decide(annotate([at('Moscou')], { kind: 'type', type: 'location' })),
      ['confirmed location Moscou (was organization): Moscou'],
    ],
    [
      'several places name one entity',
      (desk) =>
        desk.decide(annotate([at('Diop'), second], { kind: 'new', type: 'person', name: 'Abdoulaye Diop' })),
      ['confirmed person Diop: Abdoulaye Diop', 'confirmed person Diop: Abdoulaye Diop'],
    ],
    [
      'what was rejected can be added after all',
      (desk) =>
        desk
          .decide(reject([desk.mention('Moscou')]))
          .decide(annotate([at('Moscou')], { kind: 'type', type: 'location' })),
      ['confirmed location Moscou: Moscou'],
    ],
    [
      'an entry of the register is linked',
      (desk) =>
        desk.decide(
          annotate([at('Moscou')], { kind: 'register', id: 'r-moscou', name: 'Moscou', type: 'location' }),
        ),
      ['confirmed location Moscou (was organization): Moscou'],
    ],
    [
      'other bounds keep what they correct, also when they are corrected again',
      (desk) =>
        desk
          .decide(correctBounds(desk.mention('Diop'), at('Abdoulaye Diop')))
          .decide(correctBounds(desk.mention('Abdoulaye Diop'), at('ministre Abdoulaye Diop'))),
      ['confirmed person ministre Abdoulaye Diop (was Diop): Diop'],
    ],
    [
      'bounds and type at once',
      (desk) => desk.decide(correctBounds(desk.mention('Moscou'), at('à Moscou'), 'location')),
      ['confirmed location à Moscou (was Moscou organization): Moscou'],
    ],
    [
      'bounds of a quotation',
      (desk) => desk.decide(correctBounds(desk.view.quotations[0] as never, at('jusqu’au bout'))),
      ['direct jusqu’au bout | a déclaré | Diop', 'confirmed person Diop: Diop'],
    ],
    [
      'a quotation with what was proposed',
      (desk) => {
        const content = at('rien ne presse');
        const { speakers, ...proposed } = proposeQuotation(text, 'plain', desk.view, content);
        return desk.decide(
          quote(
            { ...proposed, content: [content] },
            speakers.slice(0, 1).map((key) => ({ kind: 'entity', key })),
          ),
        );
      },
      ['mixed rien ne presse | selon | Anna Lioubimova', 'confirmed person Anna Lioubimova: Anna Lioubimova'],
    ],
    [
      'another speaker; the words that name the old one are no longer its source',
      (desk) => {
        const [quotation] = desk.view.quotations;
        const key = desk.mention('Anna Lioubimova').entity ?? '';
        return quotation && desk.decide(setSpeakers(quotation, [{ kind: 'entity', key }]));
      },
      ['direct Nous irons jusqu’au bout | a déclaré | Anna Lioubimova'],
    ],
    [
      'the speaker of a confirmed quotation left open',
      (desk) => {
        desk.decide(confirm(desk.view.quotations));
        const [quotation] = desk.view.quotations;
        return quotation && desk.decide(setSpeakers(quotation, []));
      },
      ['direct Nous irons jusqu’au bout | a déclaré | ', 'confirmed person Diop: Diop'],
    ],
  ];
  for (const [name, act, records] of cases)
    it(name, () => {
      const desk = new Desk();
      act(desk);
      assert.deepEqual(desk.records, records);
    });

  it('a name may stand in a description and in a quotation, and not in a name or across its edge', () => {
    const { view } = new Desk().decide(annotate([at('Abdoulaye Diop')], { kind: 'type', type: 'person' }));
    const way = (words: string) => mentionInTheWay(view, at(words), text) !== undefined;
    assert.deepEqual(['Diop parle', 'Abdoulaye', 'Nous'].map(way), [true, true, false]);
    const described = new Desk().decide(
      annotate([at('ministre Abdoulaye Diop')], { kind: 'type', type: 'person' }),
    );
    assert.equal(mentionInTheWay(described.view, at('Diop'), text), undefined);
  });

  it('a quotation may stand in a quotation, and not across its edge', () => {
    const desk = new Desk();
    desk.decide(confirm(desk.view.quotations));
    const way = (words: string) => quotationInTheWay(desk.view, at(words)) !== undefined;
    assert.deepEqual(['jusqu’au bout', 'bout », a déclaré'].map(way), [false, true]);
  });
});
