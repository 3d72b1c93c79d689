import { commands as registry, Disposable, l10n, type TextEditor, window } from 'vscode';

import { sameSpan, type Span } from '../../../core/util/span';
import type { ArticleView } from '../../../core/view/types';
import type { ArticleSession, ViewChange } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toSpan } from '../../convert';
import { contextKeys } from '../../ids';
import { readShown } from '../../presentation';
import { placeOf } from '../../targets';
import { type Item, itemAt, nextOpen, openItems, progressOf, sameItem } from './reviewItems';
import { ReviewLook } from './reviewLook';
import { selectSpan } from './selectSpan';
import { tell } from './tell';

/** The card opens when nobody has pressed a key for this long: who decides quickly does not wait for it. */
const cardAfterMs = 250;

/** After a start: by then the palette has gone and the editor has the focus again. */
const firstCardAfterMs = 800;

const lockText = 'workbench.action.files.setActiveEditorReadonlyInSession';
const unlockText = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/**
 * Going through what is suggested in one article, with the text locked so that no key changes it. The mode belongs to the article:
 * it rests while another editor is in front.
 */
export class ReviewMode implements Disposable {
  readonly #sessions: ArticleSessions;
  readonly #look = new ReviewLook();
  readonly #parts: readonly Disposable[];
  #session: ArticleSession | undefined;
  #view: ArticleView | undefined;
  #current: Item | undefined;
  #isOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Selections made here that the editor has not told of yet: until then what it says is of the past. */
  #making: readonly Span[] = [];
  /** Texts that are locked, by their addresses: only the active editor can be unlocked. */
  readonly #locked = new Set<string>();

  constructor(sessions: ArticleSessions) {
    this.#sessions = sessions;
    this.#parts = [
      this.#look,
      window.onDidChangeActiveTextEditor(() => this.#activated()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#selected(textEditor)),
      sessions.onDidChange(({ session, change }) => this.#changed(session, change)),
      sessions.onDidChangeList(() => this.#listChanged()),
    ];
  }

  /** The editor in which letters decide now. */
  get editor(): TextEditor | undefined {
    const editor = window.activeTextEditor;
    return editor && editor.document === this.#session?.document ? editor : undefined;
  }

  /** What the next decision is about, of the session's view. */
  get current(): Item | undefined {
    return this.editor && this.#current;
  }

  /** What is selected in the review's editor, also when the next key comes before the editor has told. */
  get selection(): Span | undefined {
    const { editor } = this;
    return this.#making.at(-1) ?? (editor && toSpan(editor.document, editor.selection));
  }

  /** Selects words of the article, as other bounds of the current item. */
  select(place: Span): void {
    const { editor, selection } = this;
    if (!editor || !selection || sameSpan(selection, place)) return;
    this.#making = [...this.#making, place];
    selectSpan(editor, place);
  }

  async start(): Promise<void> {
    const editor = window.activeTextEditor;
    const session = editor && this.#sessions.of(editor.document);
    if (!editor || !session) return;
    if (this.#session && this.#session !== session) this.#forget();
    if (this.#session !== session) await registry.executeCommand(lockText);
    this.#locked.add(editor.document.uri.toString());
    this.#session = session;
    this.#view = session.view;
    const { start } = toSpan(editor.document, editor.selection);
    const open = openItems(session.view, readShown());
    this.#go(open.find((item) => placeOf(item).end > start) ?? open[0]);
    this.#showCardSoon(firstCardAfterMs);
  }

  async leave(): Promise<void> {
    if (!this.editor) return;
    this.#forget();
    await this.#unlock();
  }

  /** Goes on at once, without waiting for what was decided: `decided` are taken for decided. */
  advance(direction: 1 | -1 = 1, decided: readonly Item[] = []): void {
    const { editor } = this;
    if (!editor || !this.#session) return;
    const open = openItems(this.#session.view, readShown()).filter((item) => !sameItem(decided, item));
    const from = this.#current ? placeOf(this.#current) : (this.selection ?? { start: 0, end: 0 });
    this.#go(nextOpen(open, from, direction));
    if (open.length === 0) tell(l10n.t('Every suggestion of this article is decided.'));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#parts.forEach((part) => part.dispose());
  }

  /** An article that was closed, or left for another, during its review is unlocked when it is in front again. */
  #activated(): void {
    this.#refresh();
    if (!this.editor) void this.#unlock();
  }

  async #unlock(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri.toString() ?? '';
    if (this.#locked.delete(uri)) await registry.executeCommand(unlockText);
  }

  #go(item: Item | undefined): void {
    const { editor } = this;
    this.#current = item;
    if (editor && item) {
      this.select(placeOf(item));
      this.#showCardSoon();
    }
    this.#refresh();
  }

  #showCardSoon(afterMs = cardAfterMs): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.current) void registry.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
    }, afterMs);
  }

  /** A click, or any other way to another item, makes that the current one. */
  #selected(editor: TextEditor): void {
    const session = this.#session;
    if (!session || editor !== this.editor) return;
    const place = toSpan(editor.document, editor.selection);
    const told = this.#making.findIndex((span) => sameSpan(span, place));
    this.#making = told < 0 ? [] : this.#making.slice(told + 1);
    if (told >= 0 || editor.selections.length > 1) return;
    const at = itemAt(session.view, place);
    if (!at || (this.#current && sameItem([this.#current], at))) return;
    this.#current = at;
    this.#refresh();
  }

  #changed(session: ArticleSession, change: ViewChange): void {
    if (session !== this.#session) return;
    const before = this.#view;
    this.#view = session.view;
    if (change === 'edit') return this.#follow(before, session.view);
    if (!this.#current) return this.#refresh();
    const all = [...session.view.mentions, ...session.view.quotations];
    const now = sameItem(all, this.#current);
    if (now?.status === 'suggested') {
      this.#current = now;
      return this.#refresh();
    }
    this.advance();
  }

  /** An edit moves what is shown and changes no order. */
  #follow(before: ArticleView | undefined, now: ArticleView): void {
    if (this.#session?.document.isUntitled) return this.#forget();
    const current = this.#current;
    if (!before || !current) return;
    this.#current =
      current.kind === 'mention'
        ? now.mentions[before.mentions.indexOf(current)]
        : now.quotations[before.quotations.indexOf(current)];
    this.#refresh();
  }

  #listChanged(): void {
    if (this.#session && this.#sessions.of(this.#session.document) !== this.#session) this.#forget();
  }

  #forget(): void {
    this.#session = undefined;
    this.#current = undefined;
    this.#making = [];
    clearTimeout(this.#timer);
    this.#refresh();
  }

  #refresh(): void {
    const { editor } = this;
    const view = this.#session?.view;
    if (editor && view) {
      const open = openItems(view, readShown()).length;
      this.#look.show(editor, this.#current && placeOf(this.#current), progressOf(view, open));
    } else this.#look.hide();
    const isOn = editor !== undefined;
    if (isOn !== this.#isOn) void registry.executeCommand('setContext', contextKeys.reviewing, isOn);
    this.#isOn = isOn;
  }
}
