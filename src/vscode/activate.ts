import type { ExtensionContext } from 'vscode';

import { Articles } from './articles';
import { ArticleSessions } from './articleSessions';
import { ConfigFiles } from './configFiles';
import { features } from './features/features';
import { ArticleViews } from './features/views/views';
import { FolderKnowledgeFiles } from './folderKnowledge';
import type { GitPort } from './gitPort';
import { Language } from './language';
import { BufferMerge } from './sidecars/bufferMerge';
import { RegisterFiles } from './registers/registerFiles';
import { SidecarFiles } from './sidecars/sidecarFiles';
import type { ReplaceFile } from './sidecars/replaceFile';
import { Sidecars } from './sidecars/sidecars';

/** What `activate` hands to other extensions and to the tests. */
export interface VerbatimApi {
  /** The version of the running extension, as in its manifest. */
  readonly version: string;
  /** The open articles. */
  readonly sessions: ArticleSessions;
  /** The views of the article in front. */
  readonly views: ArticleViews;
}

/** What the hosts do differently. */
export interface HostParts {
  readonly replaceFile: ReplaceFile;
  /** Only where programs can be run. */
  readonly git?: GitPort;
}

/** Puts the extension together: the same in all hosts but for their parts. Reads no file until an article is open. */
export function activateIn(context: ExtensionContext, { replaceFile, git }: HostParts): VerbatimApi {
  const manifest = context.extension.packageJSON as { readonly version: string };
  const config = new ConfigFiles();
  const articles = new Articles(config, context.workspaceState);
  const sidecars = new Sidecars(context.workspaceState, replaceFile, () => articles.recheck());
  const language = new Language(context.extensionUri);
  const knowledge = new FolderKnowledgeFiles(context.storageUri);
  const files = new SidecarFiles(replaceFile);
  const registers = new RegisterFiles(config, files);
  const sessions = new ArticleSessions(articles, language, sidecars, knowledge, registers);
  const parts = {
    config,
    articles,
    sidecars,
    sessions,
    context,
    files,
    knowledge,
    registers,
    ...(git && { git }),
  };
  context.subscriptions.push(new BufferMerge(files));
  context.subscriptions.push(config, articles, sidecars, knowledge, registers, sessions);
  for (const register of features) context.subscriptions.push(register(parts));
  const views = new ArticleViews(parts);
  context.subscriptions.push(views);
  return { version: manifest.version, sessions, views };
}
