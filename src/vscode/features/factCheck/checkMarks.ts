import {
  type DecorationOptions,
  Disposable,
  type TextEditor,
  type TextEditorDecorationType,
  Uri,
  window,
} from 'vscode';

import { readFinding } from '../../../core/annotation/check';
import type { CheckItem } from '../../../core/view/checkState';
import type { ArticleSessions } from '../../articleSessions';
import type { ConfigFiles } from '../../configFiles';
import { itemsOf } from './checkCommands';
import { isFault } from './verdicts';

/** `fault`: checked, and found not to be as it should. The others are states of checks; they do not say that all is well. */
const signs = ['stale', 'fault', 'checked', 'signed'] as const;
type Sign = (typeof signs)[number];

/** A sign in the gutter beside each line on which something that was checked begins. Nothing where nothing was checked. */
export function registerCheckMarks(
  sessions: ArticleSessions,
  config: ConfigFiles,
  extension: Uri,
): Disposable {
  const types = new Map<Sign, TextEditorDecorationType>(signs.map((sign) => [sign, typeOf(sign, extension)]));
  const drawn = new WeakSet<TextEditor>();
  const draw = async (editor: TextEditor): Promise<void> => {
    const session = sessions.of(editor.document);
    const isAnnotated =
      session?.sidecar.current.annotations.some(({ check }) => check !== undefined) === true;
    if (!isAnnotated && !drawn.has(editor)) return;
    const { verdicts } = await config.configOf(editor.document.uri);
    const items = session && isAnnotated ? itemsOf(session, verdicts) : [];
    drawn.add(editor);
    for (const [sign, type] of types) {
      const marks = items.flatMap((item): DecorationOptions[] => {
        if (signOf(item) !== sign || item.start === undefined) return [];
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

function signOf({ state, record }: CheckItem): Sign | undefined {
  if (state === 'open' || state === 'stale') return state === 'stale' ? 'stale' : undefined;
  return isFault(readFinding(record?.check)?.verdict) ? 'fault' : state;
}

function typeOf(sign: Sign, extension: Uri): TextEditorDecorationType {
  const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', `check-${sign}-${theme}.svg`);
  return window.createTextEditorDecorationType({
    gutterIconSize: 'contain',
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}
