import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';

import { isPlainList, isPlainMap, type PlainMap, type PlainValue } from '../../../core/annotation/plain';
import { type ConflictedSidecar, readConflicted } from '../../../core/merge/conflictedSidecar';
import { canTakeBoth } from '../../../core/merge/resolveConflict';
import { conflictKey, type MergeConflict, type Side } from '../../../core/merge/types';
import { parseRecordFile } from '../../../core/sidecar/parseRecordFile';
import { fieldOf } from '../../../core/sidecar/recordFile';
import { conflictMarker } from '../../../core/sidecar/refusal';
import { sidecarSections } from '../../../core/sidecar/sidecar';
import type { ArticleSessions } from '../../articleSessions';
import { commands } from '../../ids';
import { articleOf } from '../../sidecars/sidecarUri';
import type { ReviewNode, ReviewSection } from './section';

const pauseMs = 250;

/** A sidecar that holds conflict markers; `conflicted` is missing where they could not be taken apart. */
export interface ConflictFile {
  readonly sidecar: Uri;
  readonly conflicted?: ConflictedSidecar;
}

/** Conflicts of the sidecars of open articles, and of those that are open themselves: record by record. */
export class ConflictSection implements ReviewSection {
  readonly id = 'conflicts';
  readonly title = l10n.t('Conflicts');
  readonly icon = new ThemeIcon('git-merge', new ThemeColor('list.errorForeground'));
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #sessions: ArticleSessions;
  readonly #parts: Disposable;
  #files: readonly ConflictFile[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: ArticleSessions) {
    this.#sessions = sessions;
    const later = (): void => {
      this.#timer ??= setTimeout(() => this.#look(), pauseMs);
    };
    const ifSidecar = (document: TextDocument): void => {
      if (articleOf(document.uri)) later();
    };
    this.#parts = Disposable.from(
      this.#changed,
      sessions.onDidChange(({ change }) => {
        if (change === 'content') later();
      }),
      sessions.onDidChangeList(later),
      workspace.onDidOpenTextDocument(ifSidecar),
      workspace.onDidCloseTextDocument(ifSidecar),
      workspace.onDidChangeTextDocument(({ document }) => ifSidecar(document)),
    );
    later();
  }

  get files(): readonly ConflictFile[] {
    return this.#files;
  }

  nodes(): readonly ReviewNode[] {
    return this.#files.map(fileNode);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#parts.dispose();
  }

  #look(): void {
    this.#timer = undefined;
    const found = new Map<string, ConflictFile>();
    for (const { sidecar } of this.#sessions.all) {
      if (!sidecar.uri || sidecar.current.readOnly !== 'conflict') continue;
      found.set(sidecar.uri.toString(), {
        sidecar: sidecar.uri,
        ...(sidecar.conflicted && { conflicted: sidecar.conflicted }),
      });
    }
    for (const document of workspace.textDocuments) {
      const key = document.uri.toString();
      if (found.has(key) || !articleOf(document.uri) || !isOwn(document)) continue;
      const text = document.getText();
      if (conflictMarker(text) === undefined) continue;
      const conflicted = readConflicted(text);
      found.set(key, { sidecar: document.uri, ...(conflicted && { conflicted }) });
    }
    const before = this.#files.length;
    this.#files = [...found.values()];
    if (before + this.#files.length > 0) this.#changed.fire();
  }
}

/** Not an older version that git shows. */
function isOwn({ uri }: TextDocument): boolean {
  return uri.scheme !== 'git';
}

