import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenAt, tokenize, tokenText } from '../../../src/core/text/tokens';

/** Tokens are shown between bars. */
const tokenCases: readonly (readonly [name: string, tokens: string])[] = [
  ['elision, straight and typographic', "l'|AES| et| l’|ONU|,| d’|abord| qu'|il"],
  ['elision in capitals', "L'|AES| ET| D’|ABORD"],
  ['words with an inner apostrophe', "aujourd'hui| prud’hommes| quelqu'un| O'Brien"],
  ['subject clitics', 'a|-t-|il| dit| ,| dit|-|on| ,| pensent|-|ils'],
  ['a noun that looks like one', 'rendez-vous| pris'],
  ['hyphenated names', 'Jean-Marie| Seine-Saint-Denis| franco-malien'],
  ['abbreviations keep their stop', 'M.| Diop| ,| Mme| Diop| ,| MM.| Diop| et| Touré'],
  ['initials', 'J.| K.| Rowling| et| J.-P.| Martin'],
  ['dotted capitals', 'U.S.A.| contre| O.N.U.'],
  ['a sentence end is no abbreviation', 'Il| part| .| Elle| reste| .'],
  ['numbers', '12,5| %| ,| 1| 200| euros| ,| 18h30| ,| 80ᵉ| ,| 1er| ,| 2024-03-01'],
  ['number sign', 'n|°| 12'],
  ['guillemets with no-break spaces', '«|\u00a0Nous|\u202f»'],
  ['addresses', 'https://exemple.fr/a?b=1| .| presse@exemple.fr| ,| @compte| #sujet'],
  ['ellipses', 'Enfin|...| et|…'],
  ['combining marks stay with their letter', 'e\u0301te\u0301| Ce\u0301line'],
  ['emoji are one token each', '👍🏽| 👩‍👩‍👧| fin'],
  ['right-to-left', 'السلام| عليكم'],
  ['lone surrogate', '\ud83d|a'],
];

describe('tokens', () => {
  for (const [name, marked] of tokenCases) {
    it(name, () => {
      const expected = marked.split('|').map((token) => token.trim());
      assert.deepEqual(words(marked.replaceAll('|', '')), expected);
    });
  }

  it('cover everything but spaces, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);
        let end = 0;
        for (let i = 0; i < tokens.count; i++) {
          const start = tokens.starts[i] as number;
          assert.ok(start >= end && (tokens.ends[i] as number) > start);
          assert.match(text.slice(end, start), /^[\s\p{Zs}\p{Cf}]*$/u);
          end = tokens.ends[i] as number;
        }
        assert.match(text.slice(end), /^[\s\p{Zs}\p{Cf}]*$/u);
      }),
    );
  });

  it('finds the token at an offset', () => {
    const tokens = tokenize('un deux trois');
    assert.deepEqual(
      [0, 1, 2, 3, 7, 99].map((offset) => tokenAt(tokens, offset)),
      [0, 0, 1, 1, 2, 3],
    );
  });
});

/** Sentences are shown between bars. */
const sentenceCases: readonly (readonly [name: string, sentences: string])[] = [
  ['stops', 'Il part.| Elle reste !| Pourquoi ?| On verra…'],
  ['titles', 'M. Diop et Mme Touré sont là.| Ils parlent.'],
  ['number sign and ordinal', 'Le n° 12 de la 80ᵉ session.| La suite.'],
  ['decimal comma', 'Une hausse de 3,5 % est prévue.| 12 pays la craignent.'],
  ['the stop inside the marks', '« Nous irons. »| Il est parti.'],
  ['the stop outside the marks', '« Nous irons ».| Il est parti.'],
  ['a cue goes on after the marks', '« Nous irons ! », a-t-il dit.| Puis rien.'],
  ['a question with its cue', '« Quand ? » demande-t-elle.| Silence.'],
  ['an opening mark opens', 'Il hésite.| « Non. »| “Jamais.”'],
  ['straight marks', 'Il a dit "oui."| Elle a dit "non".'],
  ['a dash opens', 'Bonjour.| – Bonsoir.'],
  ['no stop at the end', 'Il part.| Elle reste'],
  ['nothing', ''],
];

describe('sentences', () => {
  for (const [name, marked] of sentenceCases) {
    it(name, () => {
      const tokens = tokenize(marked.replaceAll('|', ''));
      const found = splitSentences(tokens).map(({ start, end }) =>
        tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]),
      );
      assert.deepEqual(found, marked === '' ? [] : marked.split('|').map((sentence) => sentence.trim()));
    });
  }

  it('share out all tokens', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '«', '»', '!', '"', '\n') }),
        (text) => {
          const tokens = tokenize(text);
          const ends = splitSentences(tokens).reduce(
            (at, { start, end }) => (assert.equal(start, at), end),
            0,
          );
          assert.equal(ends, tokens.count);
        },
      ),
    );
  });
});

function words(text: string): string[] {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, i) => tokenText(tokens, i));
}
