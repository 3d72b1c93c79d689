import type { Severity } from '../problem/problem';
import type { TextEdit } from '../text/textEdit';
import type { Span } from '../util/span';
import type { ArticleView } from '../view/types';

/** What a rule looks at. */
export interface RuleSource {
  readonly text: string;
  readonly view: ArticleView;
}

/** A place that breaks a rule. Spans are UTF-16 offsets into the article. */
export interface Finding {
  readonly span: Span;
  /** Fill the rule's message. */
  readonly args: readonly (string | number)[];
  /** The record that a person can silence the rule on; absent where there is none yet. */
  readonly record?: string;
  /** What makes it right without a doubt. */
  readonly fix?: readonly TextEdit[];
}

/** Options of a rule as `verbatim.yaml` gives them, checked against `defaults` of the rule. */
export type RuleOptions = Readonly<Record<string, number>>;

/** One house rule. Pure; linear in the view. */
export interface Rule {
  /** Stable, kebab-case: in `verbatim.yaml`, in `suppress`, in Problems; also names its page in the documentation. */
  readonly code: string;
  readonly severity: Severity;
  /** Its numbers with their usual values. */
  readonly options?: RuleOptions;
  check(source: RuleSource, options: RuleOptions): readonly Finding[];
}
