import assert from 'node:assert/strict';

import type { EntityRecord } from '../../../src/core/annotation/record';
import type { EntityType } from '../../../src/core/annotation/types';
import { createRegisterIndex } from '../../../src/core/register/registerIndex';
import type { RegisterEntity } from '../../../src/core/register/registerEntity';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import { confirm, exportSuggestions } from '../../../src/core/view/decisions/confirm';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { linkRegister, unlinkRegister } from '../../../src/core/view/decisions/linkRegister';
import { noPlaces } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import { registerLink } from '../../../src/core/view/registerLink';

function entry(id: string, name: string, rest: Partial<RegisterEntity> = {}): RegisterEntity {
  return {
    id,
    type: 'person',
    name,
    aliases: [],
    acronyms: [],
    roles: [],
    identifiers: {},
    formerIds: [],
    ...rest,
  };
}

const entries = [
  entry('diop-1', 'Abdoulaye Diop', {
    aliases: ['A. Diop', 'Diop'],
    formerIds: ['diop-0'],
    identifiers: { wikidata: 'Q1' },
  }),
  entry('sow-1', 'Awa Sow', { aliases: ['Sow'] }),
  entry('sow-2', 'Moussa Sow', { aliases: ['Sow'] }),
  entry('aes-1', 'Alliance des États du Sahel', { type: 'organization', acronyms: ['AES'] }),
];
const register = createRegisterIndex([{ source: 'x', entities: entries }]);

interface Case {
  readonly name: string;
  readonly is: string;
  readonly aliases?: readonly string[];
  readonly type?: EntityType;
  readonly acronym?: string;
  readonly record?: Partial<EntityRecord>;
  /** Id of the entry and how it was found. */
  readonly link?: string;
}

const cases: readonly Case[] = [
  { name: 'its name', is: 'Abdoulaye DIOP', link: 'diop-1 name' },
  { name: 'an alias', is: 'A. Diop', link: 'diop-1 alias' },
  {
    name: 'another name that the article uses',
    is: 'Le ministre Diop',
    aliases: ['Diop'],
    link: 'diop-1 alias',
  },
  {
    name: 'an acronym',
    is: 'Confédération des États',
    acronym: 'AES',
    type: 'organization',
    link: 'aes-1 acronym',
  },
  { name: 'a name of two', is: 'Sow' },
  { name: 'a name of two, told apart by the fullest', is: 'Awa Sow', aliases: ['Sow'], link: 'sow-1 name' },
  { name: 'a name of another type', is: 'AES', type: 'product' },
  { name: 'nobody', is: 'Jean Petit' },
  { name: 'the record’s id', is: 'Jean Petit', record: { register: 'diop-1' }, link: 'diop-1 record' },
  {
    name: 'an id that was given up',
    is: 'Jean Petit',
    record: { register: 'diop-0' },
    link: 'diop-1 record',
  },
  {
    name: 'an id that is not there',
    is: 'Abdoulaye Diop',
    record: { register: 'gone' },
    link: 'diop-1 name',
  },
  { name: 'the record’s item', is: 'Jean Petit', record: { wikidata: 'Q1' }, link: 'diop-1 identifier' },
  { name: 'an entry that it is not', is: 'Abdoulaye Diop', record: { notRegister: ['diop-1'] } },
  {
    name: 'an entry that it is not, by an id given up',
    is: 'Abdoulaye Diop',
    record: { notRegister: ['diop-0'] },
  },
  {
    name: 'one of two, the other refused',
    is: 'Sow',
    record: { notRegister: ['sow-2'] },
    link: 'sow-1 alias',
  },
];

describe('an entity’s entry in the register', () => {
  for (const { name, is, aliases = [], type = 'person', acronym, record, link } of cases)
    it(`is ${link === undefined ? 'not ' : ''}found by ${name}`, () => {
      const whole = record && { id: 'e1', type, name: is, ...record };
      const found = registerLink(
        { type, name: is, aliases, ...(acronym !== undefined && { acronym }) },
        whole,
        register,
      );
      assert.equal(found && `${found.entity.id} ${found.by}`, link);
    });
});

