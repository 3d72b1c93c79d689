import assert from 'node:assert/strict';
import { parsePressText, type PressQuotation } from '../../../src/tools/train/pressText';

const source = (body: string, ...lines: string[]) =>
  `genre: test\ndate: 2024-01-02\n---\n${body}\n---\n${lines.join('\n')}\n`;
const quotation = (value: PressQuotation) =>
  [
    value.kind,
    value.content.map(({ text }) => text).join(' + '),
    value.cue?.text ?? '-',
    value.speaker?.text ?? '-',
    value.speakerName ?? '-',
    value.speakerKind,
  ].join(' | ');

describe('parsePressText', () => {
  it('gives the text without its tags and spans into it', () => {
    const press = parsePressText(source('À [loc Lorient], [per Maë Le Goff] \\[sic\\] vote.'));
    assert.equal(press.text, 'À Lorient, Maë Le Goff [sic] vote.');
    assert.deepEqual(press.entities, [
      { type: 'location', start: 2, end: 9, text: 'Lorient' },
      { type: 'person', start: 11, end: 22, text: 'Maë Le Goff' },
    ]);
    assert.deepEqual([press.genre, press.date, press.problems], ['test', '2024-01-02', []]);
  });

  const quotations: [name: string, body: string, line: string, expected: string][] = [
    [
      'a speaker that is an entity',
      '« [q1 Oui] », [c1 dit] [s1 [per Zoé Roux]].',
      'q1 direct speaker=Zoé Roux kind=name',
      'direct | Oui | dit | Zoé Roux | Zoé Roux | name',
    ],
    [
      'a speaker inside its cue',
      '« [q1 Non] », [c1 a-t-[s1 elle] dit].',
      'q1 direct speaker=- kind=pronoun',
      'direct | Non | a-t-elle dit | elle | - | pronoun',
    ],
    [
      'an incise inside the marks',
      '« [q1 Nous irons], [c1 dit-[s1 il]], [q1 demain] ».',
      'q1 direct speaker=- kind=pronoun',
      'direct | Nous irons + demain | dit-il | il | - | pronoun',
    ],
    [
      'no cue and no mention',
      '« [q1 Tout va bien.] »',
      'q1 direct speaker=- kind=none',
      'direct | Tout va bien. | - | - | - | none',
    ],
    [
      'a dialogue dash',
      '— [q1 Je reste, oui.]',
      'q1 direct speaker=- kind=none',
      'direct | Je reste, oui. | - | - | - | none',
    ],
    [
      "an answer after the speaker's label",
      '[s1 [per ZOÉ ROUX]] : [q1 Je reste, oui.]',
      'q1 direct speaker=ZOÉ ROUX kind=name',
      'direct | Je reste, oui. | - | ZOÉ ROUX | ZOÉ ROUX | name',
    ],
  ];
  for (const [name, body, line, expected] of quotations)
    it(`reads ${name}`, () => {
      const press = parsePressText(source(body, line));
      assert.deepEqual(press.problems, []);
      assert.deepEqual(press.quotations.map(quotation), [expected]);
    });

  it('lets one mention serve two quotations', () => {
    const press = parsePressText(
      source(
        '[s1,s2 Léa] [c1 dit] que [q1 tout va] et [c2 ajoute] que [q2 rien ne presse].',
        'q1 indirect speaker=Léa kind=name',
        'q2 indirect speaker=Léa kind=name',
      ),
    );
    assert.deepEqual(press.problems, []);
    assert.deepEqual(press.quotations.map(quotation), [
      'indirect | tout va | dit | Léa | Léa | name',
      'indirect | rien ne presse | ajoute | Léa | Léa | name',
    ]);
  });

  it('lists the marks that are no quotation', () => {
    const press = parsePressText(source('Dans « [x title [product Nuit]] », un “[x scare ami]”.'));
    assert.deepEqual(
      press.notQuotations.map(({ text, why }) => [text, why]),
      [
        ['Nuit', 'title'],
        ['ami', 'scare'],
      ],
    );
    assert.deepEqual(press.problems, []);
  });

  const troubles: [name: string, source: string, expected: string[]][] = [
    ['an unclosed tag', source('À [loc Brest.'), ['unclosed-tag loc']],
    ['a bracket that closes nothing', source('À Brest].'), ['stray-bracket ]']],
    ['an unknown tag', source('À [ville Brest].'), ['unknown-tag [ville Brest].']],
    ['an unknown reason', source('Un « [x joke mot] ».'), ['unknown-why joke']],
    ['an empty span', source('À [loc  ].'), ['empty-span loc']],
    ['a space inside a span', source('À [loc Brest ].'), ['space-at-edge Brest ']],
    [
      'a quotation without its line',
      source('« [q1 Oui] »'),
      ['quotation-without-line q1', 'uncovered-marks  Oui '],
    ],
    [
      'a line without its quotation',
      source('Oui.', 'q1 direct speaker=- kind=none'),
      ['line-without-quotation q1'],
    ],
    ['a line that cannot be read', source('Oui.', 'q1 said'), ['unreadable-line q1 said']],
    [
      'two lines for one quotation',
      source('« [q1 Oui] »', 'q1 direct speaker=- kind=none', 'q1 direct speaker=- kind=none'),
      ['repeated-line q1'],
    ],
    ['an uncovered pair of guillemets', source('Un « mot ».'), ['uncovered-marks  mot ']],
    ['an uncovered pair of straight marks', source('Un "mot".'), ['uncovered-marks mot']],
    ['an uncovered mark left open', source('Un « mot'), ['uncovered-marks  mot']],
    [
      'marks inside the content',
      source('[q1 « Oui »]', 'q1 direct speaker=- kind=none'),
      ['marks-in-content « Oui »'],
    ],
    [
      'a direct quotation without marks',
      source('Je dis [q1 oui].', 'q1 direct speaker=- kind=none'),
      ['unmarked-content oui'],
    ],
    [
      'an indirect quotation in marks',
      source('« [q1 Oui] »', 'q1 indirect speaker=- kind=none'),
      ['marked-indirect Oui'],
    ],
    [
      'a conjunction inside reported speech',
      source('[s1 Elle] [c1 promet] [q1 de venir demain].', 'q1 indirect speaker=- kind=pronoun'),
      ['conjunction-in-content de venir demain'],
    ],
    [
      'a speaker the line denies',
      source('« [q1 Oui] » ([s1 Léa])', 'q1 direct speaker=- kind=none'),
      ['speaker-kind none'],
    ],
    [
      'a name that the text lacks',
      source('« [q1 Oui] »', 'q1 direct speaker=Zoé kind=none'),
      ['speaker-name Zoé'],
    ],
    ['an article inside a name', source('À [loc la Réunion].'), ['article-in-entity la Réunion']],
    ['a title inside a person', source('[per Mme Roux] vote.'), ['title-in-person Mme Roux']],
    ['a name inside a name', source('Le [org CHU de [loc Brest]].'), ['nested-entity Brest']],
    ['no header', 'Oui.', ['missing-header date', 'missing-header genre', 'missing-part ---']],
  ];
  for (const [name, text, expected] of troubles)
    it(`reports ${name}`, () => {
      const found = parsePressText(text).problems.map(({ code, detail }) => `${code} ${detail}`);
      assert.deepEqual(found.sort(), expected);
    });

  it('places a problem in the source', () => {
    const text = source('[loc Brest] et un « mot ».');
    assert.equal(parsePressText(text).problems[0]?.offset, text.indexOf(' mot'));
  });
});
