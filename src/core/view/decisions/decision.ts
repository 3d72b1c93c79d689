import type { AnnotationRecord, EntityRecord } from '../../annotation/record';
import type { SidecarChange } from '../../sidecar/editSidecar';
import type { Steps } from '../../util/steps';
import type { PlacedRecords } from '../placed';
import type { ArticleView } from '../types';

/** What a decision is made on: the article as it stands at that moment. */
export interface DecisionSources {
  readonly text: string;
  readonly view: ArticleView;
  readonly placed: PlacedRecords;
  /** Records as the sidecar has them. */
  readonly records: readonly AnnotationRecord[];
  readonly entities: readonly EntityRecord[];
  /** Numbers in [0, 1), for new ids. */
  readonly random: () => number;
}

/**
 * What a person decides: the changes of the sidecar that it comes to, none where it says what is written already. Made when its
 * turn comes, of what then stands; a kind of decision is one function that gives such a one.
 */
export type Decision = (sources: DecisionSources) => Steps<readonly SidecarChange[]>;
