import {
  CodeAction,
  CodeActionKind,
  type Disposable,
  languages,
  l10n,
  type Range,
  type TextDocument,
} from 'vscode';

import { selectorsOf } from '../../../core/annotation/record';
import { isEntityType } from '../../../core/annotation/types';
import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import { articleSelector } from '../../articleSelector';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toSpan } from '../../convert';
import { commands, internalCommands } from '../../ids';
import { targetArgument } from '../../targets';
import { mentionsAt, quotationsAt } from '../../viewLookup';
import { otherEntities } from './entityActions';

const kinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/** What can be decided about the words at the caret, and selected words as the new place of a decision that lost its own. */
export function registerCodeActions(sessions: ArticleSessions): Disposable {
  return languages.registerCodeActionsProvider(
    articleSelector,
    {
      provideCodeActions: (document, range, { only }) => {
        const session = sessions.of(document);
        if (!session) return [];
        const actions = [
          ...placeActions(session, document, range),
          ...itemActions(session, toSpan(document, range)),
        ];
        return only ? actions.filter(({ kind }) => kind && only.contains(kind)) : actions;
      },
    },
    { providedCodeActionKinds: kinds },
  );
}

function itemActions(
  session: ArticleSession,
  place: { readonly start: number; readonly end: number },
): CodeAction[] {
  const mentions = mentionsAt(session.view, place);
  const exact = mentions.find(({ span }) => span.start === place.start && span.end === place.end);
  const mention = exact ?? mentions.at(-1);
  const quotation = quotationsAt(session.view, place).at(-1);
  return [
    ...(mention ? mentionActions(session, mention) : []),
    ...(quotation ? decisionActions(session, quotation, l10n.t('quotation')) : []),
    ...(quotation ? [speakerAction(session, quotation)] : []),
  ];
}

function mentionActions(session: ArticleSession, mention: ViewMention): CodeAction[] {
  const words = session.document.getText().slice(mention.span.start, mention.span.end).replace(/\s+/gu, ' ');
  const argument = targetArgument(session, mention);
  const rewrite = (title: string, command: string): CodeAction =>
    actionOf(title, CodeActionKind.RefactorRewrite, command, argument);
  const entity = mention.entity === undefined ? undefined : session.view.entities.get(mention.entity);
  const others = isEntityType(mention.type) ? otherEntities(session, mention) : [];
  const isAcronym = mention.form === 'acronym' || /^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(words);
  const isSole = entity !== undefined && entity.mentions.length > 1;
  return [
    ...decisionActions(session, mention, `“${words}”`),
    ...(isAcronym && others.length > 0
      ? [rewrite(l10n.t('Say what “{0}” stands for…', words), internalCommands.resolveAcronym)]
      : []),
    rewrite(l10n.t('Change type of “{0}”…', words), commands.correctType),
    ...(entity && others.length > 0
      ? [rewrite(l10n.t('Merge “{0}” into…', entity.name), internalCommands.mergeInto)]
      : []),
    ...(isSole
      ? [rewrite(l10n.t('“{0}” is not “{1}” here: split off', words, entity.name), internalCommands.splitOff)]
      : []),
  ];
}

function decisionActions(
  session: ArticleSession,
  item: ViewMention | ViewQuotation,
  shown: string,
): readonly CodeAction[] {
  const argument = targetArgument(session, item);
  const reject = actionOf(l10n.t('Reject {0}', shown), CodeActionKind.QuickFix, commands.reject, argument);
  if (item.status === 'confirmed') return [reject];
  const confirm = actionOf(l10n.t('Confirm {0}', shown), CodeActionKind.QuickFix, commands.confirm, argument);
  confirm.isPreferred = true;
  return [confirm, reject];
}

function speakerAction(session: ArticleSession, quotation: ViewQuotation): CodeAction {
  const argument = targetArgument(session, quotation);
  return actionOf(l10n.t('Go to speaker'), CodeActionKind.QuickFix, commands.goToSpeaker, argument);
}

const mostPlaces = 5;

/** For selected words: the decisions that have no place any more, one of which may be about them. */
function placeActions(session: ArticleSession, document: TextDocument, range: Range): CodeAction[] {
  if (range.isEmpty) return [];
  const { start, end } = toSpan(document, range);
  return session.view.unplaced.slice(0, mostPlaces).map(({ record }) => {
    const words = selectorsOf(record)
      .map(({ exact }) => exact)
      .join(' […] ')
      .replace(/\s+/gu, ' ')
      .slice(0, 60);
    const title = l10n.t('The decision on “{0}” is about these words', words);
    return actionOf(title, CodeActionKind.QuickFix, internalCommands.placeAt, {
      uri: document.uri.toString(),
      id: record.id,
      start,
      end,
    });
  });
}

function actionOf(title: string, kind: CodeActionKind, command: string, argument: unknown): CodeAction {
  const action = new CodeAction(title, kind);
  action.command = { command, title, arguments: [argument] };
  return action;
}
