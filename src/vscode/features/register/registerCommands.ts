import { commands as registry, Disposable, l10n, Uri, window, workspace } from 'vscode';

import { isEntityType } from '../../../core/annotation/types';
import { unlinkRegister } from '../../../core/view/decisions/linkRegister';
import type { ArticleSessions } from '../../articleSessions';
import { decide } from '../../decisions';
import { commands, internalCommands } from '../../ids';
import { findTarget } from '../../targets';
import { addToRegister } from './addToRegister';
import { chooseEntry } from './chooseEntry';
import { openEntry } from './openEntry';
import { lookUp } from './lookUp';
import { type RegisterParts, write } from './registerParts';
import type { RegisterTarget } from './registerTarget';

/** Commands that tie the names of articles to the team's register. */
export function registerRegisterCommands(sessions: ArticleSessions, parts: RegisterParts): Disposable {
  const onTarget = (act: (target: RegisterTarget) => Promise<void>) => async (argument: unknown) => {
    const target = targetOf(sessions, argument);
    if (target) await act(target);
    else
      window.setStatusBarMessage(l10n.t('There is no name at the caret that a register could hold.'), 4000);
  };
  return Disposable.from(
    registry.registerCommand(
      commands.addToRegister,
      onTarget((target) => addToRegister(target, parts)),
    ),
    registry.registerCommand(
      commands.linkToRegister,
      onTarget((target) => chooseEntry(target, parts)),
    ),
    registry.registerCommand(
      commands.openRegisterEntry,
      onTarget((target) => openEntry(target, parts)),
    ),
    registry.registerCommand(
      commands.lookUpOnWikidata,
      onTarget((target) => lookUp(target, parts)),
    ),
    registry.registerCommand(internalCommands.notInRegister, onTarget(notThisOne)),
    registry.registerCommand(internalCommands.addRole, async (argument: unknown) => {
      const target = targetOf(sessions, argument);
      if (target) await addRole(target, (argument as { readonly role?: unknown }).role, parts);
    }),
    registry.registerCommand(internalCommands.openArticle, openArticle),
  );
}

function targetOf(sessions: ArticleSessions, argument: unknown): RegisterTarget | undefined {
  const target = findTarget(sessions, argument);
  if (target?.item.kind !== 'mention' || !isEntityType(target.item.type)) return undefined;
  const { session, item: mention } = target;
  const entity = mention.entity === undefined ? undefined : session.view.entities.get(mention.entity);
  return { session, mention, entity };
}

async function notThisOne({ session, mention, entity }: RegisterTarget): Promise<void> {
  const entry = entity?.register?.entity.id;
  if (entry !== undefined) await decide(session, unlinkRegister(mention, entry));
}

/** Of the roles that the article states of the entity, and no other words. */
async function addRole({ entity }: RegisterTarget, text: unknown, parts: RegisterParts): Promise<void> {
  const entry = entity?.register?.entity;
  const stated = entity?.roles.find((role) => role.text === text);
  if (!entry || !stated) return;
  await write(parts, Uri.parse(entry.source), [
    { kind: 'addRole', id: entry.id, role: { role: stated.text } },
  ]);
}

/** Only what lies in the workspace: anyone can call a command with anything. */
async function openArticle(argument: unknown): Promise<void> {
  if (typeof argument !== 'string') return;
  const uri = Uri.parse(argument);
  if (workspace.getWorkspaceFolder(uri)) await window.showTextDocument(uri);
}
