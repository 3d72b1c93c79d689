import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { EntityType } from '../../../src/core/annotation/types';
import { renameAcronym, renameEntity, type RenameEdit } from '../../../src/core/view/rename/renameEntity';
import { emptyView } from '../../../src/core/view/articleView';
import type { ArticleView, ViewEntity, ViewMention } from '../../../src/core/view/types';

interface Case {
  readonly title: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly acronym?: string;
  /** What is typed. */
  readonly to: string;
  /** The entity's mentions stand in brackets. */
  readonly text: string;
  readonly becomes: string;
  /** Words, as they become, that a person has to look at. */
  readonly ask?: readonly string[];
}

const diop = { type: 'person', name: 'Abdoulaye Diop', aliases: ['Diop'] } as const;
const union = { type: 'organization', name: 'Union africaine', acronym: 'UA' } as const;
const mali = { type: 'location', name: 'Mali' } as const;

const cases: readonly Case[] = [
  {
    title: 'full name, surname and given name, each by its like',
    ...diop,
    to: 'Moussa Traoré',
    text: '[Abdoulaye Diop] parle. [Diop] insiste. Son ami [Abdoulaye] rit.',
    becomes: 'Moussa Traoré parle. Traoré insiste. Son ami Moussa rit.',
  },
  {
    title: 'a title in the mention stays',
    ...diop,
    to: 'Moussa Traoré',
    text: 'Reçu par [M. Diop], puis [le président Diop].',
    becomes: 'Reçu par M. Traoré, puis le président Traoré.',
  },
  {
    title: 'elision both ways',
    ...diop,
    to: 'Ibrahim Aïdara',
    text: 'Le bilan de [Diop] : il dit que [Diop] part. D’après [Abdoulaye Diop], « non ».',
    becomes: 'Le bilan d’Aïdara : il dit qu’Aïdara part. D’après Ibrahim Aïdara, « non ».',
  },
  {
    title: 'a straight apostrophe stays one',
    type: 'person',
    name: 'Ivan Aubry',
    to: "Paul d'Estaing",
    text: "Les mots d'[Ivan Aubry] et d'[Aubry].",
    becomes: "Les mots de Paul d'Estaing et de d'Estaing.",
  },
  {
    title: 'particles belong to the surname',
    type: 'person',
    name: 'Moussa Ag Hamadoun',
    to: 'Jean de La Tour',
    text: '[Moussa Ag Hamadoun], puis [Ag Hamadoun], puis [Hamadoun].',
    becomes: 'Jean de La Tour, puis de La Tour, puis de La Tour.',
    ask: ['de La Tour'],
  },
  {
    title: 'a headline in capitals stays in capitals',
    ...diop,
    to: 'Moussa Traoré',
    text: '[ABDOULAYE DIOP] À PARIS\n\n[Diop] parle.',
    becomes: 'MOUSSA TRAORÉ À PARIS\n\nTraoré parle.',
  },
  {
    title: 'a no-break space stays one',
    ...diop,
    to: 'Moussa Traoré',
    text: '[Abdoulaye\u00a0Diop] parle.',
    becomes: 'Moussa\u00a0Traoré parle.',
  },
  {
    title: 'roles and words without the name stay',
    ...diop,
    to: 'Moussa Traoré',
    text: '[Abdoulaye Diop], dit [Baba], est là.',
    becomes: 'Moussa Traoré, dit Baba, est là.',
  },
  {
    title: 'an acronym that was the initials is made anew, for a person to look at',
    ...union,
    to: 'Ligue arabe',
    text: 'L’[Union africaine] ([UA]) et l’[UA] parlent de l’[Union].',
    becomes: 'La Ligue arabe (LA) et la LA parlent de la Ligue.',
    ask: ['LA', 'la LA', 'de la Ligue'],
  },
  {
    title: 'an acronym that is given is used',
    ...union,
    to: 'Conseil du Nil (CDN)',
    text: 'L’[Union africaine] ([UA]) : le chef de l’[UA] parle à l’[Union africaine].',
    becomes: 'Le Conseil du Nil (CDN) : le chef du CDN parle au Conseil du Nil.',
  },
  {
    title: 'an acronym that nobody can know stays',
    type: 'organization',
    name: 'Agence Djoliba',
    acronym: 'ADJ',
    to: 'Agence Niger',
    text: 'L’[Agence Djoliba] ([ADJ]).',
    becomes: 'L’Agence Niger (ADJ).',
  },
  {
    title: 'a country with its articles',
    ...mali,
    to: 'Côte d’Ivoire',
    text: 'Le [Mali] dit non. Au [Mali], le président du [Mali] aime le [Mali].',
    becomes:
      'La Côte d’Ivoire dit non. En Côte d’Ivoire, le président de la Côte d’Ivoire aime la Côte d’Ivoire.',
  },
  {
    title: 'a typed article decides the gender',
    type: 'organization',
    name: 'Renault',
    to: 'la Régie',
    text: 'Les usines de [Renault] et chez [Renault].',
    becomes: 'Les usines de la Régie et chez la Régie.',
    ask: ['la Régie'],
  },
  {
    title: 'an unknown gender is asked',
    type: 'organization',
    name: 'Ligue du Nord',
    to: 'Zobole',
    text: 'Le chef de la [Ligue du Nord] parle.',
    becomes: 'Le chef de la Zobole parle.',
    ask: ['Zobole'],
  },
  {
    title: 'the full name where nobody marked it is asked',
    ...diop,
    to: 'Moussa Traoré',
    text: '[Abdoulaye Diop] et Abdoulaye Diop, mais Abdoulaye Diopa.',
    becomes: 'Moussa Traoré et Moussa Traoré, mais Abdoulaye Diopa.',
    ask: ['Moussa Traoré'],
  },
];

