import { commands as registry, Disposable, l10n, QuickPickItemKind, window } from 'vscode';

import { isEntityType, type MentionType, mentionTypes } from '../../../core/annotation/types';
import { confirm, reject } from '../../../core/view/decisions/confirm';
import { correctType } from '../../../core/view/decisions/correctType';
import type { ViewEntity, ViewMention, ViewQuotation } from '../../../core/view/types';
import { decide } from '../../decisions';
import { commands, internalCommands } from '../../ids';
import { iconOfType, nameOfType } from '../../messages';
import { revealPlace } from '../../revealPlace';
import { placeOf } from '../../targets';
import type { ArticleTree, TreeNode } from './articleTree';
import { type Chosen, chosenIn, unite } from './itemDecisions';

interface Choice extends Chosen {
  readonly tree: ArticleTree;
}

/** Commands on what is chosen in a tree: by a button or menu of a node, or by a key, whose argument names the view. */
export function registerItemCommands(trees: readonly ArticleTree[]): Disposable {
  const on = (id: string, act: (choice: Choice) => Promise<void>): Disposable =>
    registry.registerCommand(id, async (argument: unknown, selected: unknown) => {
      const choice = await choiceOf(trees, argument, selected);
      if (choice) await act(choice);
    });
  const confirmThem = ({ session, items }: Choice) => decide(session, confirm(items.filter(isOpen)));
  const rejectThem = ({ session, items }: Choice) => decide(session, reject(items));
  return Disposable.from(
    on(commands.confirmItems, confirmThem),
    on(commands.confirmAllItems, confirmThem),
    on(commands.rejectItems, rejectThem),
    on(commands.rejectAllItems, rejectThem),
    on(commands.correctItemsType, chooseType),
    on(commands.mergeItems, chooseEntity),
    on(commands.goToFirstMention, (choice) => show(choice, false)),
    on(commands.showItem, (choice) => show(choice, false)),
    registry.registerCommand(internalCommands.revealNode, async (view: unknown, id: unknown) => {
      const tree = trees.find((each) => each.id === view);
      const chosen = tree && typeof id === 'string' ? await chosenIn(tree, [id]) : undefined;
      if (tree && chosen) await show({ ...chosen, tree }, true);
    }),
  );
}

/** The node, with all that are selected when it is among them; without a node, what is selected in the view. */
async function choiceOf(
  trees: readonly ArticleTree[],
  argument: unknown,
  selected: unknown,
): Promise<Choice | undefined> {
  const nodes = Array.isArray(selected) && selected.includes(argument) ? selected : [argument];
  const named = trees.find(({ id }) => id === argument);
  const ids = named ? named.view.selection.map(({ id }) => id) : nodes.filter(isNode).map(({ id }) => id);
  const tree = named ?? trees.find((each) => ids.some((id) => each.find(id) !== undefined));
  const chosen = tree && (await chosenIn(tree, ids));
  return tree && chosen && { ...chosen, tree };
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

function isOpen({ status }: ViewMention | ViewQuotation): boolean {
  return status === 'suggested';
}

/** Shows the first place in the article; the keyboard stays in the tree, or goes to the editor. */
async function show({ tree, session, items }: Choice, preserveFocus: boolean): Promise<void> {
  const [first] = items;
  if (!first) return;
  const atStart = first.kind === 'quotation';
  const place = placeOf(first);
  tree.ignoreSelection(atStart ? { start: place.start, end: place.start } : place);
  await revealPlace(session, place, { preserveFocus, atStart });
}

async function chooseType({ session, items }: Choice): Promise<void> {
  const mentions = items.filter((item): item is ViewMention => item.kind === 'mention');
  const [first] = mentions;
  if (!first) return;
  const isTime = !isEntityType(first.type);
  const picks = mentionTypes
    .filter((type) => mentions.length === 1 || isEntityType(type) === !isTime)
    .filter((type) => mentions.some((mention) => mention.type !== type))
    .map((type) => ({ label: `$(${iconOfType(type)}) ${nameOfType(type)}`, type }));
  const words = session.document.getText().slice(first.span.start, first.span.end);
  const chosen = await window.showQuickPick<{ readonly label: string; readonly type: MentionType }>(picks, {
    title: mentions.length === 1 ? words : l10n.t('{0}, in {1} places', words, mentions.length),
    placeHolder: l10n.t('What do these words name?'),
  });
  if (chosen) await decide(session, correctType(mentions, chosen.type));
}

interface EntityPick {
  readonly label: string;
  readonly description?: string;
  readonly kind?: QuickPickItemKind;
  readonly key?: string;
}

/** Who or what the chosen ones are: those of their type first, the most frequent first. */
async function chooseEntity({ tree, session, nodes, items }: Choice): Promise<void> {
  const mentions = items.filter((item): item is ViewMention => item.kind === 'mention');
  const type = mentions[0]?.type;
  const own = new Set(nodes.flatMap(({ entities }) => entities));
  const others = [...session.view.entities.values()]
    .filter(({ key, mentions: places }) => !own.has(key) && places.length > 0)
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
  const pick = (entity: ViewEntity): EntityPick => ({
    label: `$(${iconOfType(entity.type)}) ${entity.name}`,
    description: `${nameOfType(entity.type)}, ${entity.mentions.length}`,
    key: entity.key,
  });
  const [alike, unlike] = [
    others.filter((entity) => entity.type === type),
    others.filter((entity) => entity.type !== type),
  ];
  const picks: readonly EntityPick[] = [
    ...alike.map(pick),
    ...(unlike.length > 0 ? [{ label: l10n.t('Other types'), kind: QuickPickItemKind.Separator }] : []),
    ...unlike.map(pick),
  ];
  const ids = nodes.map(({ id }) => id);
  const chosen = await window.showQuickPick(picks, {
    title: l10n.t('The Same as…'),
    placeHolder: l10n.t('Which name stays?'),
    matchOnDescription: true,
  });
  if (chosen?.key !== undefined) await unite(tree, ids, chosen.key);
}
