import { commands as registry, Disposable, EventEmitter, Uri, workspace } from 'vscode';

import { comparisonScheme } from '../../ids';

/** Texts that exist only to be compared, shown in VS Code's own diff editor. */
export class Comparisons implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #scheme: string;
  readonly #parts: Disposable;

  /** Each owner has a scheme of its own. */
  constructor(scheme = comparisonScheme) {
    this.#scheme = scheme;
    this.#parts = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  /** `name` tells comparisons apart; the same one again shows what it is by now. The names of files decide on their colours. */
  async show(
    name: string,
    title: string,
    left: { readonly file: string; readonly text: string },
    right: { readonly file: string; readonly text: string },
  ): Promise<void> {
    const [before, after] = [
      this.#put(`${name} 1`, left.file, left.text),
      this.#put(`${name} 2`, right.file, right.text),
    ];
    await registry.executeCommand('vscode.diff', before, after, title, { preview: true });
  }

  dispose(): void {
    this.#parts.dispose();
  }

  #put(name: string, file: string, text: string): Uri {
    const uri = Uri.from({ scheme: this.#scheme, path: `/${file}`, query: name });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }
}
