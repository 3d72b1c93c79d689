import { type Disposable, DocumentHighlight, DocumentHighlightKind, languages } from 'vscode';

import type { Span } from '../../../core/util/span';
import type { ArticleView, ViewQuotation } from '../../../core/view/types';
import { articleSelector } from '../../articleSelector';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import { languageId } from '../../ids';
import { quotationsAt } from '../../viewLookup';
import { entityAt, mentionsOf, offsetOf } from './entityAt';

/** At the caret: all mentions of the entity that is named there, or all parts of the quotation, its words of saying and its source. */
export function registerDocumentHighlights(sessions: ArticleSessions): Disposable {
  return languages.registerDocumentHighlightProvider(articleSelector, {
    provideDocumentHighlights: (document, position) => {
      const view = sessions.of(document)?.view;
      const spans = view && spansAt(view, document, position);
      if (spans)
        return spans.map(
          (span) => new DocumentHighlight(toRange(document, span), DocumentHighlightKind.Text),
        );
      // An empty answer keeps the editor from marking the same word everywhere, which in prose is noise; elsewhere that is the user's.
      return document.languageId === languageId ? [] : undefined;
    },
  });
}

function spansAt(
  view: ArticleView,
  ...at: [Parameters<typeof entityAt>[1], Parameters<typeof entityAt>[2]]
): readonly Span[] | undefined {
  const found = entityAt(view, ...at);
  if (found) return mentionsOf(view, found.entity).map(({ span }) => span);
  const quotation = quotationsAt(view, offsetOf(...at)).at(-1);
  return quotation && partsOf(quotation);
}

function partsOf({ content, cue, source }: ViewQuotation): readonly Span[] {
  return [...content, ...(cue ? [cue.span] : []), ...(source ? [source] : [])].filter(
    ({ start, end }) => end > start,
  );
}
