import { commands as registry, Disposable, l10n, type QuickPickItem, window, workspace } from 'vscode';

import { type Evidence, readFinding } from '../../../core/annotation/check';
import { snapToWords } from '../../../core/text/wordBounds';
import type { Span } from '../../../core/util/span';
import { checkItems, type CheckItem } from '../../../core/view/checkState';
import {
  addEvidence,
  checkQuotations,
  checkRecords,
  claim,
  signOff,
  type Verdict,
} from '../../../core/view/decisions/check';
import type { ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import type { ConfigFiles } from '../../configFiles';
import { toSpan } from '../../convert';
import { decide } from '../../decisions';
import { commands, settings } from '../../ids';
import { revealPlace } from '../../revealPlace';
import { activeSession, findQuotation } from '../../targets';
import { nameOfVerdict } from './verdicts';

/** What a fact-checker decides, by keyboard: a verdict, evidence, a claim, a second reader's word, and going to what is open. */
export function registerCheckCommands(sessions: ArticleSessions, config: ConfigFiles): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.check, (argument: unknown, verdict: unknown) =>
      check(sessions, config, argument, verdict),
    ),
    registry.registerCommand(commands.nextUnchecked, () => goToNextUnchecked(sessions, config)),
    registry.registerCommand(commands.markClaim, () => markClaim(sessions, config)),
    registry.registerCommand(commands.addEvidence, (argument: unknown) => askForEvidence(sessions, argument)),
    registry.registerCommand(commands.signOff, (argument: unknown) => sign(sessions, argument)),
  );
}

type Checked =
  | { readonly session: ArticleSession; readonly quotation: ViewQuotation; readonly id?: string }
  | { readonly session: ArticleSession; readonly quotation?: undefined; readonly id: string };

/** The quotation at the caret, or the claim there. */
function checkedAt(sessions: ArticleSessions, argument: unknown): Checked | undefined {
  const found = findQuotation(sessions, argument);
  if (found) {
    const { session, item } = found;
    return { session, quotation: item, ...(item.record !== undefined && { id: item.record }) };
  }
  const editor = window.activeTextEditor;
  const session = editor && sessions.of(editor.document);
  if (!session) return undefined;
  const { start } = toSpan(editor.document, editor.selection);
  const at = session.placed.claims.find(({ content = [] }) =>
    content.some((part: Span) => part.start <= start && start <= part.end),
  );
  return at && { session, id: at.record.id };
}

function nothingHere(): void {
  window.setStatusBarMessage(l10n.t('There is no quotation and no claim at the caret.'), 4000);
}

async function check(
  sessions: ArticleSessions,
  config: ConfigFiles,
  argument: unknown,
  given: unknown,
): Promise<void> {
  const target = checkedAt(sessions, argument);
  if (!target) return nothingHere();
  const { verdicts } = await config.configOf(target.session.document.uri);
  const verdict =
    typeof given === 'string' && verdicts.includes(given) ? given : await pickVerdict(target, verdicts);
  if (verdict === undefined) return;
  const finding = findingOf(verdict);
  const decision = target.quotation
    ? checkQuotations([target.quotation], finding)
    : checkRecords([target.id], finding);
  await decide(target.session, decision);
}

async function pickVerdict(target: Checked, verdicts: readonly string[]): Promise<string | undefined> {
  const record = target.session.sidecar.current.annotations.find(({ id }) => id === target.id);
  const before = readFinding(record?.check)?.verdict;
  // The first takes a check back, which nobody should do by pressing Enter.
  const [unchecked, ...results] = verdicts;
  const offered = unchecked === undefined ? results : [...results, unchecked];
  const picks = offered.map((verdict): QuickPickItem & { readonly verdict: string } => ({
    label: nameOfVerdict(verdict),
    ...(verdict === before && { description: l10n.t('as it is now') }),
    verdict,
  }));
  return (await window.showQuickPick(picks, { placeHolder: l10n.t('What did the check come to?') }))?.verdict;
}

/** With the day of the decision, and who decides where the settings say so. */
export function findingOf(verdict: string): Verdict {
  const by = checkerName();
  return { verdict, date: today(), ...(by !== undefined && { by }) };
}

function checkerName(): string | undefined {
  const name = workspace.getConfiguration(settings.section).get<string>(settings.checkerName)?.trim();
  return name === '' ? undefined : name;
}

