import {
  commands as registry,
  Disposable,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode';

import { type Span, spanLength } from '../../core/util/span';
import type { ArticleSession } from '../articleSession';
import type { ArticleSessions } from '../articleSessions';
import { toRange, toSpan } from '../convert';
import { commands, internalCommands } from '../ids';
import { readShown } from '../presentation';
import { isShown } from './highlights/layers';
import { findQuotation, findTarget, placeOf } from '../targets';
import { speakerPlace } from '../speakerPlace';

/** Going from name to name, from quotation to quotation, and to who speaks. */
export function registerNavigationCommands(sessions: ArticleSessions): Disposable {
  const step = (kind: 'mentions' | 'quotations', direction: 1 | -1) => () =>
    goToNext(sessions, kind, direction);
  return Disposable.from(
    registry.registerCommand(commands.nextMention, step('mentions', 1)),
    registry.registerCommand(commands.previousMention, step('mentions', -1)),
    registry.registerCommand(commands.nextQuotation, step('quotations', 1)),
    registry.registerCommand(commands.previousQuotation, step('quotations', -1)),
    registry.registerCommand(commands.goToSpeaker, async (argument: unknown) => {
      const found = findQuotation(sessions, argument);
      const place = found && speakerPlace(found.session.view, found.item);
      if (found && place) await select(found.session, place);
    }),
    registry.registerCommand(internalCommands.reveal, async (argument: unknown) => {
      const target = findTarget(sessions, argument);
      if (target) await select(target.session, placeOf(target.item), target.item.kind === 'quotation');
    }),
  );
}

/** The next one behind the caret, and after the last the first. */
function goToNext(sessions: ArticleSessions, kind: 'mentions' | 'quotations', direction: 1 | -1): void {
  const editor = window.activeTextEditor;
  const session = editor && sessions.of(editor.document);
  if (!editor || !session) return;
  const shown = readShown();
  const items = session.view[kind].filter((item) => isShown(item, shown) && spanLength(placeOf(item)) > 0);
  const places = items.filter((item) => item.kind === 'quotation' || shown.parts.has(item.type)).map(placeOf);
  const { start } = toSpan(editor.document, editor.selection);
  const next =
    direction > 0
      ? (places.find((place) => place.start > start) ?? places[0])
      : (places.findLast((place) => place.start < start) ?? places.at(-1));
  if (next) show(editor, next, kind === 'quotations');
}

async function select(session: ArticleSession, place: Span, atStart = false): Promise<void> {
  const visible = window.visibleTextEditors.find(({ document }) => document === session.document);
  const editor = await window.showTextDocument(session.document, {
    ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
  });
  show(editor, place, atStart);
}

/** Selects a name; puts the caret at the start of a quotation, where all its parts light up. */
function show(editor: TextEditor, place: Span, atStart: boolean): void {
  const { start, end } = toRange(editor.document, place);
  editor.selection = new Selection(start, atStart ? start : end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
