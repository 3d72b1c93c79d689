import { type TextDocument, type Uri, workspace, WorkspaceEdit } from 'vscode';

import type { TextEdit } from '../../core/text/textEdit';
import { toRange } from '../convert';
import { bytesOf, type ReplaceFile } from './replaceFile';

/** A sidecar as it stands now. */
export interface ReadSource {
  /** `undefined` where there is no file. */
  readonly source: string | undefined;
  /** The open buffer that holds it, when that has unsaved changes. */
  readonly buffer?: TextDocument;
}

/** Reading and writing of sidecars, through the editor's buffer where that is ahead of the file. */
export class SidecarFiles {
  readonly #replace: ReplaceFile;

  constructor(replace: ReplaceFile) {
    this.#replace = replace;
  }

  /** Throws what the file system throws, and a `TypeError` for bytes that are not UTF-8. */
  async read(uri: Uri): Promise<ReadSource> {
    const buffer = unsavedBuffer(uri);
    return buffer ? { source: buffer.getText(), buffer } : { source: await this.readFile(uri) };
  }

  /** Replaces the text of the file. False when it is not `before` any more; then nothing was written. */
  async replaceFile(uri: Uri, before: string | undefined, after: string): Promise<boolean> {
    if (unsavedBuffer(uri)) return false;
    const encoder = new TextEncoder();
    const old = before === undefined ? undefined : encoder.encode(before);
    return this.#replace(uri, old, encoder.encode(after));
  }

  /** Makes an edit in the buffer, which stays unsaved. False when it has changed since `version`. */
  async editBuffer(buffer: TextDocument, version: number, { span, text }: TextEdit): Promise<boolean> {
    if (buffer.version !== version) return false;
    const edit = new WorkspaceEdit();
    edit.replace(buffer.uri, toRange(buffer, span), text);
    return workspace.applyEdit(edit);
  }

  /** What stands on the disk, whatever an editor shows. */
  async readFile(uri: Uri): Promise<string | undefined> {
    const bytes = await bytesOf(uri);
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  }
}

function unsavedBuffer(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === key);
}
