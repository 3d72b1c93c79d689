import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  Disposable,
  languages,
  l10n,
  type Range,
  type TextDocument,
} from 'vscode';

import { hull } from '../../../core/view/quotations';
import type { ReviewItem } from '../../../core/view/review';
import { articleSelector } from '../../articleSelector';
import type { ArticleSessions } from '../../articleSessions';
import { toSpan } from '../../convert';
import { commands } from '../../ids';
import { articleOf } from '../../sidecars/sidecarUri';
import { staleCheckCode } from './checkedProblems';
import type { ReviewItems } from './placeSections';

/** Quick fixes at words that changed since they were decided on, and in sidecars with conflicts. */
export function registerReviewActions(sessions: ArticleSessions, items: ReviewItems): Disposable {
  const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
  return Disposable.from(
    languages.registerCodeActionsProvider(
      articleSelector,
      {
        provideCodeActions: (document, range, context) =>
          articleActions(sessions, items, document, range, context),
      },
      kinds,
    ),
    languages.registerCodeActionsProvider(
      { language: 'yaml' },
      { provideCodeActions: (document, _range, context) => sidecarActions(document, context) },
      kinds,
    ),
  );
}

function articleActions(
  sessions: ArticleSessions,
  items: ReviewItems,
  document: TextDocument,
  range: Range,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const session = sessions.of(document);
  if (!session) return [];
  const { start, end } = toSpan(document, range);
  const touched = items.of(session).filter(({ spans }) => {
    if (!spans) return false;
    const whole = hull(spans);
    return whole.start <= end && whole.end >= start;
  });
  const fault = diagnostics.filter(({ code }) => code === staleCheckCode);
  return touched.flatMap((item) =>
    actionsFor(item).map(([title, command]) => {
      const action = new CodeAction(title, CodeActionKind.QuickFix);
      const argument = { uri: document.uri.toString(), record: item.record.id };
      action.command = { command, title, arguments: [argument] };
      if (item.reason === 'check') action.diagnostics = fault;
      return action;
    }),
  );
}

function actionsFor({ reason }: ReviewItem): readonly (readonly [title: string, command: string])[] {
  const compare = [l10n.t('Compare the words then and now'), commands.compareWords] as const;
  if (reason === 'check')
    return [
      compare,
      [l10n.t('The check still holds for these words'), commands.renewCheck],
      [l10n.t('Accept the words…'), commands.acceptWords],
    ];
  return [[l10n.t('Accept the words as they are now'), commands.acceptWords], compare];
}

function sidecarActions(document: TextDocument, { diagnostics }: CodeActionContext): CodeAction[] {
  const fault = diagnostics.filter(({ code }) => code === 'sidecar-conflict');
  if (!articleOf(document.uri) || fault.length === 0) return [];
  const title = l10n.t('Resolve the conflicts record by record');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: commands.resolveConflicts, title, arguments: [document.uri] };
  action.diagnostics = fault;
  action.isPreferred = true;
  return [action];
}
