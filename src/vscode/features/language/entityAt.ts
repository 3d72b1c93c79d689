import { type Position, Range, type TextDocument } from 'vscode';

import type { Span } from '../../../core/util/span';
import type { ArticleView, ViewEntity, ViewMention } from '../../../core/view/types';
import { toSpan } from '../../convert';
import { mentionsAt } from '../../viewLookup';

export interface FoundEntity {
  readonly mention: ViewMention;
  readonly entity: ViewEntity;
}

/** The entity that the innermost words at a position name. */
export function entityAt(
  view: ArticleView,
  document: TextDocument,
  position: Position,
): FoundEntity | undefined {
  const mention = mentionsAt(view, offsetOf(document, position)).findLast(isNaming);
  const entity = mention && view.entities.get(mention.entity as string);
  return entity && { mention, entity };
}

/** The mentions of an entity that have a place, in text order. */
export function mentionsOf(view: ArticleView, { mentions }: ViewEntity): readonly ViewMention[] {
  return mentions.flatMap((index) => view.mentions[index] ?? []).filter(hasPlace);
}

export function offsetOf(document: TextDocument, position: Position): Span {
  return toSpan(document, new Range(position, position));
}

function isNaming(mention: ViewMention): boolean {
  return mention.entity !== undefined && hasPlace(mention);
}

function hasPlace({ span }: ViewMention): boolean {
  return span.end > span.start;
}
