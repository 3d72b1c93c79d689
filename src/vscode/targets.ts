import { type TextEditor, Uri, window } from 'vscode';

import type { Span } from '../core/util/span';
import type { ViewMention, ViewQuotation } from '../core/view/types';
import type { ArticleSession } from './articleSession';
import type { ArticleSessions } from './articleSessions';
import { toSpan } from './convert';
import { mentionsAt, quotationsAt } from './viewLookup';

/** How a link in a card names what it stands beside. Checked again when it is used: the text may have changed meanwhile. */
export interface TargetArgument {
  readonly uri: string;
  readonly kind: 'mention' | 'quotation';
  readonly start: number;
  readonly end: number;
}

export interface Target {
  readonly session: ArticleSession;
  readonly item: ViewMention | ViewQuotation;
}

export function targetArgument(session: ArticleSession, item: ViewMention | ViewQuotation): TargetArgument {
  return { uri: session.document.uri.toString(), kind: item.kind, ...placeOf(item) };
}

export function placeOf(item: ViewMention | ViewQuotation): Span {
  return item.kind === 'mention'
    ? item.span
    : { start: item.content[0]?.start ?? 0, end: item.content.at(-1)?.end ?? 0 };
}

/** What a command is about: its argument, or else what the caret of the active editor is in; a name before the quotation around it. */
export function findTarget(sessions: ArticleSessions, argument: unknown): Target | undefined {
  return isArgument(argument) ? byArgument(sessions, argument) : atCaret(sessions, window.activeTextEditor);
}

export function findQuotation(
  sessions: ArticleSessions,
  argument: unknown,
): { readonly session: ArticleSession; readonly item: ViewQuotation } | undefined {
  if (isArgument(argument)) {
    const target = byArgument(sessions, argument);
    return target?.item.kind === 'quotation' ? { session: target.session, item: target.item } : undefined;
  }
  const found = caretOf(sessions, window.activeTextEditor);
  const item = found && quotationsAt(found.session.view, found.place).at(-1);
  return found && item && { session: found.session, item };
}

/** The session of the active editor. */
export function activeSession(sessions: ArticleSessions): ArticleSession | undefined {
  const document = window.activeTextEditor?.document;
  return document && sessions.of(document);
}

function byArgument(
  sessions: ArticleSessions,
  { uri, kind, start, end }: TargetArgument,
): Target | undefined {
  const session = sessions.ofUri(Uri.parse(uri));
  const items = kind === 'mention' ? session?.view.mentions : session?.view.quotations;
  const item = items?.find((each) => {
    const place = placeOf(each);
    return place.start === start && place.end === end;
  });
  return session && item && { session, item };
}

function atCaret(sessions: ArticleSessions, editor: TextEditor | undefined): Target | undefined {
  const found = caretOf(sessions, editor);
  if (!found) return undefined;
  const { session, place } = found;
  const mentions = mentionsAt(session.view, place);
  const exact = mentions.find(({ span }) => span.start === place.start && span.end === place.end);
  const item = exact ?? mentions.at(-1) ?? quotationsAt(session.view, place).at(-1);
  return item && { session, item };
}

function caretOf(
  sessions: ArticleSessions,
  editor: TextEditor | undefined,
): { readonly session: ArticleSession; readonly place: Span } | undefined {
  const session = editor && sessions.of(editor.document);
  return session && { session, place: toSpan(editor.document, editor.selection) };
}

/** Commands can be called by anyone with anything. */
function isArgument(value: unknown): value is TargetArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, kind, start, end } = value as Partial<Record<keyof TargetArgument, unknown>>;
  const isKind = kind === 'mention' || kind === 'quotation';
  return typeof uri === 'string' && isKind && typeof start === 'number' && typeof end === 'number';
}
