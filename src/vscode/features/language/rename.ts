import { type Disposable, languages, l10n, type TextDocument, WorkspaceEdit } from 'vscode';

import { editSidecar } from '../../../core/sidecar/editSidecar';
import { runSteps } from '../../../core/util/steps';
import { renameRecord } from '../../../core/view/decisions/renameRecord';
import { readNewName } from '../../../core/view/rename/newName';
import { renameAcronym, renameEntity, type RenameEdit } from '../../../core/view/rename/renameEntity';
import type { ViewEntity } from '../../../core/view/types';
import { articleSelector } from '../../articleSelector';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import type { RegisterFiles } from '../../registers/registerFiles';
import { renameInRegister } from '../register/renameInRegister';
import { entityAt, type FoundEntity } from './entityAt';
import { linesOf } from './linesOf';

/**
 * Rename symbol: the entity gets another name in all its mentions, each form by its like; what is not certain has to be ticked in
 * the preview. The annotations follow as they follow any edit, and the sidecar's name of the entity goes along; the register's when it is
 * ticked.
 */
export function registerRename(sessions: ArticleSessions, registers: RegisterFiles): Disposable {
  return languages.registerRenameProvider(articleSelector, {
    prepareRename: (document, position) => {
      const found = findNamed(sessions, document, position);
      return {
        range: toRange(document, found.mention.span),
        placeholder: isAcronym(document, found) ? (found.entity.acronym ?? '') : found.entity.name,
      };
    },
    provideRenameEdits: async (document, position, typed) => {
      const found = findNamed(sessions, document, position);
      const { view } = found.session;
      const text = document.getText();
      const alone = isAcronym(document, found);
      const edits = (alone ? renameAcronym : renameEntity)(text, view, found.entity, typed);
      if (!edits) throw new Error(l10n.t('This is no name.'));
      const edit = new WorkspaceEdit();
      for (const each of edits) addEdit(edit, document, each);
      if (!alone) renameInSidecar(edit, found.session, found.entity, typed, applied(text, edits));
      const name = alone ? undefined : readNewName(typed)?.name;
      if (name !== undefined) await renameInRegister(edit, document.uri, found.entity, name, registers);
      return edit;
    },
  });
}

function findNamed(
  sessions: ArticleSessions,
  ...at: [TextDocument, Parameters<typeof entityAt>[2]]
): FoundEntity & { readonly session: ArticleSession } {
  const session = sessions.of(at[0]);
  const found = session && entityAt(session.view, ...at);
  if (!found || !['name', 'acronym'].includes(found.mention.form))
    throw new Error(l10n.t('There is no name here that could be changed.'));
  return { ...found, session };
}

/** On an acronym, the acronym is renamed; the name stays. */
function isAcronym(document: TextDocument, { mention, entity }: FoundEntity): boolean {
  const words = document.getText(toRange(document, mention.span));
  return words === entity.acronym && words !== entity.name;
}

function addEdit(
  edit: WorkspaceEdit,
  document: TextDocument,
  { replacements, part, certain }: RenameEdit,
): void {
  const labels: Readonly<Record<RenameEdit['part'], string>> = {
    name: l10n.t('Full name'),
    surname: l10n.t('Surname'),
    givenName: l10n.t('Given name'),
    acronym: l10n.t('Acronym'),
    part: l10n.t('Part of the name'),
    unmarked: l10n.t('The name where it is not marked'),
  };
  const metadata = { needsConfirmation: !certain, label: labels[part] };
  for (const { span, text } of replacements)
    edit.replace(document.uri, toRange(document, span), text, metadata);
}

function applied(text: string, edits: readonly RenameEdit[]): string {
  return edits
    .flatMap(({ replacements }) => replacements)
    .reduceRight(
      (done, { span, text: fresh }) => done.slice(0, span.start) + fresh + done.slice(span.end),
      text,
    );
}

/** Part of the same edit, so that it is previewed, made and undone together. Not while decisions are on their way to the file. */
function renameInSidecar(
  edit: WorkspaceEdit,
  { sidecar, view, placed }: ArticleSession,
  { record }: ViewEntity,
  typed: string,
  text: string,
): void {
  const name = readNewName(typed)?.name;
  if (!sidecar.uri || !sidecar.exists || sidecar.pending.length > 0) return;
  if (record === undefined || name === undefined || sidecar.current.readOnly !== undefined) return;
  const { source, annotations: records, entities } = sidecar.current;
  const sources = { text, view, placed, records, entities, random: () => 0 };
  const changed = editSidecar(sidecar.current, runSteps(renameRecord(record, name)(sources)));
  if (!('source' in changed)) return;
  const { start, end, inserted } = difference(source, changed.source);
  edit.replace(sidecar.uri, linesOf(source).rangeOf({ start, end }), inserted, {
    needsConfirmation: false,
    label: l10n.t('Annotations file'),
  });
}

/** The smallest stretch that makes one text of the other. */
function difference(before: string, after: string): { start: number; end: number; inserted: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, inserted: after.slice(start, after.length - tail) };
}
