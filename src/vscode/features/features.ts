import type { Disposable, ExtensionContext } from 'vscode';

import type { Articles } from '../articles';
import type { ArticleSessions } from '../articleSessions';
import type { ConfigFiles } from '../configFiles';
import type { GitPort } from '../gitPort';
import type { FolderKnowledgeFiles } from '../folderKnowledge';
import type { RegisterFiles } from '../registers/registerFiles';
import type { SidecarFiles } from '../sidecars/sidecarFiles';
import type { Sidecars } from '../sidecars/sidecars';
import { registerArticleSummary } from './articleSummary';
import { registerContextKeys } from './contextKeys';
import { registerDecisionCommands } from './decisionCommands';
import { registerCodeActions } from './language/codeActions';
import { registerCompletion } from './language/completion';
import { registerDefinition } from './language/definition';
import { registerDocumentHighlights } from './language/documentHighlights';
import { registerEntityActions } from './language/entityActions';
import { registerDesk } from './desk/desk';
import { registerExport } from './exportArticle';
import { registerOpenSample } from './firstMinute/openSample';
import { registerReportIssue } from './firstMinute/reportIssue';
import { registerFactCheck } from './factCheck/factCheck';
import { registerHover } from './hover/hover';
import { registerNavigationCommands } from './navigationCommands';
import { registerOutline } from './language/outline';
import { registerReferences } from './language/references';
import { registerRename } from './language/rename';
import { registerWorkspaceSymbols } from './language/workspaceSymbols';
import { registerDeletedArticles } from './files/deletedArticles';
import { registerMovedArticles } from './files/movedArticles';
import { registerGitSetUp } from './git/gitSetUp';
import { registerPreview } from './preview/preview';
import { registerProblems } from './problems';
import { registerReview } from './review/review';
import { registerRegisterCommands } from './register/registerCommands';
import { registerShowSidecar } from './showSidecar';
import { registerSpeakerHints } from './speakerHints';
import { registerStatusBar } from './statusBar';
import { registerToggleHighlights } from './toggleHighlights';
import { registerTurnOn } from './turnOn';
import { registerHighlights } from './highlights/highlights';

/** What features read and ask of. */
export interface FeatureParts {
  readonly config: ConfigFiles;
  readonly articles: Articles;
  readonly sidecars: Sidecars;
  readonly sessions: ArticleSessions;
  readonly context: ExtensionContext;
  readonly files: SidecarFiles;
  readonly git?: GitPort;
  readonly knowledge: FolderKnowledgeFiles;
  readonly registers: RegisterFiles;
}

/** All features, each one file. */
export const features: readonly ((parts: FeatureParts) => Disposable)[] = [
  ({ sessions }) => registerContextKeys(sessions),
  ({ sessions }) => registerHighlights(sessions),
  ({ sessions, registers, knowledge }) => registerHover(sessions, { registers, knowledge }),
  ({ sessions, registers, files }) => registerRegisterCommands(sessions, { registers, files }),
  ({ sessions }) => registerDecisionCommands(sessions),
  (parts) => registerDesk(parts),
  ({ sessions }) => registerNavigationCommands(sessions),
  ({ sessions }) => registerDefinition(sessions),
  ({ sessions }) => registerOutline(sessions),
  ({ sessions }) => registerDocumentHighlights(sessions),
  ({ sessions, knowledge }) => registerReferences(sessions, knowledge),
  ({ sessions, registers }) => registerRename(sessions, registers),
  ({ sessions }) => registerCodeActions(sessions),
  ({ sessions }) => registerEntityActions(sessions),
  ({ sessions, knowledge, registers }) => registerCompletion(sessions, knowledge, registers),
  ({ sessions, knowledge }) => registerWorkspaceSymbols(sessions, knowledge),
  ({ sessions }) => registerSpeakerHints(sessions),
  ({ sessions }) => registerShowSidecar(sessions),
  ({ sessions, config }) => registerStatusBar(sessions, config),
  ({ sessions }) => registerArticleSummary(sessions),
  ({ sessions, registers }) => registerProblems(sessions, registers),
  registerReview,
  registerFactCheck,
  registerMovedArticles,
  () => registerDeletedArticles(),
  registerGitSetUp,
  ({ articles }) => registerTurnOn(articles),
  ({ sessions, context }) => registerPreview(sessions, context.extensionUri),
  ({ sessions }) => registerExport(sessions),
  ({ context }) => registerOpenSample(context.extensionUri),
  ({ context, sessions }) => registerReportIssue(context, sessions),
  () => registerToggleHighlights(),
];
