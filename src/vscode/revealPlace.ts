import { Selection, TextEditorRevealType, window } from 'vscode';

import type { Span } from '../core/util/span';
import type { ArticleSession } from './articleSession';
import { toRange } from './convert';

/** Shows words of an article in the editor that shows it already, and selects them, or puts the caret before them. */
export async function revealPlace(
  session: ArticleSession,
  place: Span,
  { preserveFocus, atStart }: { readonly preserveFocus: boolean; readonly atStart: boolean },
): Promise<void> {
  const { document } = session;
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    preserveFocus,
    ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
  });
  const { start, end } = toRange(document, place);
  editor.selection = new Selection(start, atStart ? start : end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
