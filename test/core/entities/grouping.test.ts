import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/core/analysis/analyzer';
import { groupMentions } from '../../../src/core/analysis/entities/grouping/groupMentions';
import { createFrenchStages } from '../../../src/core/analysis/french';
import type { AnalyzedArticle, EntityLayer, LanguageStages } from '../../../src/core/analysis/types';
import type { MentionSuggestion } from '../../../src/core/annotation/suggestion';
import type { EntityType } from '../../../src/core/annotation/types';
import { runSteps } from '../../../src/core/util/steps';

/** Names are marked `[per …]`, `[org …]`, `[loc …]`; each entity is expected as its name and, after `=`, its other names. */
const cases: readonly (readonly [name: string, text: string, ...entities: string[]])[] = [
  [
    'a surname is the person',
    '[per Abdoulaye Diop] parle. M. [per Diop] insiste. [per Diop] part.',
    'Abdoulaye Diop = Diop',
  ],
  [
    'capitals',
    '[per Abdoulaye DIOP] parle. [per DIOP] part. [per Abdoulaye Diop] revient.',
    'Abdoulaye Diop = DIOP',
  ],
  ['accents left out', '[per Sangaré] puis [per Bakary Yaou SANGARE].', 'Bakary Yaou SANGARE = Sangaré'],
  [
    'a middle name left out',
    '[per Karamoko Jean Marie Traoré] et [per Karamoko Traoré].',
    'Karamoko Jean Marie Traoré = Karamoko Traoré',
  ],
  ['an initial', '[per Jean-Pierre Martin] alias [per J. Martin].', 'Jean-Pierre Martin = J. Martin'],
  [
    'a surname of several words',
    '[per Hubert de La Tour] ; [per La Tour] ; [per Ben Youssef] ; [per Salah Ben Youssef].',
    'Hubert de La Tour = La Tour',
    'Salah Ben Youssef = Ben Youssef',
  ],
  ['a given name', '[per Greta Thunberg] est là. [per Greta] parle.', 'Greta Thunberg = Greta'],
  [
    'father and son by nearness',
    '[per Donald Trump] vote.\n[per Eric Trump] rit. [per Trump] part.',
    'Donald Trump',
    'Eric Trump = Trump',
  ],
  [
    'husband and wife by title',
    '[per Bill Clinton] et [per Hillary Clinton], Mme [per Clinton] donc.',
    'Bill Clinton',
    'Hillary Clinton = Clinton',
  ],
  ['two persons stay two', '[per Marie Le Goff] et [per Anne Le Goff].', 'Marie Le Goff', 'Anne Le Goff'],
  [
    'known organisations stay apart',
    '[org Unédic] et [org Pôle emploi] ; [org Airbus] et [org Boeing] ; [org BCE] et [org Parlement européen].',
    'Unédic',
    'Pôle emploi',
    'Airbus',
    'Boeing',
    'BCE',
    'Parlement européen',
  ],
  [
    'an acronym in brackets',
    'La [org Fédération des pêcheurs bretons] ([org FPB]) crie. La [org FPB] part.',
    'Fédération des pêcheurs bretons = FPB',
  ],
  [
    'an acronym before its name',
    'La [org FPB] ([org Fédération des pêcheurs bretons]).',
    'Fédération des pêcheurs bretons = FPB',
  ],
  [
    'an acronym by its initials alone',
    'La [org Fédération des pêcheurs bretons] crie. La [org FPB] part.',
    'Fédération des pêcheurs bretons = FPB',
  ],
  ['aliases from data', 'L’[org ONU] et les [org Nations unies].', 'Nations unies = ONU'],
  [
    'AES',
    'La [org Confédération AES], [org Alliance des États du Sahel] ou [org AES].',
    'Alliance des États du Sahel = Confédération AES, AES',
  ],
  [
    'a generic head before a known name',
    'La [org Confédération Alliance des États du Sahel] ([org AES]) et l’[org AES].',
    'Confédération Alliance des États du Sahel = AES',
  ],
  ['a generic head', 'Le [org groupe Kervadec] gagne. [org Kervadec] perd.', 'groupe Kervadec = Kervadec'],
  [
    'a name cut short',
    '[org Amnesty International] dit. [org Amnesty] répète.',
    'Amnesty International = Amnesty',
  ],
  [
    'cut short, but two begin so',
    '[org Radio Armor], [org Radio Iroise] et [org Radio].',
    'Radio Armor',
    'Radio Iroise',
    'Radio',
  ],
  ['names of a country', 'Les [loc États-Unis], les [loc Etats-Unis] et les [loc USA].', 'États-Unis = USA'],
  ['types keep apart', 'À [loc Orange], [org Orange] recrute.', 'Orange', 'Orange'],
];

