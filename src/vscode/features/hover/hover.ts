import { type Disposable, Hover, languages } from 'vscode';

import type { ViewMention, ViewQuotation } from '../../../core/view/types';
import type { ArticleSessions } from '../../articleSessions';
import { toRange, toSpan } from '../../convert';
import { articleSelector } from '../../articleSelector';
import { mentionsAt, quotationsAt } from '../../viewLookup';
import { Range } from 'vscode';
import { entityCard } from './entityCard';
import { quotationCard } from './quotationCard';

/** Cards for the innermost name at a place and the innermost quotation around it. */
export function registerHover(sessions: ArticleSessions): Disposable {
  return languages.registerHoverProvider(articleSelector, {
    provideHover: (document, position) => {
      const session = sessions.of(document);
      if (!session) return undefined;
      const place = toSpan(document, new Range(position, position));
      const mention = mentionsAt(session.view, place).findLast(isVisible);
      const quotation = quotationsAt(session.view, place).at(-1);
      const shown = mention?.span ?? partAt(quotation, place.start);
      if (!shown) return undefined;
      const cards = [
        ...(mention ? [entityCard(session, mention)] : []),
        ...(quotation ? [quotationCard(session, quotation)] : []),
      ];
      return new Hover(cards, toRange(document, shown));
    },
  });
}

function isVisible({ span }: ViewMention): boolean {
  return span.end > span.start;
}

function partAt(quotation: ViewQuotation | undefined, offset: number) {
  return (
    quotation?.content.find(({ start, end }) => start <= offset && offset <= end) ?? quotation?.content[0]
  );
}
