import {
  commands as registry,
  Disposable,
  l10n,
  ProgressLocation,
  type QuickInputButton,
  type QuickPickItem,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';

import { readFinding } from '../../../core/annotation/check';
import { type Comparison, compareQuotation } from '../../../core/compare/compareQuotation';
import { inFile, secondsAt, type Source } from '../../../core/compare/source';
import { sourceExtensions } from '../../../core/compare/sources/readSource';
import { addEvidence, checkQuotations } from '../../../core/view/decisions/check';
import { hull } from '../../../core/view/quotations';
import type { ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import type { ConfigFiles } from '../../configFiles';
import { toRange } from '../../convert';
import { decide } from '../../decisions';
import { commands, sourceScheme } from '../../ids';
import { messageOf } from '../../messages';
import { revealPlace } from '../../revealPlace';
import { runInSlices } from '../../schedule';
import { activeSession } from '../../targets';
import { Comparisons } from '../review/comparison';
import { findingOf, itemsOf } from './checkCommands';
import { readSourceFile, sourcesBeside } from './readSourceFile';
import { byNeed, iconOfLikeness, nameOfLikeness, nameOfVerdict, verdictFor } from './verdicts';

/** Finds the quotations of the article in a transcript, and lists how each stands to it; what is chosen is shown side by side. */
export function registerCompareWithSource(sessions: ArticleSessions, config: ConfigFiles): Disposable {
  const comparisons = new Comparisons(sourceScheme);
  const command = registry.registerCommand(commands.compareWithSource, async (given: unknown) => {
    const session = activeSession(sessions);
    if (!session) return window.setStatusBarMessage(l10n.t('There is no article to compare.'), 4000);
    const uri = given instanceof Uri ? given : await pickSource(session);
    if (!uri) return undefined;
    const read = await readSourceFile(uri);
    if ('message' in read) return void window.showErrorMessage(read.message);
    const found = await compareAll(session, read.source);
    if (!found) return undefined;
    const { verdicts } = await config.configOf(session.document.uri);
    await showResults({ session, uri, source: read.source, verdicts, comparisons }, found);
    return found.map(({ comparison }) => comparison.kind);
  });
  return Disposable.from(comparisons, command);
}

interface Found {
  readonly quotation: ViewQuotation;
  readonly comparison: Comparison;
}

async function pickSource(session: ArticleSession): Promise<Uri | undefined> {
  const beside = await sourcesBeside(session.document.uri);
  const picks: (QuickPickItem & { readonly uri?: Uri })[] = [
    ...beside.map((uri) => ({ label: `$(file) ${workspace.asRelativePath(uri)}`, uri })),
    { label: `$(folder-opened) ${l10n.t('Another file…')}` },
  ];
  const chosen =
    beside.length === 0
      ? picks[0]
      : await window.showQuickPick(picks, { placeHolder: l10n.t('Compare the quotations with…') });
  if (!chosen || chosen.uri) return chosen?.uri;
  const opened = await window.showOpenDialog({
    canSelectMany: false,
    filters: { [l10n.t('Sources')]: [...sourceExtensions] },
  });
  return opened?.[0];
}

/** Marked quotations only: indirect speech gives no words to compare. */
async function compareAll(session: ArticleSession, source: Source): Promise<readonly Found[] | undefined> {
  const text = session.document.getText();
  const quotations = session.view.quotations.filter(({ form }) => form !== 'indirect');
  return window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Comparing quotations…') },
    async () => {
      const found: Found[] = [];
      for (const quotation of quotations) {
        const comparison = await runInSlices(
          compareQuotation(text, quotation.content, source),
          session.sidecar.token,
        );
        if (!comparison) return undefined;
        found.push({ quotation, comparison });
      }
      return found;
    },
  );
}

interface Shown {
  readonly session: ArticleSession;
  readonly uri: Uri;
  readonly source: Source;
  readonly verdicts: readonly string[];
  readonly comparisons: Comparisons;
}

interface ResultItem extends QuickPickItem {
  readonly found: Found;
}

/** A list to walk through by the arrows, what differs first: the article follows; Enter shows both side by side, the buttons decide. */
async function showResults(shown: Shown, inText: readonly Found[]): Promise<void> {
  const found = inText.toSorted((a, b) => byNeed(a.comparison.kind, b.comparison.kind));
  const list = window.createQuickPick<ResultItem>();
  const judge: QuickInputButton = {
    iconPath: new ThemeIcon('check'),
    tooltip: l10n.t('Check with this result'),
  };
  const open: QuickInputButton = {
    iconPath: new ThemeIcon('go-to-file'),
    tooltip: l10n.t('Go to the passage in the source'),
  };
  list.title = l10n.t('{0} quotations in {1}', found.length, workspace.asRelativePath(shown.uri));
  list.placeholder = l10n.t('Enter compares side by side');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.keepScrollPosition = true;
  const fill = (active: number): void => {
    list.items = found.map((each) => itemOf(shown, each, judge, open));
    list.activeItems = list.items.slice(active, active + 1);
  };
  fill(0);
  const parts = [
    list.onDidChangeActive(([item]) => {
      if (item)
        void revealPlace(shown.session, hull(item.found.quotation.content), {
          preserveFocus: true,
          atStart: true,
        });
    }),
    list.onDidTriggerItemButton(({ item, button }) => {
      if (button === open) void openPassage(shown, item.found);
      else void judged(shown, item.found).then(() => fill(found.indexOf(item.found)));
    }),
  ];
  const accepted = new Promise<ResultItem | undefined>((resolve) => {
    list.onDidAccept(() => resolve(list.activeItems[0]));
    list.onDidHide(() => resolve(undefined));
  });
  list.show();
  const chosen = await accepted;
  parts.forEach((part) => part.dispose());
  list.dispose();
  if (chosen) await sideBySide(shown, chosen.found);
}

function itemOf(shown: Shown, found: Found, judge: QuickInputButton, open: QuickInputButton): ResultItem {
  const { quotation, comparison } = found;
  const { session, source } = shown;
  const text = session.document.getText();
  const words = quotation.content.map(({ start, end }) => text.slice(start, end)).join(' […] ');
  const time = comparison.passage && secondsAt(source, comparison.passage.start);
  const speakers = quotation.speakers.map((key) => session.view.entities.get(key)?.name ?? key).join(', ');
  const verdict = verdictFor(comparison.kind, shown.verdicts);
  return {
    label: `$(${iconOfLikeness(comparison.kind)}) ${nameOfLikeness(comparison.kind)}`,
    description: words.replace(/\s+/gu, ' ').slice(0, 160),
    detail: [
      speakers,
      time === undefined ? '' : clock(time),
      stateOf(shown, quotation) ??
        (verdict === undefined ? '' : l10n.t('would be checked as: {0}', nameOfVerdict(verdict))),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    buttons: [...(verdict === undefined ? [] : [judge]), ...(comparison.passage ? [open] : [])],
    found,
  };
}

/** What was found before; `undefined` where nobody has checked it. */
function stateOf({ session, verdicts }: Shown, { content }: ViewQuotation): string | undefined {
  const item = itemsOf(session, verdicts).find(({ start }) => start === content[0]?.start);
  const finding = readFinding(item?.record?.check);
  if (!item || !finding || item.state === 'open') return undefined;
  return item.state === 'stale'
    ? messageOf({ code: 'report-state-stale', args: [] })
    : l10n.t('Checked: {0}', nameOfVerdict(finding.verdict));
}

/** Takes the verdict that the comparison speaks for, with the passage as evidence. */
async function judged(
  { session, uri, source, verdicts }: Shown,
  { quotation, comparison }: Found,
): Promise<void> {
  const verdict = verdictFor(comparison.kind, verdicts);
  if (verdict === undefined) return;
  await decide(session, checkQuotations([quotation], findingOf(verdict)));
  const { passage } = comparison;
  const start = quotation.content[0]?.start;
  const placed = session.placed.quotations.find(({ content }) => content?.[0]?.start === start);
  if (!passage || !placed) return;
  const time = secondsAt(source, passage.start);
  await decide(
    session,
    addEvidence(placed.record.id, {
      file: workspace.asRelativePath(uri, false),
      ...(time !== undefined && { place: clock(time) }),
      exact: source.text.slice(passage.start, passage.end).replace(/\s+/gu, ' '),
    }),
  );
}

async function openPassage({ uri, source }: Shown, { comparison }: Found): Promise<void> {
  const { passage } = comparison;
  if (!passage) return;
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, {
    selection: toRange(document, inFile(source, passage)),
    preview: true,
  });
}

/** Word by word, one a line, so that VS Code's own comparison shows which differ. */
async function sideBySide(shown: Shown, { quotation, comparison }: Found): Promise<void> {
  const text = shown.session.document.getText();
  const said = comparison.passage
    ? shown.source.text.slice(comparison.passage.start, comparison.passage.end)
    : l10n.t('not found');
  const quoted = quotation.content.map(({ start, end }) => text.slice(start, end)).join(' […] ');
  const name = workspace.asRelativePath(shown.uri);
  await shown.comparisons.show(
    `${shown.session.document.uri.toString()} ${quotation.content[0]?.start ?? 0}`,
    l10n.t('{0}: as said, as quoted', nameOfLikeness(comparison.kind)),
    { file: `${name.replaceAll('/', ' ')}.txt`, text: lines(said) },
    { file: l10n.t('quotation.txt'), text: lines(quoted) },
  );
}

function lines(words: string): string {
  return `${words.trim().split(/\s+/u).join('\n')}\n`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
