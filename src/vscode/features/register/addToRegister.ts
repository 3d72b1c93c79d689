import { l10n, window, workspace } from 'vscode';

import { makeEntityId } from '../../../core/annotation/id';
import { isEntityType } from '../../../core/annotation/types';
import type { RegisterEntity } from '../../../core/register/registerEntity';
import { randomNumber } from '../../randomNumber';
import { type RegisterParts, write } from './registerParts';
import { linkTo, nameOf, type RegisterTarget } from './registerTarget';

/** A new entry in the first of the article's registers, which is made where there is none, and the link to it. */
export async function addToRegister(target: RegisterTarget, parts: RegisterParts): Promise<void> {
  const [first] = await parts.registers.registersOf(target.session.document.uri);
  const entity = entryOf(target);
  if (!first || !entity) {
    window.setStatusBarMessage(l10n.t('This article has no place for a register.'), 6000);
    return;
  }
  if (!(await write(parts, first.uri, [{ kind: 'addEntity', entity }]))) return;
  await linkTo(target, entity.id);
  const file = workspace.asRelativePath(first.uri);
  window.setStatusBarMessage(l10n.t('{0} is in {1} now.', entity.name, file), 6000);
}

/** What the article is sure of: a person's surname alone would name relatives too, so other names of persons are left out. */
function entryOf(target: RegisterTarget): RegisterEntity | undefined {
  const { mention, entity } = target;
  const type = entity?.type ?? mention.type;
  if (!isEntityType(type)) return undefined;
  const name = nameOf(target);
  const acronym = entity?.acronym === name ? undefined : entity?.acronym;
  const aliases = type === 'person' ? [] : (entity?.aliases ?? []).filter((alias) => alias !== acronym);
  const roles = (entity?.roles ?? []).filter(({ former }) => !former).map(({ text }) => ({ role: text }));
  return {
    id: makeEntityId(name, randomNumber),
    type,
    name,
    aliases,
    acronyms: acronym === undefined ? [] : [acronym],
    roles: roles.slice(0, 1),
    identifiers: entity?.wikidata === undefined ? {} : { wikidata: entity.wikidata },
    formerIds: [],
  };
}
