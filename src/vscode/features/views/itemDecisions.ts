import type { Decision } from '../../../core/view/decisions/decision';
import { linkMention } from '../../../core/view/decisions/linkMention';
import { mergeEntities } from '../../../core/view/decisions/mergeEntities';
import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { decide } from '../../decisions';
import type { ArticleTree, TreeNode } from './articleTree';

/** What is chosen in a tree, as the article stands now. */
export interface Chosen {
  readonly session: ArticleSession;
  readonly nodes: readonly TreeNode[];
  /** Each once, in text order. */
  readonly items: readonly (ViewMention | ViewQuotation)[];
}

/** Finds nodes by their ids in the tree as it is by now: between a look and a click the article may have changed. */
export async function chosenIn(tree: ArticleTree, ids: readonly string[]): Promise<Chosen | undefined> {
  await tree.current();
  const { session, basis } = tree;
  if (!session || !basis) return undefined;
  const nodes = ids.flatMap((id) => tree.find(id) ?? []);
  const items = new Set(nodes.flatMap((node) => node.items(basis)));
  return nodes.length > 0 ? { session, nodes, items: [...items].toSorted(byPlace) } : undefined;
}

/** The entities among the nodes are the entity `into`; other mentions name it. */
export async function unite(tree: ArticleTree, ids: readonly string[], into: string): Promise<void> {
  const chosen = await chosenIn(tree, ids);
  const basis = tree.basis;
  if (!chosen || !basis) return;
  const entities = chosen.nodes.flatMap(({ entities: keys }) => keys);
  const loose = chosen.nodes
    .filter(({ entities: keys }) => keys.length === 0)
    .flatMap((node) => node.items(basis))
    .filter((item): item is ViewMention => item.kind === 'mention');
  const decisions: Decision[] = [];
  if (entities.some((key) => key !== into)) decisions.push(mergeEntities(entities, into));
  if (loose.length > 0) decisions.push(linkMention(loose, into));
  for (const decision of decisions) await decide(chosen.session, decision);
}

function byPlace(a: ViewMention | ViewQuotation, b: ViewMention | ViewQuotation): number {
  return startOf(a) - startOf(b);
}

function startOf(item: ViewMention | ViewQuotation): number {
  return item.kind === 'mention' ? item.span.start : (item.content[0]?.start ?? 0);
}
