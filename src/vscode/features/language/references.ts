import {
  type CancellationToken,
  type Disposable,
  languages,
  Location,
  type Position,
  type TextDocument,
} from 'vscode';

import { articleSelector } from '../../articleSelector';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import type { FolderKnowledgeFiles } from '../../folderKnowledge';
import { hull } from '../../../core/view/quotations';
import { sidecarOf } from '../../sidecars/sidecarUri';
import { quotationsAt } from '../../viewLookup';
import { entityAt, mentionsOf, offsetOf } from './entityAt';
import { folderMentions } from './folderMentions';

/** Find all references: every mention of the entity here, and those that people confirmed in other articles of the workspace. */
export function registerReferences(sessions: ArticleSessions, knowledge: FolderKnowledgeFiles): Disposable {
  return languages.registerReferenceProvider(articleSelector, {
    provideReferences: async (document, position, _context, token) => {
      const session = sessions.of(document);
      if (!session) return [];
      await session.whenAnalysed(token);
      return referencesOf(session, document, position, { sessions, knowledge, token });
    },
  });
}

interface Where {
  readonly sessions: ArticleSessions;
  readonly knowledge: FolderKnowledgeFiles;
  readonly token: CancellationToken;
}

async function referencesOf(
  { view }: ArticleSession,
  document: TextDocument,
  position: Position,
  { sessions, knowledge, token }: Where,
): Promise<Location[]> {
  const found = entityAt(view, document, position);
  if (!found) return quotationsOfSpeaker(view, document, position);
  const here = mentionsOf(view, found.entity).map(
    ({ span }) => new Location(document.uri, toRange(document, span)),
  );
  const own = sidecarOf(document.uri).toString();
  const others = knowledge
    .sidecarsConfirming([found.entity.name, ...found.entity.aliases])
    .filter((sidecar) => sidecar.toString() !== own);
  return [...here, ...(await folderMentions(found.entity, others, sessions, token))];
}

/** In a quotation outside any name: all that its speakers say in the article. */
function quotationsOfSpeaker(
  view: ArticleSession['view'],
  document: TextDocument,
  position: Position,
): Location[] {
  const quotation = quotationsAt(view, offsetOf(document, position)).at(-1);
  const speakers = new Set(quotation?.speakers);
  return view.quotations
    .filter((each) => each === quotation || each.speakers.some((key) => speakers.has(key)))
    .map(({ content }) => hull(content))
    .filter(({ start, end }) => end > start)
    .map((span) => new Location(document.uri, toRange(document, span)));
}
