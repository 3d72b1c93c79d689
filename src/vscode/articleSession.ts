import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';

import type { Analysis } from '../core/annotation/suggestion';
import { longestAnalysed } from '../core/config/config';
import type { Problem } from '../core/problem/problem';
import { composeView, emptyView } from '../core/view/articleView';
import { allPlaced, noPlaces, type PlacedRecords, spansOf } from '../core/view/placed';
import { refreshSelectors } from '../core/view/refreshSelectors';
import { placeRecords } from '../core/view/placeRecords';
import { shiftView } from '../core/view/shiftView';
import { trackPlaced } from '../core/view/trackPlaced';
import type { ArticleView, ViewSources } from '../core/view/types';
import type { Steps } from '../core/util/steps';
import { lengthOf } from './convert';
import type { FolderKnowledgeFiles } from './folderKnowledge';
import type { Language } from './language';
import { LiveAnalysis } from './liveAnalysis';
import type { RegisterFiles } from './registers/registerFiles';
import { runInSlices } from './schedule';
import { indexView } from './viewLookup';
import type { ArticleSidecar } from './sidecars/articleSidecar';

/** `tooLarge`: shown with its decisions, but not analysed. */
export type SessionState = 'analysing' | 'ready' | 'tooLarge';

/** Why a view came to be: `edit` views are the one before with its spans moved, as the editor has moved its decorations. */
export type ViewChange = 'edit' | 'content';

/** One open article: what is shown of it at this moment, from live analysis and the sidecar's decisions. */
export class ArticleSession implements Disposable {
  readonly document: TextDocument;
  readonly sidecar: ArticleSidecar;
  readonly #changed = new EventEmitter<ViewChange>();
  readonly onDidChange = this.#changed.event;
  readonly #language: Language;
  readonly #registers: RegisterFiles;
  readonly #live: LiveAnalysis;
  readonly #parts: readonly Disposable[];
  #view: ArticleView = emptyView;
  #state: SessionState = 'analysing';
  #analysis: Analysis | undefined;
  #placed: PlacedRecords = noPlaces;
  #eol: number;
  #text: string | undefined;
  #turn = 0;
  #composing = 0;
  #placing: Promise<void> = Promise.resolve();
  #decisions: Promise<unknown> = Promise.resolve();

