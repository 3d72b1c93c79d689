import {
  extensions,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

import type { ArticleView, ViewMention, ViewQuotation } from '../../../src/core/view/types';
import type { VerbatimApi } from '../../../src/vscode/activate';
import type { ArticleSession } from '../../../src/vscode/articleSession';

/** The running extension, as it hands itself out. */
export async function verbatim(): Promise<VerbatimApi> {
  const extension = extensions.getExtension<VerbatimApi>('verbatim-annotation.verbatim');
  if (!extension) throw new Error('The extension is not installed.');
  return extension.activate();
}

export function root(): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return folder.uri;
}

export function inFolder(path: string): Uri {
  return Uri.joinPath(root(), path);
}

/** Writes a file of the folder, as bytes where they matter. */
export async function put(path: string, content: string | Uint8Array): Promise<Uri> {
  const uri = inFolder(path);
  await workspace.fs.writeFile(
    uri,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  return uri;
}

export async function read(uri: Uri): Promise<string | undefined> {
  return Promise.resolve(workspace.fs.readFile(uri)).then(
    (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    () => undefined,
  );
}

export async function show(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** The session of a document, once it has been analysed. */
export async function analysed(document: TextDocument): Promise<ArticleSession> {
  const { sessions } = await verbatim();
  return until(`the analysis of ${document.uri.path}`, () => {
    const session = sessions.of(document);
    return session && session.state === 'ready' && session.view.analysed ? session : undefined;
  });
}

/** Asks until the answer is something, and gives it. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  limit = 15_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export function mentionOf(session: ArticleSession, words: string, occurrence = 0): ViewMention | undefined {
  return session.view.mentions.filter(({ span }) => textOf(session, span) === words)[occurrence];
}

export function quotationOf(session: ArticleSession, beginning: string): ViewQuotation | undefined {
  return session.view.quotations.find(
    ({ content }) => content[0] && textOf(session, content[0]).startsWith(beginning),
  );
}

export function speakersOf(view: ArticleView, { speakers }: ViewQuotation): readonly string[] {
  return speakers.map((key) => view.entities.get(key)?.name ?? key);
}

export function textOf(
  { document }: ArticleSession,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return document.getText().slice(start, end);
}

export async function type(document: TextDocument, offset: number, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  await workspace.applyEdit(edit);
}
