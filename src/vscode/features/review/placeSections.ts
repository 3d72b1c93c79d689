import { Disposable, EventEmitter, l10n, MarkdownString, ThemeColor, ThemeIcon } from 'vscode';

import { escapeMarkdown } from '../../../core/util/markdown';
import { type ReviewItem, type ReviewReason, reviewReasons, toReview } from '../../../core/view/review';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import { internalCommands } from '../../ids';
import { iconOfType, nameOfType } from '../../messages';
import type { ReviewNode, ReviewSection } from './section';

/** While somebody types, the tree need not tell every letter. */
const pauseMs = 250;

const icons: Readonly<Record<ReviewReason, ThemeIcon>> = {
  check: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  changed: new ThemeIcon('edit'),
  uncertain: new ThemeIcon('question'),
  lost: new ThemeIcon('search-stop'),
};

/** The decisions of the open articles that need another look, found anew after each change. */
export class ReviewItems implements Disposable {
  readonly #sessions: ArticleSessions;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #looked = new EventEmitter<void>();
  /** The same things may be to review, at other places. */
  readonly onDidLook = this.#looked.event;
  readonly #aside = new Set<string>();
  readonly #parts: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #found = new Map<ArticleSession, readonly ReviewItem[]>();
  #signature = '';

  constructor(sessions: ArticleSessions) {
    this.#sessions = sessions;
    const later = (): void => {
      this.#timer ??= setTimeout(() => this.#look(), pauseMs);
    };
    this.#parts = Disposable.from(
      this.#changed,
      this.#looked,
      sessions.onDidChange(later),
      sessions.onDidChangeList(later),
    );
  }

  /** What is to be reviewed in an article, without what was set aside. */
  of(session: ArticleSession): readonly ReviewItem[] {
    return (this.#found.get(session) ?? []).filter((item) => !this.#aside.has(asideKey(session, item)));
  }

  get articles(): readonly ArticleSession[] {
    return [...this.#found.keys()];
  }

  /** Does not ask again as long as window and words stay as they are. */
  setAside(session: ArticleSession, item: ReviewItem): void {
    this.#aside.add(asideKey(session, item));
    this.#looked.fire();
    this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#parts.dispose();
  }

  #look(): void {
    this.#timer = undefined;
    const all = [...this.#sessions.all].map((session) => {
      return [session, toReview(session.placed, session.sidecar.current.entities)] as const;
    });
    this.#found = new Map(all);
    const signature = JSON.stringify(
      all.map(([session, items]) => items.map((item) => asideKey(session, item))),
    );
    this.#looked.fire();
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#changed.fire();
  }
}

export function wordsNow({ document }: ArticleSession, { spans }: ReviewItem): string | undefined {
  return spans && joined(spans.map((span) => document.getText(toRange(document, span))));
}

export function wordsBefore({ before }: ReviewItem): string {
  return joined(before.map(({ exact }) => exact));
}

function joined(parts: readonly string[]): string {
  return parts.join(' […] ').replace(/\s+/gu, ' ');
}

function asideKey(session: ArticleSession, item: ReviewItem): string {
  const { document } = session;
  return JSON.stringify([document.uri.toString(), item.record.id, item.reason, wordsNow(session, item)]);
}

/** One section for each reason. */
export function placeSections(items: ReviewItems): readonly ReviewSection[] {
  const titles: Readonly<Record<ReviewReason, string>> = {
    check: l10n.t('Checked, and changed since'),
    changed: l10n.t('Changed words'),
    uncertain: l10n.t('Uncertain place'),
    lost: l10n.t('Lost words'),
  };
  return reviewReasons.map((reason) => ({
    id: reason,
    title: titles[reason],
    icon: icons[reason],
    onDidChange: items.onDidChange,
    nodes: () => {
      const isOne = items.articles.length === 1;
      return items.articles.flatMap((session) =>
        items
          .of(session)
          .filter((item) => item.reason === reason)
          .map((item) => nodeOf(session, item, isOne)),
      );
    },
    dispose: () => undefined,
  }));
}

function nodeOf(session: ArticleSession, item: ReviewItem, isOne: boolean): ReviewNode {
  const { record, reason } = item;
  const article = session.document.uri.path.split('/').at(-1) ?? '';
  const now = wordsNow(session, item);
  const before = wordsBefore(item);
  const change = now === undefined || now === before ? [] : [`→ ${now}`];
  return {
    key: `${session.document.uri.toString()} ${record.id}`,
    label: before,
    description: [...change, ...(isOne ? [] : [article])].join(' · '),
    tooltip: tooltipOf(item, now),
    icon: record.kind === 'mention' ? new ThemeIcon(iconOfType(record.type)) : new ThemeIcon('quote'),
    context: `record ${reason} ${now === undefined ? 'nowhere' : 'placed'}`,
    subject: { kind: 'record', session, item },
    command: {
      command: internalCommands.showReview,
      title: '',
      arguments: [session.document.uri.toString(), record.id],
    },
  };
}

/** Old and new words one below the other, and what became of them. */
function tooltipOf(item: ReviewItem, now: string | undefined): MarkdownString {
  const { record, reason } = item;
  const kind =
    record.kind === 'mention'
      ? nameOfType(record.type)
      : record.kind === 'quotation'
        ? l10n.t('quotation')
        : l10n.t('claim');
  const sentences: Readonly<Record<ReviewReason, string>> = {
    check: l10n.t('What was checked is not what stands here now: the check does not hold any more.'),
    changed: l10n.t('The words were edited after they were decided on.'),
    uncertain: l10n.t('Several places could be meant, or too little speaks for one.'),
    lost: l10n.t('These words are not in the article any more.'),
  };
  const verdict = record.check?.verdict;
  const lines = [
    `**${escapeMarkdown(kind)}**${typeof verdict === 'string' ? ` · ${escapeMarkdown(verdict)}` : ''}`,
    escapeMarkdown(sentences[reason]),
    `${l10n.t('Then:')} ${escapeMarkdown(wordsBefore(item))}`,
    ...(now === undefined ? [] : [`${l10n.t('Now:')} ${escapeMarkdown(now)}`]),
    ...(record.note === undefined ? [] : [escapeMarkdown(record.note)]),
  ];
  return new MarkdownString(lines.join('\n\n'));
}
