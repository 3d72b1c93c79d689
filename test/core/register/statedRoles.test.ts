import assert from 'node:assert/strict';

import { roleDisagreements } from '../../../src/core/register/statedRoles';
import type { RegisterRole } from '../../../src/core/register/registerEntity';

interface Case {
  readonly name: string;
  readonly article: string;
  readonly register: readonly RegisterRole[];
  /** The article's date; absent where it is not known. */
  readonly on?: string;
  /** Kind and the register's roles; absent where nothing disagrees. */
  readonly says?: string;
}

const foreign: RegisterRole = { role: 'ministre des Affaires étrangères', of: 'Mali', since: '2020-06' };

const cases: readonly Case[] = [
  {
    name: 'the same role',
    article: 'ministre des Affaires étrangères',
    register: [foreign],
    on: '2025-09-24',
  },
  {
    name: 'its country as an adjective',
    article: 'ministre malien des Affaires étrangères',
    register: [foreign],
    on: '2025-09-24',
  },
  {
    name: 'another name of the office',
    article: 'chef de la diplomatie malienne',
    register: [foreign],
    on: '2025-09-24',
  },
  { name: 'less said', article: 'ministre', register: [foreign], on: '2025-09-24' },
  {
    name: 'more said',
    article: 'ministre des Affaires étrangères et de la Coopération internationale',
    register: [foreign],
    on: '2025-09-24',
  },
  {
    name: 'another ministry',
    article: 'ministre de la Défense',
    register: [foreign],
    on: '2025-09-24',
    says: 'other: ministre des Affaires étrangères',
  },
  {
    name: 'another country',
    article: 'ministre russe des Affaires étrangères',
    register: [foreign],
    on: '2025-09-24',
    says: 'other: ministre des Affaires étrangères',
  },
  {
    name: 'another office of government',
    article: 'Premier ministre',
    register: [foreign],
    on: '2025-09-24',
    says: 'other: ministre des Affaires étrangères',
  },
  {
    name: 'another ministry, and no date to compare',
    article: 'ministre de la Défense',
    register: [foreign],
  },
  {
    name: 'another ministry before the role began',
    article: 'ministre de la Défense',
    register: [foreign],
    on: '2019-01-01',
  },
  { name: 'something else', article: 'maire de Kayes', register: [foreign], on: '2025-09-24' },
  { name: 'a profession', article: 'avocat', register: [foreign], on: '2025-09-24' },
  {
    name: 'a role that is over',
    article: 'maire de Lorient',
    register: [{ role: 'maire de Lorient', until: '2023-05' }],
    on: '2025-09-24',
    says: 'past: maire de Lorient',
  },
  {
    name: 'the last month of a role',
    article: 'maire de Lorient',
    register: [{ role: 'maire de Lorient', until: '2023-05' }],
    on: '2023-05-31',
  },
  {
    name: 'a role to come',
    article: 'présidente de la région',
    register: [{ role: 'présidente de la région', since: '2026' }],
    on: '2025-09-24',
    says: 'future: présidente de la région',
  },
  {
    name: 'a former role that is still held',
    article: 'ancien ministre des Affaires étrangères',
    register: [foreign],
    on: '2025-09-24',
    says: 'held: ministre des Affaires étrangères',
  },
  {
    name: 'a former role that is over',
    article: 'ancienne maire de Lorient',
    register: [{ role: 'maire de Lorient', until: '2023-05' }],
    on: '2025-09-24',
  },
  {
    name: 'a role taken up again',
    article: 'maire de Lorient',
    register: [
      { role: 'maire de Lorient', until: '2008' },
      { role: 'maire de Lorient', since: '2014' },
    ],
    on: '2025-09-24',
  },
  {
    name: 'an affiliation alone',
    article: 'ministre de la Défense',
    register: [{ of: 'Union des ports', since: '2020' }],
    on: '2025-09-24',
  },
  {
    name: 'the feminine of the same',
    article: 'directrice générale de la criée',
    register: [{ role: 'directeur général de la criée', since: '2020' }],
    on: '2025-09-24',
  },
  {
    name: 'another house',
    article: 'directrice de la criée',
    register: [{ role: 'directrice du port', since: '2020' }],
    on: '2025-09-24',
    says: 'other: directrice du port',
  },
];

describe('roles of the article and the register', () => {
  for (const { name, article, register, on, says } of cases)
    it(`${says === undefined ? 'agree on' : 'disagree on'} ${name}`, () => {
      const stated = { span: { start: 0, end: 0 }, text: article, former: /^anci/u.test(article) };
      const found = roleDisagreements([stated], register, on);
      const shown = found.map(
        ({ kind, registered }) => `${kind}: ${registered.map(({ role }) => role).join(', ')}`,
      );
      assert.deepEqual(shown, says === undefined ? [] : [says]);
    });

  it('takes the name of an entry for its id', () => {
    const stated = [{ span: { start: 0, end: 0 }, text: 'directrice de la Criée de Lorient', former: false }];
    const register = [{ role: 'directrice', of: 'cri-1', since: '2020' }];
    const nameOf = (of: string) => (of === 'cri-1' ? 'Criée de Lorient' : of);
    assert.deepEqual(roleDisagreements(stated, register, '2025-01-01', nameOf), []);
  });
});
