import type { Rescoring } from './rescoring';
import type { RecognizedName, TokenizedBlock } from '../types';

/** Finds names in one block. A pure function of the block's kind and text. */
export interface Recognizer {
  /**
   * Candidates in text order by start; they may overlap, and some are improbable: the document stage chooses among them with what
   * the whole article says.
   */
  recognize(block: TokenizedBlock): readonly RecognizedName[];
  /** How the article as a whole is weighed. */
  readonly rescoring: Rescoring;
  /** Gender that a given name is usually of, from lists; `undefined` when unknown or both. */
  genderOf(givenName: string): 'feminine' | 'masculine' | undefined;
}
