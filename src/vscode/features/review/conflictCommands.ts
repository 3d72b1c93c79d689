import {
  commands as registry,
  Disposable,
  l10n,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

import { makeId } from '../../../core/annotation/id';
import { type ConflictedSidecar, readConflicted } from '../../../core/merge/conflictedSidecar';
import { canTakeBoth, marked, type Resolution, resolveConflict } from '../../../core/merge/resolveConflict';
import { conflictKey, type MergeConflict, type Side } from '../../../core/merge/types';
import { lineAt, lineStart } from '../../../core/sidecar/lines';
import { parseRecordFile } from '../../../core/sidecar/parseRecordFile';
import { sidecarSections } from '../../../core/sidecar/sidecar';
import { replacementOf } from '../../../core/text/replacement';
import { toRange } from '../../convert';
import { randomNumber } from '../../randomNumber';
import { commands } from '../../ids';
import { articleOf, sidecarOf } from '../../sidecars/sidecarUri';
import type { Comparisons } from './comparison';
import { type ConflictSection, nameOfConflict, nameOfSide, nameOfUnit, versionText } from './conflictSection';
import type { ReviewTree } from './reviewTree';

interface Chosen {
  readonly sidecar: Uri;
  readonly conflict: MergeConflict;
}

/** Settling conflicts of sidecars, record by record. Each choice is an edit of the file's text, to be undone like any other. */
export function registerConflictCommands(
  section: ConflictSection,
  tree: ReviewTree,
  comparisons: Comparisons,
): Disposable {
  const taking = (resolution: Resolution) => async (argument: unknown, others: unknown) => {
    for (const { sidecar, conflict } of chosenOf(section, tree, argument, others))
      await settle(sidecar, conflictKey(conflict), resolution);
  };
  return Disposable.from(
    registry.registerCommand(commands.takeOurs, taking('ours')),
    registry.registerCommand(commands.takeTheirs, taking('theirs')),
    registry.registerCommand(commands.takeBoth, taking('both')),
    registry.registerCommand(commands.compareSides, async (argument: unknown, others: unknown) => {
      const [first] = chosenOf(section, tree, argument, others);
      if (first) await compareSides(first, comparisons);
    }),
    registry.registerCommand(commands.resolveConflicts, (argument: unknown, others: unknown) =>
      resolveAll(fileOf(section, tree, argument, others), comparisons),
    ),
  );
}

/** A file stands for all of its conflicts. */
function chosenOf(
  section: ConflictSection,
  tree: ReviewTree,
  argument: unknown,
  others: unknown,
): readonly Chosen[] {
  if (isChosen(argument)) return [argument];
  return tree.chosen(argument, others).flatMap(({ subject }) => {
    if (subject?.kind === 'conflict') return [subject];
    if (subject?.kind !== 'conflicts') return [];
    const { sidecar } = subject;
    const file = section.files.find((each) => each.sidecar.toString() === sidecar.toString());
    return (file?.conflicted?.result.conflicts ?? []).map((conflict) => ({ sidecar, conflict }));
  });
}

function isChosen(value: unknown): value is Chosen {
  return typeof value === 'object' && value !== null && 'sidecar' in value && 'conflict' in value;
}

/** The file that is meant: given, selected, in front, or the first that there is. */
function fileOf(
  section: ConflictSection,
  tree: ReviewTree,
  argument: unknown,
  others: unknown,
): Uri | undefined {
  if (argument instanceof Uri) return argument;
  const subject = tree.chosen(argument, others)[0]?.subject;
  if (argument !== undefined && (subject?.kind === 'conflict' || subject?.kind === 'conflicts'))
    return subject.sidecar;
  const front = window.activeTextEditor?.document.uri;
  const wanted = front && (articleOf(front) ? front : sidecarOf(front)).toString();
  const files = section.files.map(({ sidecar }) => sidecar);
  return files.find((sidecar) => sidecar.toString() === wanted) ?? files[0];
}

/** One question after another, until nothing is left or somebody has had enough. */
async function resolveAll(sidecar: Uri | undefined, comparisons: Comparisons): Promise<void> {
  if (!sidecar) return void window.setStatusBarMessage(l10n.t('There are no conflicts.'), 4000);
  const later = new Set<string>();
  for (;;) {
    const document = await workspace.openTextDocument(sidecar);
    const conflicted = readConflicted(document.getText());
    if (!conflicted) break;
    const { conflicts } = conflicted.result;
    if (conflicts.length === 0) {
      await write(document, marked(conflicted.input, conflicted.labels));
      break;
    }
    const conflict = conflicts.find((each) => !later.has(conflictKey(each)));
    if (!conflict) return;
    const answer = await ask(conflicted, conflict, conflicts.length);
    if (answer === undefined) return;
    if (answer === 'compare') return compareSides({ sidecar, conflict }, comparisons);
    if (answer === 'later') later.add(conflictKey(conflict));
    else await settle(sidecar, conflictKey(conflict), answer);
  }
  sayDone(sidecar);
}

async function ask(
  conflicted: ConflictedSidecar,
  conflict: MergeConflict,
  count: number,
): Promise<Resolution | 'compare' | 'later' | undefined> {
  const take = (side: Side) => ({
    label: `$(check) ${l10n.t('Take {0}', nameOfSide(conflicted, side))}`,
    detail: versionText(conflict, side),
    answer: side,
  });
  const picks = [
    take('ours'),
    take('theirs'),
    ...(canTakeBoth(conflict)
      ? [{ label: `$(check-all) ${l10n.t('Take both')}`, answer: 'both' as const }]
      : []),
    { label: `$(diff) ${l10n.t('Compare side by side')}`, answer: 'compare' as const },
    { label: `$(debug-step-over) ${l10n.t('Decide later')}`, answer: 'later' as const },
  ];
  const chosen = await window.showQuickPick(picks, {
    title: l10n.t('Conflicts left: {0} · {1}', count, nameOfConflict(conflicted, conflict)),
    placeHolder: nameOfUnit(conflict),
    ignoreFocusOut: true,
  });
  return chosen?.answer;
}

async function settle(sidecar: Uri, key: string, resolution: Resolution): Promise<void> {
  const document = await workspace.openTextDocument(sidecar);
  const conflicted = readConflicted(document.getText());
  const settled = conflicted && resolveConflict(conflicted, key, resolution, () => makeId(randomNumber));
  await write(document, settled);
}

/** Through the buffer, so that it can be undone; to the disk, unless there were unsaved changes before. */
async function write(document: TextDocument, text: string | undefined): Promise<void> {
  const before = document.getText();
  if (text === undefined || text === before) return;
  const { isDirty } = document;
  const { span, text: inserted } = replacementOf(before, text);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, toRange(document, span), inserted);
  if ((await workspace.applyEdit(edit)) && !isDirty) await document.save();
}

