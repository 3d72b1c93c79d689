import { type TextEditor, window } from 'vscode';

import { snapToSpeech, snapToWords } from '../../../core/text/wordBounds';
import { overlaps, sameSpan, type Span } from '../../../core/util/span';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toSpan } from '../../convert';
import { placeOf } from '../../targets';
import { type Item, itemAt } from './reviewItems';
import type { ReviewMode } from './reviewMode';

/** What a command of the desk is about. */
export interface Aim {
  readonly editor: TextEditor;
  readonly session: ArticleSession;
  /** What is selected, or carets, in text order. */
  readonly selections: readonly Span[];
  /** The current item of the review, or what the selection or the caret is on. */
  readonly item?: Item;
  /** The other bounds that the selection gives the item, snapped to words. */
  readonly bounds?: Span;
}

/** In review, a selection that shares words with the current item is about that item; elsewhere the selection must be the item's own. */
export function findAim(sessions: ArticleSessions, review: ReviewMode): Aim | undefined {
  const editor = window.activeTextEditor;
  const session = editor && sessions.of(editor.document);
  if (!editor || !session) return undefined;
  const own = editor.selections.length === 1 ? review.selection : undefined;
  const selections = (own ? [] : editor.selections)
    .map((selection) => toSpan(editor.document, selection))
    .concat(own ?? [])
    .sort((a, b) => a.start - b.start);
  const aim = { editor, session, selections };
  const [selection] = selections;
  if (!selection || selections.length > 1) return aim;
  const { current } = review;
  if (current && overlaps(selection, placeOf(current))) {
    const bounds = snapFor(current, session.document.getText(), selection);
    const isOther = bounds && !sameSpan(bounds, placeOf(current)) && !sameSpan(selection, placeOf(current));
    return { ...aim, item: current, ...(isOther && { bounds }) };
  }
  const item = itemAt(session.view, selection);
  const isMeant = item && (selection.start === selection.end || sameSpan(placeOf(item), selection));
  return { ...aim, ...(isMeant && { item }) };
}

function snapFor({ kind }: Item, text: string, selection: Span): Span | undefined {
  return kind === 'mention' ? snapToWords(text, selection) : snapToSpeech(text, selection);
}
