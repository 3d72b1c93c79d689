import { commands as registry, Disposable, l10n, Uri, window } from 'vscode';

import { linkMention } from '../../../core/view/decisions/linkMention';
import { mergeEntities } from '../../../core/view/decisions/mergeEntities';
import { replaceWords } from '../../../core/view/decisions/renewWords';
import { splitMention } from '../../../core/view/decisions/splitMention';
import { initialsOf } from '../../../core/view/rename/newName';
import type { ViewEntity, ViewMention } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { decide } from '../../decisions';
import { internalCommands } from '../../ids';
import { iconOfType, nameOfType } from '../../messages';
import { findTarget } from '../../targets';
import { mentionsOf } from './entityAt';

/** What code actions do beyond the commands of the palette: each about the mention that its argument names. */
export function registerEntityActions(sessions: ArticleSessions): Disposable {
  const onMention =
    (act: (session: ArticleSession, mention: ViewMention) => Promise<void>) => async (argument: unknown) => {
      const target = findTarget(sessions, argument);
      if (target?.item.kind === 'mention') await act(target.session, target.item);
    };
  return Disposable.from(
    registry.registerCommand(internalCommands.mergeInto, onMention(mergeInto)),
    registry.registerCommand(
      internalCommands.splitOff,
      onMention((session, mention) => decide(session, splitMention([mention]))),
    ),
    registry.registerCommand(internalCommands.resolveAcronym, onMention(resolveAcronym)),
    registry.registerCommand(internalCommands.placeAt, (argument: unknown) => placeAt(sessions, argument)),
  );
}

/** What a mention could name instead, what is named most often first. */
export function otherEntities({ view }: ArticleSession, { entity }: ViewMention): readonly ViewEntity[] {
  return [...view.entities.values()]
    .filter((each) => each.key !== entity && mentionsOf(view, each).length > 0)
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
}

async function mergeInto(session: ArticleSession, mention: ViewMention): Promise<void> {
  const entity = mention.entity === undefined ? undefined : session.view.entities.get(mention.entity);
  if (!entity) return;
  const sameFirst = otherEntities(session, mention).toSorted(
    (a, b) => Number(b.type === entity.type) - Number(a.type === entity.type),
  );
  const into = await choose(sameFirst, l10n.t('“{0}” is the same as…', entity.name));
  if (into) await decide(session, mergeEntities([entity.key], into.key));
}

/** The names with these initials first. All places with the acronym are linked. */
async function resolveAcronym(session: ArticleSession, mention: ViewMention): Promise<void> {
  const wordsOf = ({ span }: ViewMention): string => session.document.getText().slice(span.start, span.end);
  const acronym = wordsOf(mention);
  const plain = acronym.replace(/\./gu, '');
  const fits = ({ name }: ViewEntity): number => Number(initialsOf(name) === plain);
  const choices = otherEntities(session, mention).toSorted((a, b) => fits(b) - fits(a));
  const into = await choose(choices, l10n.t('“{0}” stands for…', acronym));
  const alike = session.view.mentions.filter((each) => wordsOf(each) === acronym);
  if (into) await decide(session, linkMention(alike, into.key));
}

async function choose(entities: readonly ViewEntity[], placeHolder: string): Promise<ViewEntity | undefined> {
  const picks = entities.map((entity) => ({
    label: `$(${iconOfType(entity.type)}) ${entity.name}`,
    description: nameOfType(entity.type),
    detail: entity.aliases.slice(0, 5).join(' · '),
    entity,
  }));
  return (await window.showQuickPick(picks, { placeHolder, matchOnDetail: true }))?.entity;
}

async function placeAt(sessions: ArticleSessions, argument: unknown): Promise<void> {
  if (typeof argument !== 'object' || argument === null) return;
  const { uri, id, start, end } = argument as Readonly<Record<string, unknown>>;
  if (typeof uri !== 'string' || typeof id !== 'string') return;
  if (typeof start !== 'number' || typeof end !== 'number') return;
  const session = sessions.ofUri(Uri.parse(uri));
  if (session) await decide(session, replaceWords(id, [{ start, end }]));
}
