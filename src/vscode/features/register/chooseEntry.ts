import { l10n, type QuickPickItem, Uri, window } from 'vscode';

import type { SourcedEntity } from '../../../core/register/combineEntities';
import { rolesAt } from '../../../core/register/rolesAt';
import { unlinkRegister } from '../../../core/view/decisions/linkRegister';
import { decide } from '../../decisions';
import { iconOfType } from '../../messages';
import { addToRegister } from './addToRegister';
import { type RegisterParts, write } from './registerParts';
import { linkTo, nameOf, type RegisterTarget } from './registerTarget';

interface Choice extends QuickPickItem {
  readonly act: () => Promise<void>;
}

/** Links to an entry that a person chooses; those of the name's type come first. */
export async function chooseEntry(target: RegisterTarget, parts: RegisterParts): Promise<void> {
  const { session, mention, entity } = target;
  const { entities } = await parts.registers.whenRead(session.document.uri);
  const type = entity?.type ?? mention.type;
  const linked = entity?.register?.entity;
  const ordered = [
    ...entities.filter((entry) => entry.type === type),
    ...entities.filter((entry) => entry.type !== type),
  ].filter((entry) => entry !== linked || entity?.register?.by !== 'record');
  const day = session.view.date?.iso;
  const picks: readonly Choice[] = [
    ...ordered.map((entry) => choiceOf(entry, day, () => link(target, entry, parts))),
    { label: `$(add) ${l10n.t('Add to register')}`, act: () => addToRegister(target, parts) },
    ...(linked
      ? [
          {
            label: `$(close) ${l10n.t('Not {0}', linked.name)}`,
            act: () => decide(session, unlinkRegister(mention, linked.id)),
          },
        ]
      : []),
  ];
  const chosen = await window.showQuickPick(picks, {
    title: nameOf(target),
    placeHolder: l10n.t('Which entry of the register is this?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await chosen?.act();
}

function choiceOf(entry: SourcedEntity, day: string | undefined, act: () => Promise<void>): Choice {
  const role = rolesAt(entry.roles, day)[0]?.role;
  const what = [role?.role, role?.of, entry.description].filter((part) => part !== undefined)[0];
  const names = [...entry.acronyms, ...entry.aliases].join(', ');
  return {
    label: `$(${iconOfType(entry.type)}) ${entry.name}`,
    ...(what !== undefined && { description: what }),
    ...(names !== '' && { detail: names }),
    act,
  };
}

/** A name that the entry does not have may become one of its names, when the person says so. */
async function link(target: RegisterTarget, entry: SourcedEntity, parts: RegisterParts): Promise<void> {
  const name = nameOf(target);
  const { named } = await parts.registers.whenRead(target.session.document.uri);
  const isKnown = named(name).some(({ entity }) => entity.id === entry.id);
  const only = l10n.t('Only link');
  const both = l10n.t('Link, and add “{0}” to its other names', name);
  const chosen = isKnown ? only : await window.showQuickPick([only, both], { title: entry.name });
  if (chosen === undefined) return;
  if (chosen === both && !(await addName(entry, name, parts))) return;
  await linkTo(target, entry.id);
}

async function addName(entry: SourcedEntity, alias: string, parts: RegisterParts): Promise<boolean> {
  return write(parts, Uri.parse(entry.source), [{ kind: 'addAlias', id: entry.id, alias }]);
}
