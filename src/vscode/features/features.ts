import type { Disposable, ExtensionContext } from 'vscode';

import type { Articles } from '../articles';
import type { ArticleSessions } from '../articleSessions';
import type { ConfigFiles } from '../configFiles';
import type { Sidecars } from '../sidecars/sidecars';
import { registerHighlights } from './highlights/highlights';

/** What features read and ask of. */
export interface FeatureParts {
  readonly config: ConfigFiles;
  readonly articles: Articles;
  readonly sidecars: Sidecars;
  readonly sessions: ArticleSessions;
  readonly context: ExtensionContext;
}

/** All features, each one file. */
export const features: readonly ((parts: FeatureParts) => Disposable)[] = [
  ({ sessions }) => registerHighlights(sessions),
];
