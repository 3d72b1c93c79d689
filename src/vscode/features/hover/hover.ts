import { type Disposable, Hover, languages, type Position, Range, type TextDocument } from 'vscode';

import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import { articleSelector } from '../../articleSelector';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange, toSpan } from '../../convert';
import { mentionsAt, quotationsAt } from '../../viewLookup';
import { type CardSources, entityCard } from './entityCard';
import { pictureOf } from './picture';
import { quotationCard } from './quotationCard';

/** Cards for the innermost name at a place and the innermost quotation around it. */
export function registerHover(sessions: ArticleSessions, sources: CardSources): Disposable {
  return languages.registerHoverProvider(articleSelector, {
    provideHover: async (document, position) => {
      const session = sessions.of(document);
      if (!session) return undefined;
      const { version } = document;
      const picture = await pictureAt(session, position);
      // The text may be another one by now; the view may be another one too, so it is asked again.
      return document.version === version ? hoverAt(session, position, sources, picture) : undefined;
    },
  });
}

function hoverAt(
  session: ArticleSession,
  position: Position,
  sources: CardSources,
  picture: string | undefined,
): Hover | undefined {
  const { document, view } = session;
  const place = placeAt(document, position);
  const mention = mentionAt(session, position);
  const quotation = quotationsAt(view, place).at(-1);
  const shown = mention?.span ?? partAt(quotation, place.start);
  if (!shown) return undefined;
  const cards = [
    ...(mention ? [entityCard(session, mention, sources, picture)] : []),
    ...(quotation ? [quotationCard(session, quotation)] : []),
  ];
  return new Hover(cards, toRange(document, shown));
}

async function pictureAt(session: ArticleSession, position: Position): Promise<string | undefined> {
  const key = mentionAt(session, position)?.entity;
  const entry = key === undefined ? undefined : session.view.entities.get(key)?.register?.entity;
  return entry && pictureOf(entry);
}

function mentionAt({ document, view }: ArticleSession, position: Position): ViewMention | undefined {
  return mentionsAt(view, placeAt(document, position)).findLast(({ span }) => span.end > span.start);
}

function placeAt(document: TextDocument, position: Position) {
  return toSpan(document, new Range(position, position));
}

function partAt(quotation: ViewQuotation | undefined, offset: number) {
  return (
    quotation?.content.find(({ start, end }) => start <= offset && offset <= end) ?? quotation?.content[0]
  );
}
