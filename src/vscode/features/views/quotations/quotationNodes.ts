import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { excerpt, shortened } from '../../../../core/view/trees/excerpt';
import type { QuotationGroup, QuotationTree } from '../../../../core/view/trees/quotationTree';
import { hasWords } from '../../../../core/view/trees/speakingRoom';
import { standingOf } from '../../../../core/view/trees/standing';
import { plainLine } from '../../../../core/util/plainLine';
import { hull } from '../../../../core/view/quotations';
import type { ArticleView, ViewQuotation } from '../../../../core/view/types';
import { quotationColors } from '../../../ids';
import { nameOfForm } from '../../../messages';
import { quotationsCount, roomLine, shareOf, wordsCount } from '../../../speakingRoom';
import type { Grown, Scene, TreeNode } from '../articleTree';
import { iconOfStanding, nameOfStanding, openOrDecided } from '../standings';

/** Speakers or states, below each their quotations; or the quotations alone, in the order of the text. */
export function quotationNodes(scene: Scene, { groups, room }: QuotationTree): Grown {
  const flat = groups[0]?.heading.kind === 'none' ? groups[0] : undefined;
  const roots = flat
    ? flat.quotations.map((index) => quotationNode(scene, index, index))
    : groups.map((group) => groupNode(scene, group));
  const message = room.quotations === 0 ? undefined : roomLine(scene.view, room);
  return {
    roots,
    at: (offset, view, isOpen) => nodeAt(roots, view, offset, isOpen),
    ...(message !== undefined && { message }),
  };
}

function nodeAt(
  roots: readonly TreeNode[],
  view: ArticleView,
  offset: number,
  isOpen: (node: TreeNode) => boolean,
): TreeNode | undefined {
  const found = view.quotations.findLast((quotation) => {
    const { start, end } = hull(quotation.content);
    return start <= offset && offset <= end && hasWords(quotation);
  });
  if (!found) return undefined;
  const root = roots.find((node) => node.items(view).includes(found));
  if (!root || root.children().length === 0 || !isOpen(root)) return root;
  return root.children().find((node) => node.items(view).includes(found));
}

function groupNode(scene: Scene, group: QuotationGroup): TreeNode {
  let quotations: readonly TreeNode[] | undefined;
  const { heading } = group;
  const speaker = heading.kind === 'speaker' ? heading.room.speaker : undefined;
  const node: TreeNode = {
    id: group.id,
    entities: speaker === undefined ? [] : [speaker],
    reveals: false,
    children: () =>
      (quotations ??= group.quotations.map((index, at) => quotationNode(scene, index, at, node))),
    items: (view) => quotationsOf(group.quotations, view),
    item: () => groupItem(scene, group),
  };
  return node;
}

function groupItem({ view }: Scene, { heading, quotations }: QuotationGroup): TreeItem {
  const item = new TreeItem(labelOf(heading), TreeItemCollapsibleState.Expanded);
  const isOpen = quotations.some((index) => view.quotations[index]?.status === 'suggested');
  item.contextValue = `${heading.kind === 'speaker' ? 'speaker' : 'group'} ${isOpen ? 'open' : 'decided'}`;
  const count = quotationsCount(quotations.length);
  item.description = count;
  if (heading.kind === 'standing') item.iconPath = iconOfStanding(heading.standing, quotationColors.mark);
  if (heading.kind === 'speaker' || heading.kind === 'open') {
    const { words } = heading.room;
    item.description = `${shareOf(heading.room)} · ${wordsCount(words)} · ${count}`;
    item.iconPath = new ThemeIcon(heading.kind === 'open' ? 'question' : 'account');
  }
  const label = `${labelOf(heading)}: ${item.description}`;
  item.tooltip = label;
  item.accessibilityInformation = { label };
  return item;
}

function labelOf(heading: QuotationGroup['heading']): string {
  if (heading.kind === 'speaker') return plainLine(heading.name).trim() || '…';
  if (heading.kind === 'standing') return nameOfStanding(heading.standing);
  return heading.kind === 'open' ? l10n.t('Speaker open') : '';
}

function quotationNode(scene: Scene, index: number, at: number, parent?: TreeNode): TreeNode {
  return {
    id: `${parent ? `${parent.id}/` : 'quotation '}${at}`,
    ...(parent && { parent }),
    entities: [],
    reveals: true,
    children: () => [],
    items: (view) => quotationsOf([index], view),
    item: () => quotationItem(scene, index, parent === undefined),
  };
}

const shownWords = 120;
const longestTooltip = 600;

function quotationItem({ view, text }: Scene, index: number, isAlone: boolean): TreeItem {
  const quotation = view.quotations[index];
  if (!quotation) return new TreeItem('…');
  const standing = standingOf(quotation);
  const item = new TreeItem(wordsOf(quotation, text, shownWords));
  const speaker = speakersOf(quotation, view);
  item.iconPath = iconOfStanding(standing, quotationColors.mark);
  item.description = isAlone ? speaker : nameOfForm(quotation.form);
  item.contextValue = `quotation ${openOrDecided(standing)}`;
  const facts = `${speaker}, ${nameOfForm(quotation.form)}, ${nameOfStanding(standing)}`;
  const cue = quotation.cue && l10n.t('Words of saying: “{0}”', shortened(text, quotation.cue.span));
  const could = couldBe(quotation, view);
  const words = wordsOf(quotation, text, longestTooltip);
  item.tooltip = [words, facts, could, cue].filter((line) => line !== undefined).join('\n');
  item.accessibilityInformation = { label: `${facts}: ${words}` };
  return item;
}

/** All parts, with an ellipsis where words of the article are between them. */
function wordsOf({ content, form }: ViewQuotation, text: string, limit: number): string {
  const parts = content.filter(({ start, end }) => end > start).map((part) => shortened(text, part, limit));
  const words = parts.join(' […] ');
  const cut = words.length > limit ? `${words.slice(0, limit)}…` : words;
  if (cut === '') return excerpt(text, hull(content)).text || '…';
  return form === 'indirect' ? cut : `« ${cut} »`;
}

function speakersOf({ speakers }: ViewQuotation, { entities }: ArticleView): string {
  const names = speakers.map((key) => plainLine(entities.get(key)?.name ?? key).trim());
  return names.length > 0 ? names.join(', ') : l10n.t('Speaker open');
}

function couldBe({ speakers, candidates }: ViewQuotation, { entities }: ArticleView): string | undefined {
  const names = candidates.slice(0, 3).map(({ entity }) => plainLine(entities.get(entity)?.name ?? entity));
  return speakers.length === 0 && names.length > 0 ? l10n.t('It could be {0}.', names.join(', ')) : undefined;
}

function quotationsOf(indices: readonly number[], view: ArticleView): readonly ViewQuotation[] {
  return indices.flatMap((index) => {
    const quotation = view.quotations[index];
    return quotation && hasWords(quotation) ? [quotation] : [];
  });
}
