import {
  type DecorationOptions,
  Disposable,
  type TextEditor,
  type TextEditorDecorationType,
  Uri,
  window,
} from 'vscode';

import type { CheckState } from '../../../core/view/checkState';
import type { ArticleSessions } from '../../articleSessions';
import type { ConfigFiles } from '../../configFiles';
import { itemsOf } from './checkCommands';

const shownStates = ['stale', 'checked', 'signed'] as const satisfies readonly CheckState[];

/** A sign in the gutter beside each line on which something that was checked begins. Nothing where nothing was checked. */
export function registerCheckMarks(
  sessions: ArticleSessions,
  config: ConfigFiles,
  extension: Uri,
): Disposable {
  const types = new Map<CheckState, TextEditorDecorationType>(
    shownStates.map((state) => [state, signOf(state, extension)]),
  );
  const drawn = new WeakSet<TextEditor>();
  const draw = async (editor: TextEditor): Promise<void> => {
    const session = sessions.of(editor.document);
    const isAnnotated =
      session?.sidecar.current.annotations.some(({ check }) => check !== undefined) === true;
    if (!isAnnotated && !drawn.has(editor)) return;
    const { verdicts } = await config.configOf(editor.document.uri);
    const items = session && isAnnotated ? itemsOf(session, verdicts) : [];
    drawn.add(editor);
    for (const [state, type] of types) {
      const marks = items.flatMap((item): DecorationOptions[] => {
        if (item.state !== state || item.start === undefined) return [];
        const { start } = editor.document.lineAt(editor.document.positionAt(item.start)).range;
        return [
          { range: editor.document.validateRange(editor.document.lineAt(start).range.with(start, start)) },
        ];
      });
      editor.setDecorations(type, marks);
    }
  };
  const drawAll = (): void => window.visibleTextEditors.forEach((editor) => void draw(editor));
  drawAll();
  return Disposable.from(
    ...types.values(),
    sessions.onDidChange(({ session, change }) => {
      if (change === 'edit') return;
      for (const editor of window.visibleTextEditors)
        if (editor.document === session.document) void draw(editor);
    }),
    sessions.onDidChangeList(drawAll),
    window.onDidChangeVisibleTextEditors(drawAll),
    config.onDidChange(drawAll),
  );
}

function signOf(state: (typeof shownStates)[number], extension: Uri): TextEditorDecorationType {
  const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `check-${state}-${theme}.svg`);
  return window.createTextEditorDecorationType({
    gutterIconSize: 'contain',
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}