const text = 'Abdoulaye Diop parle. Abdoulaye Diop se tait.\n';

/** The sidecar after a decision on the first mention, as the editor makes it. */
function decided(
  source: string,
  decision: (mention: ReturnType<typeof viewOf>['mentions'][number]) => Decision,
): string {
  const sidecar = parseSidecar(source);
  const placed = runSteps(placeRecords(text, sidecar.annotations, noPlaces));
  const view = viewOf(source);
  let id = 0;
  const changes = runSteps(
    decision(view.mentions[0] as (typeof view.mentions)[number])({
      text,
      view,
      placed,
      records: sidecar.annotations,
      entities: sidecar.entities,
      random: () => (id++ % 97) / 97,
    }),
  );
  const edited = editSidecar(sidecar, changes);
  assert.ok('source' in edited, JSON.stringify(edited));
  assert.deepEqual(parseSidecar(edited.source).problems, []);
  return edited.source;
}

function viewOf(source: string) {
  const sidecar = parseSidecar(source);
  const placed = runSteps(placeRecords(text, sidecar.annotations, noPlaces));
  const mention = (start: number) => ({
    span: { start, end: start + 14 },
    type: 'person' as const,
    form: 'name' as const,
    entity: 'e1',
    confidence: 0.9,
    why: [],
  });
  return articleView({
    text,
    placed,
    entities: sidecar.entities,
    register,
    analysis: {
      mentions: [mention(0), mention(22)],
      entities: [{ key: 'e1', type: 'person', name: 'Abdoulaye Diop', aliases: [], roles: [] }],
      quotations: [],
      refused: [],
    },
  });
}

const fresh = newSidecar('a.txt', 'fr');
const entityOf = (source: string) => parseSidecar(source).entities[0];

describe('decisions on the register', () => {
  it('whoever confirms a name confirms the entry that is shown with it', () =>
    assert.equal(entityOf(decided(fresh, (mention) => confirm([mention])))?.register, 'diop-1'));

  it('also where the entity is known already, and once', () => {
    const before = decided(fresh, (mention) => confirm([mention])).replace(/ {4}register: diop-1\n/u, '');
    assert.equal(entityOf(before)?.register, undefined);
    const after = decided(before, () => confirm(viewOf(before).mentions));
    assert.equal(after.match(/register: diop-1/gu)?.length, 1);
  });

  it('a suggestion that is written is not linked', () =>
    assert.equal(entityOf(decided(fresh, () => exportSuggestions()))?.register, undefined));

  it('a link is confirmed with its mention', () => {
    const source = decided(fresh, (mention) => linkRegister(mention, 'sow-1'));
    assert.equal(entityOf(source)?.register, 'sow-1');
    assert.match(source, /status: confirmed/u);
  });

  it('a link that is refused is not made again, by name or by confirming', () => {
    const refused = decided(fresh, (mention) => unlinkRegister(mention, 'diop-1'));
    assert.deepEqual(entityOf(refused)?.notRegister, ['diop-1']);
    const again = decided(refused, () => confirm(viewOf(refused).mentions));
    assert.equal(entityOf(again)?.register, undefined);
  });

  it('a link that was refused can be made after all, and refused again', () => {
    const refused = decided(fresh, (mention) => unlinkRegister(mention, 'diop-1'));
    const linked = decided(refused, (mention) => linkRegister(mention, 'diop-1'));
    assert.deepEqual([entityOf(linked)?.register, entityOf(linked)?.notRegister], ['diop-1', undefined]);
    const back = decided(linked, (mention) => unlinkRegister(mention, 'diop-1'));
    assert.deepEqual([entityOf(back)?.register, entityOf(back)?.notRegister], [undefined, ['diop-1']]);
  });
});
