import { type Disposable, languages, type LocationLink, Range } from 'vscode';

import { articleSelector } from '../../articleSelector';
import type { ArticleSessions } from '../../articleSessions';
import { toRange, toSpan } from '../../convert';
import { fullestMention, speakerPlace } from '../../speakerPlace';
import { mentionsAt, quotationsAt } from '../../viewLookup';

/** Go to definition: from a name to where the article names it in full, from a quotation to who speaks. */
export function registerDefinition(sessions: ArticleSessions): Disposable {
  return languages.registerDefinitionProvider(articleSelector, {
    provideDefinition: (document, position): LocationLink[] => {
      const view = sessions.of(document)?.view;
      if (!view) return [];
      const at = toSpan(document, new Range(position, position));
      const mention = mentionsAt(view, at).at(-1);
      const entity = mention?.entity === undefined ? undefined : view.entities.get(mention.entity);
      const quotation = quotationsAt(view, at).at(-1);
      const target = entity ? fullestMention(view, entity)?.span : quotation && speakerPlace(view, quotation);
      const origin = entity
        ? mention?.span
        : quotation?.content.find(({ start, end }) => start <= at.start && at.start <= end);
      if (!target) return [];
      return [
        {
          targetUri: document.uri,
          targetRange: toRange(document, target),
          ...(origin && { originSelectionRange: toRange(document, origin) }),
        },
      ];
    },
  });
}
