import { commands as registry, Disposable, l10n, Selection, type TextEditor, Uri, window } from 'vscode';

import { placeSelectors } from '../../../core/anchoring/placeSelectors';
import { selectorsOf } from '../../../core/annotation/record';
import type { Span } from '../../../core/util/span';
import type { Decision } from '../../../core/view/decisions/decision';
import { remove } from '../../../core/view/decisions/remove';
import {
  acceptWords,
  renewCheck,
  replaceWords,
  withdrawCheck,
} from '../../../core/view/decisions/renewWords';
import type { ReviewItem } from '../../../core/view/review';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange, toSpan } from '../../convert';
import { decide } from '../../decisions';
import { commands, internalCommands } from '../../ids';
import { runInSlices } from '../../schedule';
import { activeSession } from '../../targets';
import type { Comparisons } from './comparison';
import { type ReviewItems, wordsBefore } from './placeSections';
import type { ReviewTree } from './reviewTree';

const redrawMs = 300;

interface Record {
  readonly session: ArticleSession;
  readonly item: ReviewItem;
}

/** Commands on decisions to review: on the nodes that they are given, on what the caret is in, or on what is selected in the tree. */
export function registerReviewCommands(
  sessions: ArticleSessions,
  items: ReviewItems,
  tree: ReviewTree,
  comparisons: Comparisons,
): Disposable {
  const on =
    (act: (records: readonly Record[]) => Promise<void>) =>
    async (argument: unknown, others: unknown): Promise<void> => {
      const find = (): readonly Record[] => recordsOf(sessions, items, tree, argument, others);
      const found = find();
      // A tree that is just being drawn anew knows for a moment nothing of what is selected in it.
      if (found.length === 0) await new Promise((resolve) => setTimeout(resolve, redrawMs));
      const records = found.length > 0 ? found : find();
      if (records.length > 0) await act(records);
      else window.setStatusBarMessage(l10n.t('Choose a decision to review first.'), 4000);
    };
  const each = (act: (record: Record) => Promise<void>) =>
    on(async ([first]) => {
      if (first) await act(first);
    });
  const handlers: readonly (readonly [string, (argument: unknown, others: unknown) => Promise<void>])[] = [
    [commands.acceptWords, on(accept)],
    [commands.renewCheck, on((records) => decideAll(records, renewCheck))],
    [commands.replaceWords, each(placeAnew)],
    [commands.compareWords, each((record) => compare(record, comparisons))],
    [
      commands.setAside,
      on(async (records) => records.forEach(({ session, item }) => items.setAside(session, item))),
    ],
    [commands.removeDecision, on((records) => decideAll(records, remove))],
    [commands.acceptAllWords, () => decideAll(allChanged(items), acceptWords)],
  ];
  return Disposable.from(
    ...handlers.map(([id, handler]) => registry.registerCommand(id, handler)),
    registry.registerCommand(internalCommands.showReview, (uri: unknown, id: unknown) => {
      const session = typeof uri === 'string' ? sessions.ofUri(Uri.parse(uri)) : undefined;
      const item = session && items.of(session).find(({ record }) => record.id === id);
      return session && item && reveal(session, item);
    }),
  );
}

function recordsOf(
  sessions: ArticleSessions,
  items: ReviewItems,
  tree: ReviewTree,
  argument: unknown,
  others: unknown,
): readonly Record[] {
  const atCaret = argument === undefined ? caretRecord(sessions, items) : undefined;
  if (atCaret) return [atCaret];
  return [...tree.chosen(argument, others), ...named(sessions, items, argument)].flatMap((node) =>
    'subject' in node && node.subject?.kind === 'record' ? node.subject : 'item' in node ? node : [],
  );
}

/** As code actions name a decision. */
export interface RecordArgument {
  readonly uri: string;
  readonly record: string;
}

function named(sessions: ArticleSessions, items: ReviewItems, argument: unknown): readonly Record[] {
  if (typeof argument !== 'object' || argument === null) return [];
  const { uri, record } = argument as Partial<RecordArgument>;
  const session = typeof uri === 'string' ? sessions.ofUri(Uri.parse(uri)) : undefined;
  const item = session && items.of(session).find((each) => each.record.id === record);
  return session && item ? [{ session, item }] : [];
}

function caretRecord(sessions: ArticleSessions, items: ReviewItems): Record | undefined {
  const session = activeSession(sessions);
  const editor = window.activeTextEditor;
  if (!session || !editor) return undefined;
  const { start, end } = toSpan(editor.document, editor.selection);
  const item = items
    .of(session)
    .find(({ spans = [] }) => spans.some((span) => span.start <= end && span.end >= start));
  return item && { session, item };
}

/** Accepting the words of what was checked says nothing of its check: that is asked. */
async function accept(records: readonly Record[]): Promise<void> {
  const placed = records.filter(({ item }) => item.spans !== undefined);
  if (placed.length === 0) return sayHowToPlace();
  await decideAll(
    placed.filter(({ item }) => item.reason !== 'check'),
    acceptWords,
  );
  for (const record of placed.filter(({ item }) => item.reason === 'check')) await acceptChecked(record);
}

