import assert from 'node:assert/strict';

import { runSteps } from '../../../../src/core/util/steps';
import {
  type EntityFilter,
  type EntityOrder,
  entityTree,
  type TypeGroup,
} from '../../../../src/core/view/trees/entityTree';
import { markedArticle } from './markedArticle';

/** `type: name standing ×mentions, …` a group. */
function drawn(groups: readonly TypeGroup[]): readonly string[] {
  return groups.map(({ type, lines, mentions }) => {
    const each = lines.map(({ name, standing, mentions: { length } }) => `${name} ${standing} ×${length}`);
    return `${type} ${mentions}: ${each.join(', ')}`;
  });
}

interface Case {
  readonly name: string;
  readonly article: string;
  readonly order?: EntityOrder;
  readonly filter?: EntityFilter;
  readonly tree: readonly string[];
}

const release =
  '{o:x L’AES} reçoit {p:a Awa Sow} à {l:b Bamako}. {p:c Jean Petit} répond : {p:c Petit} ira à {l! Gao} {d= mercredi}.';

const cases: readonly Case[] = [
  { name: 'nothing', article: 'Rien.', tree: [] },
  {
    name: 'types in their order, entities in the order of the text',
    article: release,
    tree: [
      'person 3: Awa Sow suggested ×1, Jean Petit suggested ×2',
      'organization 1: L’AES suggested ×1',
      'location 2: Bamako suggested ×1, Gao confirmed ×1',
      'date 1: mercredi suggested ×1',
    ],
  },
  {
    name: 'by frequency, and by place where that is the same',
    article: '{p:a Awa}, {p:b Luc}, {p:c Zoé}, {p:c Zoé}',
    order: 'frequency',
    tree: ['person 4: Zoé suggested ×2, Awa suggested ×1, Luc suggested ×1'],
  },
  {
    name: 'dates of one value are one line, and words without an entity by what they are',
    article: '{d= mercredi}, {d= le 24 septembre}, {p elle}, {p elle}, {p lui}',
    tree: ['person 3: elle suggested ×2, lui suggested ×1', 'date 2: mercredi suggested ×2'],
  },
  {
    name: 'partly confirmed, and a changed one before all',
    article: '{p!:a Awa}, {p:a Awa}, {p!:b Luc}, {p~:b Luc}, {p:b Luc}',
    tree: ['person 5: Awa partly ×2, Luc changed ×3'],
  },
  {
    name: 'one type only',
    article: release,
    filter: { types: new Set(['location']) },
    tree: ['location 2: Bamako suggested ×1, Gao confirmed ×1'],
  },
  {
    name: 'suggestions only: of an entity that is partly confirmed those that are not',
    article: '{p!:a Awa}, {p:a Awa}, {p!:b Luc}',
    filter: { standings: new Set(['suggested']) },
    tree: ['person 1: Awa suggested ×1'],
  },
  {
    name: 'type and state together',
    article: release,
    filter: { types: new Set(['location']), standings: new Set(['confirmed']) },
    tree: ['location 1: Gao confirmed ×1'],
  },
  {
    name: 'a name from a hostile file stays one plain line',
    article: '{p:a Awa\n\u202eSow}',
    tree: ['person 1: Awa Sow suggested ×1'],
  },
];

describe('the tree of entities', () => {
  for (const { name, article, order, filter, tree } of cases)
    it(name, () => {
      const { text, view } = markedArticle(article);
      assert.deepEqual(drawn(runSteps(entityTree(view, text, order, filter))), tree);
    });

  it('leaves out what an edit deleted', () => {
    const { text, view } = markedArticle('{p:a Awa} et {p:b Luc}');
    const [first, second] = view.mentions;
    assert.ok(first && second);
    const edited = { ...view, mentions: [{ ...first, span: { start: 0, end: 0 } }, second] };
    assert.deepEqual(drawn(runSteps(entityTree(edited, text))), ['person 1: Luc suggested ×1']);
  });

  it('keeps its ids when words are confirmed or come in between, and has none twice', () => {
    const ids = (article: string) => {
      const { text, view } = markedArticle(article);
      return runSteps(entityTree(view, text)).flatMap(({ lines }) => lines.map(({ id }) => id));
    };
    const before = ids('{p:a Diop} et {p:b Diop}, {l:c Gao}');
    assert.equal(new Set(before).size, 3);
    assert.deepEqual(ids('{p!:x Diop} et {p:b Diop}, {l:c Gao}'), before);
    assert.ok(ids('{p:z Zoé}, {p:a Diop} et {p:b Diop}, {l:c Gao}').length === 4);
  });
});
