import assert from 'node:assert/strict';

import { newRegister } from '../../../src/core/register/newRegister';
import { parseRegister } from '../../../src/core/register/parseRegister';
import { createRegisterIndex } from '../../../src/core/register/registerIndex';

/** One entry a line: `id type Name | alias, alias | ACRONYM | key: value, key: value`. */
function register(source: string, ...lines: readonly string[]) {
  const records = lines.map((line) => {
    const [head = '', aliases = '', acronyms = '', rest = ''] = line.split('|').map((part) => part.trim());
    const [, id = '', type = '', name = ''] = /^(\S+) (\S+) (.*)$/u.exec(head) ?? [];
    return `  - {id: ${id}, type: ${type}, name: "${name}", aliases: [${aliases}], acronyms: [${acronyms}]${rest === '' ? '' : `, ${rest}`}}\n`;
  });
  const { entities, problems } = parseRegister(`${newRegister()}entities:\n${records.join('')}`);
  assert.deepEqual(problems, []);
  return { source, entities };
}

const house = register(
  'house',
  'diop-1 person Abdoulaye Diop | Diop',
  'aes-1 organization Alliance des États du Sahel | Confédération AES | AES',
  'orange-1 organization Orange',
  'orange-2 location Orange',
  'paul-1 person Paul Diop | Diop',
);

describe('names in a register', () => {
  const index = createRegisterIndex([house]);
  const cases: readonly (readonly [form: string, type: string, ids: readonly string[]])[] = [
    ['Abdoulaye Diop', 'person name', ['diop-1']],
    ['ABDOULAYE DIOP', 'person in capitals', ['diop-1']],
    ['M. Abdoulaye\u00a0Diop', 'person with a title', ['diop-1']],
    ['Diop', 'name of two', ['diop-1', 'paul-1']],
    ['l’Alliance des Etats du Sahel', 'article and accents', ['aes-1']],
    ['AES', 'acronym', ['aes-1']],
    ['A.E.S.', 'acronym with stops', ['aes-1']],
    ['aes', 'a word that is no acronym', []],
    ['Confédération AES', 'alias', ['aes-1']],
    ['Orange', 'name of two kinds', ['orange-1', 'orange-2']],
    ['Sahel', 'part of a name', []],
    ['', 'nothing', []],
  ];
  for (const [form, what, ids] of cases)
    it(`finds ${JSON.stringify(form)}: ${what}`, () =>
      assert.deepEqual(
        index
          .named(form)
          .map(({ entity }) => entity.id)
          .sort(),
        [...ids].sort(),
      ));

  it('tells by which name', () => {
    const by = (form: string) => index.named(form).map((match) => match.by);
    assert.deepEqual(
      [by('AES'), by('Orange'), by('confédération AES')],
      [['acronym'], ['name', 'name'], ['alias']],
    );
  });

  it('keeps types apart', () =>
    assert.deepEqual(
      index.named('Orange', 'location').map(({ entity }) => entity.id),
      ['orange-2'],
    ));
});

describe('several registers', () => {
  it('count field by field, the first before the others', () => {
    const index = createRegisterIndex([
      register('mine', 'diop-1 person A. Diop | | | note: "mine", roles: [{role: a}]'),
      register(
        'team',
        'diop-1 person Abdoulaye Diop | Diop | | note: "theirs", description: "d", roles: [{role: b}], image: "x.png"',
      ),
    ]);
    const entity = index.byId('diop-1');
    assert.deepEqual(
      [entity?.name, entity?.note, entity?.description, entity?.source],
      ['A. Diop', 'mine', 'd', 'mine'],
    );
    assert.deepEqual(entity?.aliases, ['Abdoulaye Diop', 'Diop']);
    assert.deepEqual(entity?.roles, [{ role: 'a' }]);
    assert.equal(entity?.imageSource, 'team');
    assert.equal(index.entities.length, 1);
  });

  it('hold one entry where an identifier is the same, under the first one’s id', () => {
    const index = createRegisterIndex([
      register('mine', 'a-1 person A | | | wikidata: Q1'),
      register('team', 'b-1 person B | | | wikidata: Q1', 'c-1 organization C | | | wikidata: Q1'),
    ]);
    assert.equal(index.byId('b-1'), index.byId('a-1'));
    assert.equal(index.byWikidata('Q1')?.id, 'a-1');
    assert.equal(index.byId('c-1')?.name, 'C');
    assert.deepEqual(
      index.named('B').map(({ entity }) => entity.id),
      ['a-1'],
    );
  });

  it('follow ids that were given up', () => {
    const index = createRegisterIndex([register('mine', 'a-1 person A | | | formerIds: [z-1]')]);
    assert.equal(index.byId('z-1')?.id, 'a-1');
    assert.equal(index.byId('nobody'), undefined);
  });
});