async function acceptChecked(record: Record): Promise<void> {
  const picks = [
    {
      label: `$(verified) ${l10n.t('The check still holds')}`,
      detail: l10n.t('It counts for the words as they are now.'),
      decision: renewCheck,
    },
    {
      label: `$(history) ${l10n.t('It must be checked again')}`,
      detail: l10n.t('The words are accepted, and the check is taken back.'),
      decision: withdrawCheck,
    },
  ];
  const chosen = await window.showQuickPick(picks, {
    title: wordsBefore(record.item).slice(0, 120),
    placeHolder: l10n.t('The words were checked before they changed.'),
  });
  if (chosen) await decideAll([record], chosen.decision);
}

async function decideAll(
  records: readonly Record[],
  decision: (ids: readonly string[]) => Decision,
): Promise<void> {
  const ids = new Map<ArticleSession, string[]>();
  for (const { session, item } of records) ids.set(session, [...(ids.get(session) ?? []), item.record.id]);
  for (const [session, each] of ids) await decide(session, decision(each));
}

function allChanged(items: ReviewItems): readonly Record[] {
  return items.articles.flatMap((session) =>
    items
      .of(session)
      .filter(({ reason }) => reason === 'changed')
      .map((item) => ({ session, item })),
  );
}

/** Where the article's selections are; without one, at one of the places that could be meant. */
async function placeAnew({ session, item }: Record): Promise<void> {
  const editor = editorOf(session);
  const selected = (editor?.selections ?? [])
    .filter((selection) => !selection.isEmpty)
    .map((selection) => trimmed(session, toSpan(session.document, selection)));
  const isOwn = selected.every((span) =>
    item.spans?.some(({ start, end }) => start === span.start && end === span.end),
  );
  const spans = isOwn ? await chooseCandidate(session, item) : selected;
  if (spans === 'none') return sayHowToPlace();
  if (spans && spans.length > 0) await decide(session, replaceWords(item.record.id, spans));
}

/** Spaces at the edges of a selection are nobody's words. */
function trimmed({ document }: ArticleSession, span: Span): Span {
  const words = document.getText(toRange(document, span));
  const start = span.start + words.length - words.trimStart().length;
  return { start, end: Math.max(start, span.start + words.trimEnd().length) };
}

async function chooseCandidate(
  session: ArticleSession,
  { record, spans }: ReviewItem,
): Promise<readonly Span[] | 'none' | undefined> {
  const { document } = session;
  const text = document.getText();
  const places = await runInSlices(placeSelectors(text, selectorsOf(record)), session.sidecar.token);
  const candidates = spans || places?.length !== 1 ? [] : (places[0]?.candidates ?? []);
  if (candidates.length === 0) return 'none';
  const picks = candidates
    .toSorted((a, b) => a.start - b.start)
    .map((span) => ({
      label:
        `${text.slice(Math.max(0, span.start - 30), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 30)}`.replace(
          /\s+/gu,
          ' ',
        ),
      description: l10n.t('line {0}', document.positionAt(span.start).line + 1),
      span,
    }));
  const chosen = await window.showQuickPick(picks, {
    placeHolder: l10n.t('Which of these places is meant?'),
    onDidSelectItem: (pick) => {
      if (typeof pick !== 'string') void select(session, (pick as (typeof picks)[number]).span);
    },
  });
  return chosen && [chosen.span];
}

function sayHowToPlace(): void {
  window.setStatusBarMessage(
    l10n.t('Select the words in the article first, then place the decision there.'),
    8000,
  );
}

function editorOf({ document }: ArticleSession): TextEditor | undefined {
  const active = window.activeTextEditor;
  if (active?.document === document) return active;
  return window.visibleTextEditors.find((editor) => editor.document === document);
}

/** Shows the words in the article; the keyboard stays in the tree. */
async function reveal(session: ArticleSession, { spans }: ReviewItem): Promise<void> {
  if (spans?.[0]) await select(session, spans[0]);
  else await showArticle(session);
}

async function showArticle(session: ArticleSession): Promise<TextEditor> {
  const column = editorOf(session)?.viewColumn;
  return window.showTextDocument(session.document, {
    preserveFocus: true,
    ...(column !== undefined && { viewColumn: column }),
  });
}

async function select(session: ArticleSession, span: Span): Promise<void> {
  const editor = await showArticle(session);
  const range = toRange(session.document, span);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

/** The words in their context, then and now, in the diff editor. */
async function compare({ session, item }: Record, comparisons: Comparisons): Promise<void> {
  const text = session.document.getText();
  const before = item.before.map(({ exact, prefix = '', suffix = '' }) => `${prefix}${exact}${suffix}`);
  const now = (item.spans ?? []).map(({ start, end }, i) => {
    const { prefix = '', suffix = '' } = item.before[i] ?? {};
    return text.slice(Math.max(0, start - prefix.length), end + suffix.length).replace(/\r\n?/gu, '\n');
  });
  // As an article its lines are wrapped.
  const file = session.document.uri.path.split('/').at(-1) ?? '';
  const title = l10n.t('Then ↔ Now: {0}', wordsBefore(item).slice(0, 60));
  await comparisons.show(
    `${session.document.uri.toString()} ${item.record.id}`,
    title,
    { file: `${file}.article`, text: before.join('\n\n') },
    { file: `${file}.article`, text: now.join('\n\n') },
  );
}