describe('renaming an entity', () => {
  for (const each of cases)
    it(each.title, () => {
      const { text, view, entity } = readCase(each);
      const edits = renameEntity(text, view, entity, each.to) ?? [];
      assert.equal(apply(text, edits), each.becomes);
      const asked = new Set(
        edits
          .filter(({ certain }) => !certain)
          .map(({ replacements }) => replacements.map((each) => each.text).join('')),
      );
      assert.deepEqual([...asked], each.ask ?? []);
    });

  it('takes no empty name and no second line', () => {
    const { text, view, entity } = readCase(cases[0] as Case);
    for (const typed of ['', '   ', '…', 'a\nb'])
      assert.equal(renameEntity(text, view, entity, typed), undefined);
  });

  it('gives nothing to do for the same name', () => {
    const { text, view, entity } = readCase(cases[0] as Case);
    assert.deepEqual(renameEntity(text, view, entity, 'Abdoulaye Diop'), []);
  });

  it('an acronym alone', () => {
    const { text, view, entity } = readCase({
      ...union,
      title: '',
      to: '',
      becomes: '',
      text: 'L’[UA] et l’[Union africaine].',
    });
    assert.equal(apply(text, renameAcronym(text, view, entity, 'OUA') ?? []), 'L’OUA et l’Union africaine.');
  });

  it('whatever is typed, edits are in order and do not overlap, and other text stays', () => {
    const { text, view, entity } = readCase(cases[8] as Case);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
        const edits = renameEntity(text, view, entity, typed) ?? [];
        const spans = edits.flatMap(({ replacements }) => replacements.map(({ span }) => span));
        for (const [i, { start }] of spans.entries()) assert.ok(start >= (spans[i - 1]?.end ?? 0));
        assert.ok(apply(text, edits).endsWith('.'));
      }),
    );
  });
});

function readCase({ text: marked, type, name, aliases = [], acronym }: Case) {
  const mentions: ViewMention[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const words = /^\[(.*)\]$/su.exec(part)?.[1];
    if (words !== undefined)
      mentions.push({
        kind: 'mention',
        span: { start: text.length, end: text.length + words.length },
        type,
        form: words === acronym ? 'acronym' : 'name',
        entity: 'e',
        status: 'suggested',
        state: 'exact',
        why: [],
      });
    text += words ?? part;
  }
  const entity: ViewEntity = {
    key: 'e',
    type,
    name,
    aliases,
    roles: [],
    mentions: mentions.map((_, index) => index),
    quotations: [],
    ...(acronym !== undefined && { acronym }),
  };
  const view: ArticleView = { ...emptyView, mentions, entities: new Map([['e', entity]]) };
  return { text, view, entity };
}

function apply(text: string, edits: readonly RenameEdit[]): string {
  return edits
    .flatMap(({ replacements }) => replacements)
    .reduceRight(
      (done, { span, text: fresh }) => done.slice(0, span.start) + fresh + done.slice(span.end),
      text,
    );
}