  constructor(
    document: TextDocument,
    language: Language,
    knowledge: FolderKnowledgeFiles,
    registers: RegisterFiles,
    sidecar: ArticleSidecar,
  ) {
    this.document = document;
    this.sidecar = sidecar;
    this.#language = language;
    this.#registers = registers;
    this.#eol = document.eol;
    this.#live = new LiveAnalysis(document, language, knowledge, registers, (analysis) =>
      this.#take(analysis),
    );
    this.#parts = [
      this.#live,
      this.#changed,
      knowledge.onDidChange(() => this.#begin('afterPause')),
      registers.onDidChange(() => this.#begin('afterPause')),
      sidecar.onDidChange(() => this.#placeAnew()),
    ];
    this.#begin('now');
    this.#placeAnew();
  }

  get view(): ArticleView {
    return this.#view;
  }

  /** Why no names are suggested, where they cannot be. */
  get languageProblem(): Problem | undefined {
    return this.#language.problem;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Records with their places in the text as it stands. */
  get placed(): PlacedRecords {
    return this.#placed;
  }

  /** Moves what is shown with the text at once; what it now says is found out after a pause. */
  edited({ contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return this.#lineEndsChanged();
    this.#analysis = undefined;
    this.#follow(contentChanges);
    const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => {
      return { start: rangeOffset, removed: rangeLength, inserted: text.length };
    });
    this.#show(edits.reduce(shiftView, this.#view), 'edit');
    this.#begin('afterPause');
  }

  /** Carries out one decision after another: each begins when what the one before came to has its place in the text. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      let placing: Promise<void>;
      do {
        placing = this.#placing;
        await placing;
      } while (placing !== this.#placing);
      return task();
    };
    const done = this.#decisions.then(run, run);
    this.#decisions = done;
    return done;
  }

  /** Resolves when nothing is being analysed, when the token is cancelled, or when the article is closed. */
  whenAnalysed(token: CancellationToken): Promise<void> {
    if (this.#state !== 'analysing') return Promise.resolve();
    return new Promise((resolve) => {
      const parts = [
        this.#changed.event(() => {
          if (this.#state !== 'analysing') finish();
        }),
        token.onCancellationRequested(() => finish()),
        this.sidecar.token.onCancellationRequested(() => finish()),
      ];
      const finish = (): void => {
        parts.forEach((part) => part.dispose());
        resolve();
      };
    });
  }

  /** Writes anew by which words records are found, where an edit that was followed would otherwise be lost. */
  async saved(): Promise<void> {
    if (this.#placed === noPlaces || this.sidecar.current.readOnly !== undefined) return;
    const { version } = this.document;
    const steps = refreshSelectors(this.document.getText(), this.#placed);
    const changes = await runInSlices(steps, this.sidecar.token);
    if (changes && changes.length > 0 && version === this.document.version)
      await this.sidecar.refresh(changes);
  }

  dispose(): void {
    this.#parts.forEach((part) => part.dispose());
  }

  /** The places of records go with the edit. The text before it is kept only while there are records. */
  #follow(changes: TextDocumentChangeEvent['contentChanges']): void {
    if (this.sidecar.current.annotations.length === 0) return;
    const after = this.document.getText();
    const edits = changes.map(({ rangeOffset, rangeLength, text }) => {
      return { span: { start: rangeOffset, end: rangeOffset + rangeLength }, text };
    });
    if (this.#text !== undefined) this.#placed = trackPlaced(this.#placed, edits, this.#text, after);
    this.#text = after;
  }

  #begin(when: 'now' | 'afterPause'): void {
    if (lengthOf(this.document) <= longestAnalysed) {
      this.#state = 'analysing';
      this.#live.schedule(when);
      return;
    }
    this.#live.cancel();
    if (this.#state === 'tooLarge') return;
    this.#state = 'tooLarge';
    this.#changed.fire('content');
  }

  /** The offsets of all that follows a line end are others now, by a change that the editor tells nothing about. */
  #lineEndsChanged(): void {
    if (this.document.eol === this.#eol) return;
    this.#eol = this.document.eol;
    this.#analysis = undefined;
    this.#show(emptyView, 'content');
    this.#begin('now');
    this.#placeAnew();
  }

  #take(analysis: Analysis): void {
    this.#analysis = analysis;
    void this.#compose();
    // What was deleted may be back, by an undo or from the clipboard.
    if (allPlaced(this.#placed).some((placed) => !spansOf(placed))) this.#placeAnew();
  }

  #placeAnew(): void {
    this.#placing = this.#replace();
  }

  /** Finds the places of the records anew. */
  async #replace(): Promise<void> {
    const turn = ++this.#turn;
    const { version } = this.document;
    const { annotations } = this.sidecar.current;
    if (annotations.length > 0) {
      const placing = placeRecords(this.document.getText(), annotations, this.#placed);
      const placed = await runInSlices(placing, this.sidecar.token);
      // A later call knows more; and one that began before an edit begins anew.
      if (!placed || turn !== this.#turn) return;
      if (version !== this.document.version) return this.#replace();
      this.#placed = placed;
      this.#text = this.document.getText();
    } else this.#placed = noPlaces;
    // While a new analysis is under way the old one's spans do not fit; its end composes the view.
    if (this.#analysis || this.#state === 'tooLarge' || !this.#view.analysed) await this.#compose();
  }

  /** Makes a view of what is known, unless something newer is known by the time it is made. */
  async #compose(): Promise<void> {
    const composing = ++this.#composing;
    const { version } = this.document;
    const analysis = this.#analysis;
    const hasContent = analysis !== undefined || this.#placed !== noPlaces;
    const steps = composeIndexed({
      // A long text that nothing is shown of need not become one string.
      text: hasContent ? this.document.getText() : '',
      placed: this.#placed,
      entities: this.sidecar.current.entities,
      register: this.#registers.of(this.document.uri),
      ...(analysis && { analysis }),
    });
    const view = await runInSlices(steps, this.sidecar.token);
    if (!view || composing !== this.#composing) return;
    if (version !== this.document.version) {
      // After an edit an analysis is on its way, whose end composes the view; but not of a text that is too large.
      return this.#state === 'tooLarge' ? this.#compose() : undefined;
    }
    if (analysis) this.#state = 'ready';
    this.#show(view, 'content');
  }

  #show(view: ArticleView, change: ViewChange): void {
    this.#view = view;
    this.#changed.fire(change);
  }
}

/** A view that can be looked up at once by those to whom it is shown. */
function* composeIndexed(sources: ViewSources): Steps<ArticleView> {
  const view = yield* composeView(sources);
  yield* indexView(view);
  return view;
}
