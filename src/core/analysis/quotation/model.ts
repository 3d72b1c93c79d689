import type { Weights } from './linear';

/** Trained weights and chosen thresholds of the quotation stage, plain data. */
export interface QuotationModel {
  /** Marked words: direct speech, some of somebody's words, no quotation. */
  readonly mark: { readonly direct: Weights; readonly mixed: Weights; readonly none: Weights };
  /** Whether a clause is reported speech. */
  readonly indirect: Weights;
  /** Which phrase speaks. */
  readonly source: Weights;
  /** Which entity is behind the phrase; `bias` of abstaining under `nobody`. */
  readonly speaker: Weights;
  readonly thresholds: Thresholds;
}

/** Least probabilities, chosen on the development part: see the README of the quotation stage. */
export interface Thresholds {
  readonly marksTaken: number;
  readonly indirectTaken: number;
  readonly speakerNamed: number;
}
