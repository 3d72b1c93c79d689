import { Selection, type TextEditor, TextEditorRevealType } from 'vscode';

import type { Span } from '../../../core/util/span';
import { toRange } from '../../convert';

/** Selects a place of the article, and scrolls only when it cannot be seen. */
export function selectSpan(editor: TextEditor, place: Span): void {
  const { start, end } = toRange(editor.document, place);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
