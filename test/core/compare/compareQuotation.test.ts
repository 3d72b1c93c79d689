import assert from 'node:assert/strict';

import { compareQuotation, type Likeness } from '../../../src/core/compare/compareQuotation';
import { createSource } from '../../../src/core/compare/source';
import { runSteps } from '../../../src/core/util/steps';

const transcript = `Bonjour à tous. Euh, nous avons investi deux mille cinq cents euros par élève l’an dernier.
Je ne céderai pas aux pressions, et je le dis clairement devant vous. La mairie a ouvert vingt-cinq écoles.
L’État doit prendre ses responsabilités. Nous ne fermerons aucune classe avant la rentrée de septembre.
Après cela on verra bien, ben, ce que dira le préfet. Les parents interrogés sont inquiets, nous les comprenons.
À la fin du mois, il va à Lyon. Nous avons un plan pour les cantines, les transports et le périscolaire.`;

const cases: readonly (readonly [name: string, quotation: string, kind: Likeness])[] = [
  ['as it stands', 'Je ne céderai pas aux pressions', 'verbatim'],
  ['over a line break', 'devant vous. La mairie a ouvert vingt-cinq écoles', 'verbatim'],
  ['inside a sentence', 'aucune classe avant la rentrée', 'verbatim'],
  ['with typewriter apostrophes', "L'État doit prendre ses responsabilités", 'typographic'],
  ['a capital without its accent', 'L’Etat doit prendre ses responsabilités', 'typographic'],
  ['other punctuation', 'Je ne céderai pas aux pressions et je le dis clairement', 'typographic'],
  ['in capitals', 'NOUS NE FERMERONS AUCUNE CLASSE', 'typographic'],
  ['a number in digits', 'La mairie a ouvert 25 écoles', 'typographic'],
  ['a number in digits with a space', 'nous avons investi 2 500 euros par élève', 'typographic'],
  ['a hesitation left out', 'on verra bien, ce que dira le préfet', 'typographic'],
  ['a gap that is marked', 'Je ne céderai pas (…) et je le dis clairement', 'abridged'],
  ['a gap in square brackets', 'Nous ne fermerons aucune classe […] de septembre', 'abridged'],
  ['an insertion in brackets', 'il va [le maire] à Lyon', 'abridged'],
  ['a negation left out', 'Je céderai aux pressions', 'omission'],
  ['half of a negation left out', 'Je céderai pas aux pressions', 'omission'],
  ['a word left out', 'les transports et périscolaire', 'omission'],
  ['another number', 'La mairie a ouvert 26 écoles', 'changed'],
  ['another number written out', 'La mairie a ouvert trente-cinq écoles', 'changed'],
  ['an accent that makes another word', 'il va a Lyon', 'changed'],
  ['an accent at the end', 'Les parents interroges sont inquiets', 'changed'],
  ['another tense', 'Nous ne fermions aucune classe avant la rentrée', 'changed'],
  ['another name', 'À la fin du mois, il va à Paris', 'changed'],
  ['a word put in', 'Nous avons un grand plan pour les cantines', 'changed'],
  ['another order', 'un plan pour les transports, les cantines et le périscolaire', 'reordered'],
  ['sentences from afar', 'Je ne céderai pas aux pressions. Nous avons un plan pour les cantines.', 'joined'],
  ['said otherwise', 'La ville n’entend fermer nul établissement scolaire', 'notFound'],
  ['nothing', '…', 'notFound'],
];

describe('a quotation and its source', () => {
  const source = createSource(transcript);
  for (const [name, quotation, kind] of cases) {
    it(`${name}: ${kind}`, () => {
      const text = `Il a dit : « ${quotation} ».`;
      const start = text.indexOf(quotation);
      const found = runSteps(compareQuotation(text, [{ start, end: start + quotation.length }], source));
      assert.equal(found.kind, kind, JSON.stringify(found));
    });
  }

  it('parts around words of saying are one', () => {
    const text = '« Je ne céderai pas aux pressions », dit-il, « et je le dis clairement ».';
    const parts = ['Je ne céderai pas aux pressions', 'et je le dis clairement'].map((words) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    });
    assert.equal(runSteps(compareQuotation(text, parts, source)).kind, 'typographic');
  });

  it('tells which words differ, in both texts', () => {
    const text = 'La mairie a ouvert 26 écoles';
    const { differences, passage } = runSteps(
      compareQuotation(text, [{ start: 0, end: text.length }], source),
    );
    const changed = differences.find(({ kind }) => kind === 'changed');
    assert.ok(changed?.kind === 'changed');
    assert.equal(text.slice(changed.quoted.start, changed.quoted.end), '26');
    assert.equal(transcript.slice(changed.source.start, changed.source.end), 'vingt-cinq');
    assert.equal(transcript.slice(passage?.start, passage?.end), 'La mairie a ouvert vingt-cinq écoles');
  });
});
