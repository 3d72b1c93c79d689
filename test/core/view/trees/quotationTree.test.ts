import assert from 'node:assert/strict';

import { runSteps } from '../../../../src/core/util/steps';
import {
  type QuotationGrouping,
  quotationTree,
  type QuotationTree,
} from '../../../../src/core/view/trees/quotationTree';
import { markedArticle } from './markedArticle';

/** `heading: words | words`, with how much room a speaker gets. */
function drawn({ groups }: QuotationTree, words: (index: number) => string): readonly string[] {
  return groups.map(({ heading, quotations }) => {
    const room =
      'room' in heading ? ` ${heading.room.words} (${Math.round(heading.room.share * 100)} %)` : '';
    const name =
      heading.kind === 'speaker'
        ? heading.name
        : heading.kind === 'standing'
          ? heading.standing
          : heading.kind;
    return `${name}${room}: ${quotations.map(words).join(' | ')}`;
  });
}

interface Case {
  readonly name: string;
  readonly article: string;
  readonly grouping: QuotationGrouping;
  readonly tree: readonly string[];
}

const debate =
  '{p:a Awa Sow} : [a Nous irons au bout], puis [? sans nom]. {p:b Luc} : [b Non]. [!a Et demain encore un mot].';

const cases: readonly Case[] = [
  { name: 'nothing', article: 'Rien.', grouping: 'speaker', tree: [] },
  { name: 'nothing in the order of the text', article: 'Rien.', grouping: 'place', tree: [] },
  {
    name: 'by speaker, who speaks most first and open ones last',
    article: debate,
    grouping: 'speaker',
    tree: [
      'Awa Sow 9 (75 %): Nous irons au bout | Et demain encore un mot',
      'Luc 1 (8 %): Non',
      'open 2 (17 %): sans nom',
    ],
  },
  {
    name: 'in the order of the text',
    article: debate,
    grouping: 'place',
    tree: ['none: Nous irons au bout | sans nom | Non | Et demain encore un mot'],
  },
  {
    name: 'by what is decided',
    article: debate,
    grouping: 'standing',
    tree: ['suggested: Nous irons au bout | sans nom | Non', 'confirmed: Et demain encore un mot'],
  },
  {
    name: 'what two say together counts for both',
    article: '{p:a Awa}, {p:b Luc} : [a+b Nous irons], [b seul]',
    grouping: 'speaker',
    tree: ['Luc 3 (100 %): Nous irons | seul', 'Awa 2 (67 %): Nous irons'],
  },
];

describe('the tree of quotations', () => {
  for (const { name, article, grouping, tree } of cases)
    it(name, () => {
      const { text, view } = markedArticle(article);
      const words = (index: number): string => {
        const { start, end } = view.quotations[index]?.content[0] ?? { start: 0, end: 0 };
        return text.slice(start, end);
      };
      assert.deepEqual(drawn(runSteps(quotationTree(view, text, grouping)), words), tree);
    });

  it('counts the words of a quotation in a quotation once', () => {
    const { text, view } = markedArticle('{p:a Awa}, {p:b Luc} : [a Il m’a dit de partir vite]');
    const [outer] = view.quotations;
    assert.ok(outer);
    const start = text.indexOf('de partir');
    const inner = { ...outer, speakers: ['b'], content: [{ start, end: start + 'de partir'.length }] };
    const nested = { ...view, quotations: [outer, inner] };
    const { room } = runSteps(quotationTree(nested, text, 'speaker'));
    assert.equal(room.words, 6);
    assert.deepEqual(
      room.speakers.map(({ words }) => words),
      [6, 2],
    );
  });
});
