import assert from 'node:assert/strict';

import type { EntitySummary } from '../../../src/core/index/entitySummary';
import { folderEntities } from '../../../src/core/index/folderEntities';
import type { SidecarSummary } from '../../../src/core/index/sidecarSummary';
import { runSteps } from '../../../src/core/util/steps';

/** `person Awa Sow wikidata=Q1 register=awa`, named twice and quoted once. */
function entity(line: string): EntitySummary {
  const [, type, name, rest = ''] = /^(\w+) (.+?)((?: \w+=\S+)*)$/u.exec(line) ?? [];
  const fields = Object.fromEntries(
    rest
      .trim()
      .split(' ')
      .filter(Boolean)
      .map((each) => each.split('=')),
  );
  return { ...fields, type, name, mentions: 2, quotations: 1, said: [] } as EntitySummary;
}

interface Case {
  readonly name: string;
  /** The entities of each article. */
  readonly articles: Readonly<Record<string, readonly string[]>>;
  /** `name: articles` in order. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'nothing', articles: { a: [] }, found: [] },
  {
    name: 'the most frequent first, then by type and name',
    articles: { a: ['location Gao', 'person Zoé'], b: ['location Gao', 'person Awa'] },
    found: ['Gao: a b', 'Awa: b', 'Zoé: a'],
  },
  {
    name: 'names that differ in typography are one, with the form that most articles have',
    articles: { a: ['organization L’Oréal'], b: ["organization L'Oréal"], c: ['organization L’Oréal'] },
    found: ['L’Oréal: a b c'],
  },
  {
    name: 'names of two types are two',
    articles: { a: ['location Orange'], b: ['organization Orange'] },
    found: ['Orange: b', 'Orange: a'],
  },
  {
    name: 'an identifier joins two names',
    articles: { a: ['person Awa Sow wikidata=Q1'], b: ['person A. Sow wikidata=Q1'] },
    found: ['Awa Sow: a b'],
  },
  {
    name: 'a name without an identifier joins the only one that has one',
    articles: { a: ['person Awa Sow wikidata=Q1'], b: ['person Awa Sow'] },
    found: ['Awa Sow: a b'],
  },
  {
    name: 'and stays alone where two bear it',
    articles: { a: ['person Awa Sow wikidata=Q1'], b: ['person Awa Sow wikidata=Q2'], c: ['person Awa Sow'] },
    found: ['Awa Sow: a', 'Awa Sow: b', 'Awa Sow: c'],
  },
  {
    name: 'an entry of the register and its item are one where a record has both',
    articles: {
      a: ['person Awa register=awa'],
      b: ['person Sow wikidata=Q1 register=awa'],
      c: ['person A. S. wikidata=Q1'],
    },
    found: ['Sow: b c a'],
  },
];

describe('who and what is named in a folder', () => {
  for (const { name, articles, found } of cases)
    it(name, () => {
      const summaries = Object.entries(articles).map(([path, lines]): readonly [string, SidecarSummary] => [
        path,
        { forms: [], entities: lines.map(entity) },
      ]);
      const entities = runSteps(folderEntities(summaries));
      const drawn = entities.map(
        (each) => `${each.name}: ${each.occurrences.map(({ path }) => path).join(' ')}`,
      );
      assert.deepEqual(drawn, found);
      assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length);
      for (const each of entities) assert.equal(each.mentions, 2 * each.occurrences.length);
    });

  it('passes over summaries of an earlier version', () => {
    assert.deepEqual(runSteps(folderEntities([['a', { forms: [] }]])), []);
  });
});
