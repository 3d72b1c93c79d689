import {
  commands as registry,
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

import { readSidecar } from '../../../core/sidecar/parseSidecar';
import { type Fit, fitOfRecords, isFit } from '../../../core/view/fitOfRecords';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { exists, readText } from '../../files';
import { commands } from '../../ids';
import { runInSlices } from '../../schedule';
import { articleOf, sidecarOf, sidecarSuffix } from '../../sidecars/sidecarUri';
import type { SidecarFiles } from '../../sidecars/sidecarFiles';
import { nameAnew } from '../files/movedArticles';
import type { ReviewTree } from './reviewTree';
import type { ReviewNode, ReviewSection } from './section';

/** A folder with more sidecars than this is not searched through. */
const mostSidecars = 5_000;
const atOnce = 16;
const pauseMs = 800;

interface Found {
  readonly sidecar: Uri;
  readonly article: Uri;
  readonly fit: Fit;
}

/**
 * Sidecars whose article is gone, and that fit an open article without one: it was renamed outside of the editor, by `git mv` or in
 * a file manager. They are looked for once for each article that opens without a sidecar, and never moved unasked.
 */
export class LostSidecars implements ReviewSection {
  readonly id = 'lostSidecars';
  readonly title = l10n.t('Annotations whose article is gone');
  readonly icon = new ThemeIcon('link');
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #sessions: ArticleSessions;
  readonly #asked = new WeakSet<ArticleSession>();
  readonly #found = new Map<string, Found>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #parts: Disposable;

  constructor(sessions: ArticleSessions) {
    this.#sessions = sessions;
    this.#parts = Disposable.from(
      this.#changed,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'content') this.#consider(session);
      }),
      sessions.onDidChangeList(() => this.#drop()),
    );
  }

  nodes(): readonly ReviewNode[] {
    return [...this.#found.values()].map(({ sidecar, article, fit }) => ({
      key: `lost ${article.toString()}`,
      label: sidecar.path.split('/').at(-1) ?? '',
      description: l10n.t(
        '{0} of {1} decisions fit {2}',
        fit.placed,
        fit.of,
        article.path.split('/').at(-1) ?? '',
      ),
      tooltip: workspace.asRelativePath(sidecar),
      icon: new ThemeIcon('link'),
      context: 'lostSidecar',
      command: { command: commands.adoptSidecar, title: '', arguments: [{ sidecar, article }] },
      subject: { kind: 'lostSidecar', sidecar, article },
    }));
  }

  dispose(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#parts.dispose();
  }

  /** Once it is known that there is no sidecar; the analysis comes first. */
  #consider(session: ArticleSession): void {
    const { sidecar, document, state } = session;
    const key = document.uri.toString();
    if (sidecar.exists && this.#found.delete(key)) this.#changed.fire();
    if (state === 'analysing' || !sidecar.uri || this.#asked.has(session)) return;
    this.#asked.add(session);
    if (sidecar.exists || !workspace.getWorkspaceFolder(document.uri)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#search(session);
    }, pauseMs);
    this.#timers.add(timer);
  }

  #drop(): void {
    const before = this.#found.size;
    for (const [key, { article }] of this.#found) if (!this.#sessions.ofUri(article)) this.#found.delete(key);
    if (this.#found.size !== before) this.#changed.fire();
  }

  async #search(session: ArticleSession): Promise<void> {
    const { sidecar, document } = session;
    if (sidecar.exists || sidecar.token.isCancellationRequested) return;
    let best: Found | undefined;
    for (const orphan of await orphans()) {
      const fit = await this.#fitOf(orphan, session);
      if (sidecar.token.isCancellationRequested) return;
      if (fit && isFit(fit) && fit.placed > (best?.fit.placed ?? 0))
        best = { sidecar: orphan, article: document.uri, fit };
    }
    if (!best || sidecar.exists) return;
    this.#found.set(document.uri.toString(), best);
    this.#changed.fire();
  }

  async #fitOf(orphan: Uri, { document, sidecar }: ArticleSession): Promise<Fit | undefined> {
    const source = await readText(orphan).catch(() => undefined);
    const read = source === undefined ? undefined : await runInSlices(readSidecar(source), sidecar.token);
    return read && runInSlices(fitOfRecords(document.getText(), read.annotations), sidecar.token);
  }
}

/** The sidecars of the workspace that have no article beside them. */
async function orphans(): Promise<readonly Uri[]> {
  const all = await workspace.findFiles(`**/*${sidecarSuffix}`, undefined, mostSidecars);
  const found: Uri[] = [];
  for (let i = 0; i < all.length; i += atOnce) {
    const some = all.slice(i, i + atOnce);
    const there = await Promise.all(some.map((sidecar) => exists(articleOf(sidecar) ?? sidecar)));
    found.push(...some.filter((_, k) => !there[k]));
  }
  return found;
}

/** The command by which an article takes over the sidecar that fits it. */
export function registerAdoption(tree: ReviewTree, files: SidecarFiles): Disposable {
  return registry.registerCommand(commands.adoptSidecar, async (argument: unknown, others: unknown) => {
    const subject = isPair(argument) ? argument : tree.chosen(argument, others)[0]?.subject;
    if (!subject || !isPair(subject)) return;
    const { sidecar, article } = subject;
    const target = sidecarOf(article);
    const edit = new WorkspaceEdit();
    edit.renameFile(sidecar, target, { overwrite: false });
    if (!(await workspace.applyEdit(edit)))
      return void window.showWarningMessage(
        l10n.t('{0} could not be moved.', workspace.asRelativePath(sidecar)),
      );
    const nameOf = ({ path }: Uri): string => path.split('/').at(-1) ?? '';
    await nameAnew(target, nameOf(articleOf(sidecar) ?? sidecar), nameOf(article), files);
  });
}

function isPair(value: unknown): value is { readonly sidecar: Uri; readonly article: Uri } {
  if (typeof value !== 'object' || value === null) return false;
  const { sidecar, article } = value as { readonly sidecar?: unknown; readonly article?: unknown };
  return sidecar instanceof Uri && article instanceof Uri;
}
