import type { Command, Disposable, Event, MarkdownString, ThemeIcon, Uri } from 'vscode';

import type { MergeConflict } from '../../../core/merge/types';
import type { ReviewItem } from '../../../core/view/review';
import type { ArticleSession } from '../../articleSession';

/** What a node of the tree is about, for the commands. */
export type Subject =
  | { readonly kind: 'record'; readonly session: ArticleSession; readonly item: ReviewItem }
  | { readonly kind: 'conflicts'; readonly sidecar: Uri }
  | { readonly kind: 'conflict'; readonly sidecar: Uri; readonly conflict: MergeConflict }
  | { readonly kind: 'lostSidecar'; readonly sidecar: Uri; readonly article: Uri };

/** Something to review. Keys outlive a refresh. */
export interface ReviewNode {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: MarkdownString | string;
  readonly icon: ThemeIcon;
  /** For `viewItem` in the manifest. */
  readonly context: string;
  /** What a click or Enter does. */
  readonly command?: Command;
  readonly subject?: Subject;
  readonly children?: readonly ReviewNode[];
}

/** One kind of things to review. A section without nodes is not shown. */
export interface ReviewSection extends Disposable {
  readonly id: string;
  readonly title: string;
  readonly icon: ThemeIcon;
  readonly onDidChange: Event<void>;
  nodes(): readonly ReviewNode[];
}