/** In the time zone of who decides. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

async function goToNextUnchecked(sessions: ArticleSessions, config: ConfigFiles): Promise<void> {
  const session = activeSession(sessions);
  const editor = window.activeTextEditor;
  if (!session || !editor) return;
  const { verdicts } = await config.configOf(session.document.uri);
  const open = itemsOf(session, verdicts).filter(
    ({ state, start }) => start !== undefined && (state === 'open' || state === 'stale'),
  );
  if (open.length === 0)
    return void window.setStatusBarMessage(l10n.t('Everything in this article is checked.'), 4000);
  const { start: caret } = toSpan(editor.document, editor.selection);
  const next = open.find(({ start = 0 }) => start > caret) ?? open[0];
  const at = next?.start ?? 0;
  await revealPlace(session, { start: at, end: at }, { preserveFocus: false, atStart: true });
  window.setStatusBarMessage(l10n.t('{0} still to check', open.length), 4000);
}

export function itemsOf(session: ArticleSession, verdicts: readonly string[]): readonly CheckItem[] {
  return checkItems(session.view, session.placed, session.sidecar.current.entities, verdicts[0] ?? '');
}

/** Selected words become a claim, which is checked at once. */
async function markClaim(sessions: ArticleSessions, config: ConfigFiles): Promise<void> {
  const editor = window.activeTextEditor;
  const session = editor && sessions.of(editor.document);
  if (!session || editor.selections.every(({ isEmpty }) => isEmpty))
    return void window.setStatusBarMessage(l10n.t('Select the words that are to be checked.'), 4000);
  const text = editor.document.getText();
  const parts = editor.selections
    .filter(({ isEmpty }) => !isEmpty)
    .map((selection) => snapToWords(text, toSpan(editor.document, selection)))
    .filter((part) => part !== undefined)
    .toSorted((a, b) => a.start - b.start);
  const { verdicts } = await config.configOf(session.document.uri);
  const picks = verdicts.map((verdict) => ({ label: nameOfVerdict(verdict), verdict }));
  const chosen = await window.showQuickPick(picks, { placeHolder: l10n.t('What did the check come to?') });
  if (chosen) await decide(session, claim(parts, findingOf(chosen.verdict)));
}

async function askForEvidence(sessions: ArticleSessions, argument: unknown): Promise<void> {
  const target = checkedAt(sessions, argument);
  if (!target) return nothingHere();
  const record = target.session.sidecar.current.annotations.find(({ id }) => id === target.id);
  if (!record || !readFinding(record.check))
    return void window.setStatusBarMessage(l10n.t('Check it first: evidence belongs to a check.'), 4000);
  const where = await window.showInputBox({
    title: l10n.t('Evidence'),
    prompt: l10n.t(
      'Address of a page, or a file of the workspace; a page, paragraph or time code after a space',
    ),
    ignoreFocusOut: true,
  });
  if (where === undefined || where.trim() === '') return;
  const exact = await window.showInputBox({
    title: l10n.t('Evidence'),
    prompt: l10n.t('The words relied on (may be left empty)'),
    ignoreFocusOut: true,
  });
  if (exact !== undefined)
    await decide(target.session, addEvidence(record.id, evidenceOf(where.trim(), exact.trim())));
}

function evidenceOf(where: string, exact: string): Evidence {
  const [first = '', ...rest] = where.split(/\s+/u);
  const place = rest.join(' ');
  return {
    ...(/^https?:\/\//iu.test(first) ? { url: first } : { file: first }),
    ...(place !== '' && { place }),
    ...(exact !== '' && { exact }),
    seen: today(),
  };
}

async function sign(sessions: ArticleSessions, argument: unknown): Promise<void> {
  const target = checkedAt(sessions, argument);
  if (!target) return nothingHere();
  const record = target.session.sidecar.current.annotations.find(({ id }) => id === target.id);
  if (!record || !readFinding(record.check))
    return void window.setStatusBarMessage(l10n.t('There is no check to sign.'), 4000);
  const by =
    checkerName() ??
    (await window.showInputBox({ title: l10n.t('Second reader'), prompt: l10n.t('Your name') }));
  if (by !== undefined && by.trim() !== '')
    await decide(target.session, signOff(record.id, { by: by.trim(), date: today() }));
}