function fileNode({ sidecar, conflicted }: ConflictFile): ReviewNode {
  const key = sidecar.toString();
  const label = articleOf(sidecar)?.path.split('/').at(-1) ?? '';
  if (!conflicted)
    return {
      key,
      label,
      description: l10n.t('cannot be taken apart'),
      tooltip: l10n.t(
        'The conflict markers are not in pairs, or a version is not understood: mend the text.',
      ),
      icon: new ThemeIcon('error'),
      context: 'conflicts broken',
      command: { command: 'vscode.open', title: '', arguments: [sidecar] },
    };
  const { conflicts } = conflicted.result;
  const subject = { kind: 'conflicts', sidecar } as const;
  const icon = new ThemeIcon('file');
  if (conflicts.length === 0)
    return {
      key,
      label,
      description: l10n.t('both sides fit together'),
      icon,
      context: 'conflicts none',
      command: { command: commands.resolveConflicts, title: '', arguments: [sidecar] },
      subject,
    };
  const children = conflicts.map((conflict) => conflictNode(sidecar, conflicted, conflict));
  return { key, label, description: String(conflicts.length), icon, context: 'conflicts', subject, children };
}

function conflictNode(sidecar: Uri, conflicted: ConflictedSidecar, conflict: MergeConflict): ReviewNode {
  return {
    key: `${sidecar.toString()} ${conflictKey(conflict)}`,
    label: nameOfConflict(conflicted, conflict),
    description: `${nameOfUnit(conflict)}: ${versionText(conflict, 'ours')} ↔ ${versionText(conflict, 'theirs')}`,
    tooltip: (['ours', 'theirs'] as const)
      .map((side) => `${nameOfSide(conflicted, side)}: ${versionText(conflict, side)}`)
      .join('\n'),
    icon: new ThemeIcon('git-compare'),
    context: canTakeBoth(conflict) ? 'conflict both' : 'conflict',
    command: { command: commands.compareSides, title: '', arguments: [{ sidecar, conflict }] },
    subject: { kind: 'conflict', sidecar, conflict },
  };
}

/** What the conflict is about: the words of a decision, or the name of an entity. */
export function nameOfConflict({ input, result }: ConflictedSidecar, { id }: MergeConflict): string {
  if (id === undefined) return l10n.t('the file itself');
  for (const source of [result.source ?? '', input.ours, input.theirs]) {
    const { sections } = parseRecordFile(source, sidecarSections);
    const record = sections.flatMap(({ records }) => records).find((each) => each.id === id);
    const value =
      record && ['name', 'exact', 'content'].map((key) => fieldOf(record, key)?.value).find(Boolean);
    if (value !== undefined) return shown(value);
  }
  return id;
}

export function nameOfSide({ labels }: ConflictedSidecar, side: Side): string {
  return labels[side] ?? (side === 'ours' ? l10n.t('ours') : l10n.t('theirs'));
}

export function nameOfUnit(conflict: MergeConflict): string {
  if (conflict.kind === 'deleted') return l10n.t('deleted or edited');
  const names: Readonly<Record<string, string>> = {
    decision: l10n.t('the decision'),
    words: l10n.t('the words'),
    attribution: l10n.t('who speaks'),
    check: l10n.t('the check'),
    note: l10n.t('the note'),
    entity: l10n.t('whom it names'),
    name: l10n.t('the name'),
    form: l10n.t('the form'),
    cue: l10n.t('the words of saying'),
  };
  return names[conflict.unit] ?? conflict.unit;
}

/** One side's version in a few words. */
export function versionText(conflict: MergeConflict, side: Side): string {
  if (conflict.kind === 'deleted') return conflict.by === side ? l10n.t('deleted') : l10n.t('edited');
  const values = Object.values(conflict[side]).map(shown).filter(Boolean);
  return values.length > 0 ? values.join(', ') : '–';
}

const longest = 80;

function shown(value: PlainValue): string {
  const text = isPlainMap(value)
    ? wordsOf(value)
    : isPlainList(value)
      ? value.map(shown).join(' […] ')
      : String(value ?? '');
  const line = text.replace(/\s+/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function wordsOf(map: PlainMap): string {
  if (typeof map.exact === 'string') return map.exact;
  return Object.values(map).map(shown).filter(Boolean).join(', ');
}