function sayDone(sidecar: Uri): void {
  const name = sidecar.path.split('/').at(-1) ?? '';
  window.setStatusBarMessage(l10n.t('{0} has no conflicts any more.', name), 8000);
}

/** The record as each side has it. */
async function compareSides({ sidecar, conflict }: Chosen, comparisons: Comparisons): Promise<void> {
  const document = await workspace.openTextDocument(sidecar);
  const conflicted = readConflicted(document.getText());
  if (!conflicted) return;
  const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => ({
    file: `${nameOfSide(conflicted, side).replace(/[/\\?#]/gu, '-')}.yaml`,
    text: recordText(conflicted.input[side], conflict.id),
  })) as [{ file: string; text: string }, { file: string; text: string }];
  const sides = `${nameOfSide(conflicted, 'ours')} ↔ ${nameOfSide(conflicted, 'theirs')}`;
  await comparisons.show(
    `${sidecar.toString()} ${conflictKey(conflict)}`,
    `${nameOfConflict(conflicted, conflict).slice(0, 60)}: ${sides}`,
    ours,
    theirs,
  );
}

/** The record's lines in one version, without their indentation; of the file itself, what stands before its records. */
function recordText(source: string, id: string | undefined): string {
  const { sections } = parseRecordFile(source, sidecarSections);
  if (id === undefined)
    return source.slice(0, Math.min(source.length, ...sections.map(({ keySpan }) => keySpan.start)));
  const record = sections.flatMap(({ records }) => records).find((each) => each.id === id);
  if (!record) return '';
  const start = lineStart(source, record.span.start);
  const text = source.slice(start, lineAt(source, record.span.end).end);
  const margin = ' '.repeat(record.span.start - start);
  return `${text
    .split(/\r\n?|\n/u)
    .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line))
    .join('\n')}\n`;
}