describe('who is who', () => {
  for (const [name, text, ...expected] of cases) {
    it(name, () => {
      const shown = layerOf(text).entities.map((entity) =>
        [entity.name, ...(entity.aliases.length ? [`= ${entity.aliases.join(', ')}`] : [])].join(' '),
      );
      assert.deepEqual(shown, expected);
    });
  }

  const roleCases: readonly (readonly [name: string, text: string, ...roles: string[]])[] = [
    [
      'behind a comma',
      '[per Abdoulaye Diop], ministre malien des Affaires étrangères, parle.',
      'Abdoulaye Diop: ministre malien des Affaires étrangères (ML)',
    ],
    [
      'before the name',
      'Le ministre russe [per Sergueï Lavrov] parle.',
      'Sergueï Lavrov: ministre russe (RU)',
    ],
    [
      'no longer held',
      'L’ancien président [per Nicolas Arzel] parle.',
      'Nicolas Arzel: former ancien président',
    ],
    [
      'before a comma',
      'La présidente de la coopérative, [per Maëlle Le Goff], parle.',
      'Maëlle Le Goff: présidente de la coopérative',
    ],
  ];
  for (const [name, text, ...expected] of roleCases) {
    it(`a role ${name}`, () => {
      const shown = layerOf(text).entities.flatMap(({ name: who, roles, country }) =>
        roles.map(
          (role) => `${who}: ${role.former ? 'former ' : ''}${role.text}${country ? ` (${country})` : ''}`,
        ),
      );
      assert.deepEqual(shown, expected);
    });
  }

  const originCases: readonly (readonly [text: string, country?: string | undefined, gender?: string])[] = [
    ['[per Bakary Yaou Sangaré] du [loc Niger] parle.', 'NE'],
    ['[per Aminata Ouédra] du [loc Burkina Faso] et les siens.', 'BF'],
    ['La Malienne [per Assitan Keïtouma] court.', 'ML', 'feminine'],
    ['Battu par le Kényan [per Wilfred Chebetoo].', 'KE', 'masculine'],
    ['[per Jean Kervadec] de [loc Lorient] parle.'],
    ['[per Assitan Keïtouma] parle. [loc Niger] : rien.'],
    ['Mme [per Keïtouma], la Malienne, part.', undefined, 'feminine'],
  ];
  for (const [text, ...expected] of originCases) {
    it(`where somebody is from: ${text}`, () => {
      const [person] = layerOf(text).entities;
      assert.deepEqual([person?.country, person?.gender], [expected[0], expected[1]]);
    });
  }

  it('a capital that speaks acts for its country', () => {
    const text =
      'La [loc Russie] avance. [loc Moscou] a annoncé un accord. À [loc Moscou], il neige. [loc Paris] a annoncé.';
    const { mentions, entities } = layerOf(text);
    const names = new Map(entities.map(({ key, name }) => [key, name]));
    assert.deepEqual(
      mentions.map(({ actsFor }) => actsFor && names.get(actsFor)),
      [undefined, 'Russie', undefined, undefined],
    );
  });

  it('each mention has an entity that exists, whatever the names', () => {
    const { mentions, entities } = layerOf(
      '[per ?] [per -] [org «] [loc 12] [per a b] [per b a] [org A] [org A.B.]',
    );
    const keys = new Set(entities.map(({ key }) => key));
    assert.ok(mentions.every(({ entity }) => entity !== undefined && keys.has(entity)));
  });
});

const types: Readonly<Record<string, EntityType>> = { per: 'person', org: 'organization', loc: 'location' };

function layerOf(marked: string): EntityLayer {
  const mentions: MentionSuggestion[] = [];
  let text = '';
  for (const part of marked.split(/(\[\w+ [^\]]*\])/u)) {
    const match = /^\[(\w+) ([^\]]*)\]$/u.exec(part);
    const words = match?.[2] ?? part;
    if (match)
      mentions.push({
        span: { start: text.length, end: text.length + words.length },
        type: types[match[1] as string] as EntityType,
        form: 'name',
        confidence: 1,
        why: [],
      });
    text += words;
  }
  let analyzed: AnalyzedArticle | undefined;
  const stages: LanguageStages = {
    ...createFrenchStages(),
    // eslint-disable-next-line require-yield -- it only looks at what the stage is given
    *entities(given) {
      analyzed = given;
      return { mentions: [], entities: [] };
    },
  };
  runSteps(createAnalyzer(stages).analyze(text, 'plain'));
  return runSteps(groupMentions(analyzed as AnalyzedArticle, mentions));
}
