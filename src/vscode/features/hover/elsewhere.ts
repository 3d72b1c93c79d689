import { env, l10n, workspace } from 'vscode';

import { escapeMarkdown } from '../../../core/util/markdown';
import type { ViewEntity } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import type { Elsewhere, FolderKnowledgeFiles } from '../../folderKnowledge';
import { internalCommands } from '../../ids';
import { commandLink } from './links';
import { shownDate } from './shownDate';

const mostArticles = 3;
const longestSaid = 90;

/** Other articles that name the entity, by the decisions of their sidecars, and what it said there; the latest first. */
export function elsewhere(
  session: ArticleSession,
  { type, name, register, wikidata }: ViewEntity,
  knowledge: FolderKnowledgeFiles,
): string | undefined {
  const entry = register?.entity;
  const item = wikidata ?? entry?.identifiers.wikidata;
  const found = knowledge.elsewhere(session.document.uri, {
    type,
    name: entry?.name ?? name,
    ...(entry && { register: entry.id }),
    ...(item !== undefined && { wikidata: item }),
  });
  if (found.length === 0) return undefined;
  const lines = found.slice(0, mostArticles).map(lineOf);
  const rest = found.length - lines.length;
  const more = rest > 0 ? `\n- ${l10n.t('and {0} more', rest)}` : '';
  return `${l10n.t('In other articles:')}\n${lines.join('\n')}${more}`;
}

function lineOf({ article, date, entity, by }: Elsewhere): string {
  const file = escapeMarkdown(article.path.split('/').at(-1) ?? '');
  const title = escapeMarkdown(workspace.asRelativePath(article));
  const link = commandLink(file, internalCommands.openArticle, article.toString(), title);
  const day = date === undefined ? undefined : shownDate(date, env.language);
  const [said] = entity.said;
  const words = said === undefined ? undefined : `« ${escapeMarkdown(said, longestSaid)} »`;
  const mentions = entity.mentions === 1 ? l10n.t('named once') : l10n.t('named {0} times', entity.mentions);
  return `- ${[
    link,
    day && escapeMarkdown(day),
    by === 'name' ? l10n.t('by the same name') : undefined,
    words ?? mentions,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')}`;
}
