import { readTriple, readWeights, type StoredWeights, type TripleWeights, type Weights } from './linear';

/** Trained weights and chosen thresholds of the quotation stage. */
export interface QuotationModel {
  /** Marked words: direct speech, some of somebody's words, no quotation. */
  readonly mark: TripleWeights;
  /** Whether a clause is reported speech. */
  readonly indirect: Weights;
  /** Which phrase speaks. */
  readonly source: Weights;
  /** Which entity is behind the phrase; `bias` of abstaining under `nobody`. */
  readonly speaker: Weights;
  readonly thresholds: Thresholds;
}

/** The weights as their file keeps them: plain data. */
export interface StoredModel {
  readonly mark: {
    readonly direct: StoredWeights;
    readonly mixed: StoredWeights;
    readonly none: StoredWeights;
  };
  readonly indirect: StoredWeights;
  readonly source: StoredWeights;
  readonly speaker: StoredWeights;
}

export function readModel(
  { mark, indirect, source, speaker }: StoredModel,
  thresholds: Thresholds,
): QuotationModel {
  return {
    mark: readTriple([mark.direct, mark.mixed, mark.none]),
    indirect: readWeights(indirect),
    source: readWeights(source),
    speaker: readWeights(speaker),
    thresholds,
  };
}

/** Least probabilities, chosen on the development part: see the README of the quotation stage. */
export interface Thresholds {
  readonly marksTaken: number;
  /** The same where the marks stand in the object of a verb that quotes by them: "a dénoncé une « dérive »". */
  readonly marksOfObject: number;
  readonly indirectTaken: number;
  readonly speakerNamed: number;
  /** Chance of speakers whom a construction tells: names joined, "les deux ministres", the same again, "son homologue russe". */
  readonly byRule: Readonly<Record<'joined' | 'counted' | 'again' | 'relation', number>>;
  /**
   * Factor on the chance of a speaker by how the source names it: the ranker is surer of pronouns and of words without a source than
   * cross-validation bears out.
   */
  readonly reserve: Readonly<Record<'name' | 'role' | 'document' | 'pronoun' | 'none', number>>;
}
