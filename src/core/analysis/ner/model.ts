import type { WordHistory } from './activeTokens';
import type { Gazetteer } from './gazetteer';
import type { Network } from './network';
import type { Rescoring } from './rescoring';
import type { Weights } from './weights';
import type { WordTable } from './wordTable';

/** Everything the recogniser knows, as one file holds it. */
export interface RecognizerModel {
  readonly words: WordTable;
  readonly gazetteer: Gazetteer;
  readonly history: WordHistory;
  readonly weights: Weights;
  readonly network: Network;
  readonly rescoring: Rescoring;
}
