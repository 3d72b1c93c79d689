import assert from 'node:assert/strict';

import { agreeBefore, type NameShape } from '../../../src/core/language/fr/typography/determiner';
import { elides } from '../../../src/core/language/fr/typography/elision';
import { kindOfName } from '../../../src/core/language/fr/typography/nameGender';

describe('elision', () => {
  const yes =
    'Abidjan Hélène Henri Hérault Haïti Ukraine Ouganda Ouest-France Yves Yonne Émilie Œuvre ONU INSEE Oise Angers Ibrahim Île-de-France Hydro-Québec Hubert Hugo hôpital';
  const no =
    'Bamako Hambourg Hollande Hongrie Hamas Hezbollah Havre Yémen Yaoundé Ouattara Ouagadougou SNCF Hanovre Honduras Hassan Hitler onze Uhland 24';
  for (const name of yes.split(' ')) it(`d’${name}`, () => assert.equal(elides(name), true));
  for (const name of no.split(' ')) it(`de ${name}`, () => assert.equal(elides(name), false));
  it('of nothing is none', () => assert.equal(elides(''), false));
});

describe('what kind of name it is', () => {
  const cases: readonly (readonly [
    string,
    Parameters<typeof kindOfName>[1],
    ReturnType<typeof kindOfName>,
  ])[] = [
    ['Mali', 'location', 'masculine'],
    ['Côte d’Ivoire', 'location', 'feminine'],
    ['Mexique', 'location', 'masculine'],
    ['États-Unis', 'location', 'plural'],
    ['Madagascar', 'location', 'bare'],
    ['Bamako', 'location', 'bare'],
    ['Trifouillis', 'location', undefined],
    ['Union africaine', 'organization', 'feminine'],
    ['Conseil de sécurité', 'organization', 'masculine'],
    ['Comité olympique', 'organization', 'masculine'],
    ['Renault', 'organization', undefined],
    ['Diop', 'person', 'bare'],
  ];
  for (const [name, type, kind] of cases)
    it(`${name}: ${kind ?? 'open'}`, () => assert.equal(kindOfName(name, type), kind));
});

describe('what stands before a name agrees with it', () => {
  const person = (text: string): NameShape => ({ text, kind: 'bare', isCountry: false });
  const place = (text: string): NameShape => ({
    text,
    kind: kindOfName(text, 'location'),
    isCountry: kindOfName(text, 'location') !== undefined && !['Bamako', 'Abidjan'].includes(text),
  });
  const group = (text: string): NameShape => ({
    text,
    kind: kindOfName(text, 'organization'),
    isCountry: false,
  });
  const cases: readonly (readonly [string, NameShape, string])[] = [
    ['selon d’', person('Paul'), 'selon de Paul'],
    ['le père d’', person('Ivan'), 'le père d’Ivan'],
    ['les mots de ', person('Ivan'), 'les mots d’Ivan'],
    ['les mots de ', person('Hollande'), 'les mots de Hollande'],
    ['il dit qu’', person('Paul'), 'il dit que Paul'],
    ['il dit que ', person('Anne'), 'il dit qu’Anne'],
    ['Lorsque ', person('Anne'), 'Lorsqu’Anne'],
    ['Lorsqu’', person('Paul'), 'Lorsque Paul'],
    ['le grand ', person('Paul'), 'le grand Paul'],
    ['président du ', place('Côte d’Ivoire'), 'président de la Côte d’Ivoire'],
    ['président de la ', place('Mali'), 'président du Mali'],
    ['président de l’', place('Mali'), 'président du Mali'],
    ['président du ', place('Ouganda'), 'président de l’Ouganda'],
    ['président du ', place('États-Unis'), 'président des États-Unis'],
    ['maire de ', place('Abidjan'), 'maire d’Abidjan'],
    ['maire d’', place('Bamako'), 'maire de Bamako'],
    ['président du ', place('Bamako'), 'président de Bamako'],
    ['ville de ', place('Mali'), 'ville du Mali'],
    ['ville du ', place('Madagascar'), 'ville de Madagascar'],
    ['né au ', place('Côte d’Ivoire'), 'né en Côte d’Ivoire'],
    ['né en ', place('Mali'), 'né au Mali'],
    ['né au ', place('Iran'), 'né en Iran'],
    ['né en ', place('Pays-Bas'), 'né aux Pays-Bas'],
    ['né au ', place('Bamako'), 'né à Bamako'],
    ['né à ', place('Mali'), 'né au Mali'],
    ['Le ', place('Côte d’Ivoire'), 'La Côte d’Ivoire'],
    ['L’', place('Mali'), 'Le Mali'],
    ['le chef de l’', group('Ligue arabe'), 'le chef de la Ligue arabe'],
    ['le chef de l’', group('Conseil arabe'), 'le chef du Conseil arabe'],
    ['le chef du ', group('Union arabe'), 'le chef de l’Union arabe'],
    ['parle à l’', group('Ligue arabe'), 'parle à la Ligue arabe'],
    ['parle au ', group('Alliance'), 'parle à l’Alliance'],
    ['près de ', group('Alstom'), 'près d’Alstom'],
    ['de la\u00a0', group('Conseil'), 'du\u00a0Conseil'],
  ];
  for (const [before, next, expected] of cases)
    it(expected, () => {
      const { removed, inserted } = agreeBefore(before, next, '’');
      assert.equal(before.slice(0, before.length - removed) + inserted + next.text, expected);
    });

  it('says where it does not know the gender', () => {
    assert.equal(agreeBefore('le chef du ', group('Renault'), '’').certain, false);
    assert.equal(agreeBefore('le chef de ', group('Renault'), '’').certain, true);
    assert.equal(agreeBefore('né en ', place('Trifouillis'), '’').certain, false);
  });
});
