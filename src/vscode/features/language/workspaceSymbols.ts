import {
  type Disposable,
  languages,
  Location,
  Range,
  SymbolInformation,
  SymbolKind,
  workspace,
} from 'vscode';

import type { EntityType } from '../../../core/annotation/types';
import { isEntityType } from '../../../core/annotation/types';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import type { FolderKnowledgeFiles } from '../../folderKnowledge';
import { articleOf, sidecarOf } from '../../sidecars/sidecarUri';
import { fullestMention } from '../../speakerPlace';
import { folderMentions } from './folderMentions';

const mostSymbols = 500;

/** Go to symbol in workspace: what open articles name, and the names that people confirmed in the others. */
export function registerWorkspaceSymbols(
  sessions: ArticleSessions,
  knowledge: FolderKnowledgeFiles,
): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: (query, token) => {
      const wanted = fold(query);
      const open = [...sessions.all].flatMap((session) => symbolsOf(session, wanted));
      const symbols = open.slice(0, mostSymbols);
      if (wanted === '') return symbols;
      const seen = new Set<string>();
      for (const { sidecar, form, type } of knowledge.confirmedNames()) {
        if (symbols.length >= mostSymbols || token.isCancellationRequested) break;
        const article = articleOf(sidecar);
        const key = `${sidecar.toString()} ${form}`;
        if (!article || sessions.ofUri(article) || seen.has(key) || !isEntityType(type)) continue;
        if (!matches(fold(form), wanted)) continue;
        seen.add(key);
        // Where in the article, `resolveWorkspaceSymbol` finds out for the one that is chosen.
        const place = new Location(article, new Range(0, 0, 0, 0));
        symbols.push(new SymbolInformation(form, kinds[type], workspace.asRelativePath(article), place));
      }
      return symbols;
    },
    resolveWorkspaceSymbol: async (symbol, token) => {
      const { uri, range } = symbol.location;
      if (range && !range.isEmpty) return symbol;
      const type =
        (Object.keys(kinds) as EntityType[]).find((each) => kinds[each] === symbol.kind) ?? 'person';
      const named = { type, name: symbol.name, aliases: [] };
      const [first] = await folderMentions(named, [sidecarOf(uri)], sessions, token);
      if (first) symbol.location = first;
      return symbol;
    },
  });
}

const kinds: Readonly<Record<EntityType, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  location: SymbolKind.Namespace,
  event: SymbolKind.Event,
  product: SymbolKind.Object,
};

function symbolsOf({ view, document }: ArticleSession, wanted: string): readonly SymbolInformation[] {
  const file = workspace.asRelativePath(document.uri);
  return [...view.entities.values()].flatMap((entity) => {
    const place = fullestMention(view, entity)?.span;
    const names = [entity.name, ...entity.aliases];
    if (!place || !names.some((name) => matches(fold(name), wanted))) return [];
    const location = new Location(document.uri, toRange(document, place));
    return [new SymbolInformation(entity.name, kinds[entity.type], file, location)];
  });
}

/** Whether all letters of the query are there in their order, as the editor's own search has it. */
function matches(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}
