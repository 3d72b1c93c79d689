import type { RecognizedName, TokenizedBlock } from '../types';
import { ActiveTokens } from './activeTokens';
import { TokenAttributes } from './attributes';
import { Chain } from './chain';
import { FeatureReader, featureRoom } from './features';
import { classBit, maskOf } from './gazetteer';
import { hashFolded, joinHash } from './hash';
import { labelCount, typeAt } from './labels';
import type { RecognizerModel } from './model';
import { NetworkScorer } from './network';
import { NetworkInputs } from './networkInputs';
import type { Recognizer } from './recognizer';
import { WeightTable } from './weights';
import { WordProjections } from './wordProjections';
import { WordScores } from './wordScores';

/** Less probable names are not even candidates. */
const leastProbable = 0.05;

/** A recogniser that keeps its working arrays between blocks; not to be shared between threads. */
export function createChainRecognizer(model: RecognizerModel): Recognizer {
  const attributes = new TokenAttributes(model);
  const active = new ActiveTokens(model.history);
  const reader = new FeatureReader(attributes, model.words.classes);
  const features = new Int32Array(featureRoom);
  const chain = new Chain();
  const weights = new WeightTable(model.weights);
  const inputs = new NetworkInputs(attributes, reader);
  const network = new NetworkScorer(model.network);
  const wordScores = new WordScores(attributes, reader, weights);
  const wordProjections = new WordProjections(attributes, inputs, model.network);
  chain.setTransitions(model.weights.transitions);

  function label(from: number, to: number): void {
    chain.reset(to - from);
    for (let i = from; i < to; i++) {
      const at = (i - from) * labelCount;
      const { scores } = chain;
      wordScores.addUnits(i, scores, at);
      const count = reader.readRest(i, features, 0);
      for (let k = 0; k < count; k++) weights.addUnits(features[k] as number, scores, at);
      for (let k = at; k < at + labelCount; k++) scores[k]! *= weights.unit;
      inputs.readRest(i);
      network.addScores(inputs, scores, at, wordProjections, i);
    }
    chain.run();
  }

  return {
    rescoring: model.rescoring,
    recognize(block: TokenizedBlock): readonly RecognizedName[] {
      attributes.read(block);
      reader.prepare();
      const names: RecognizedName[] = [];
      const { starts, ends } = block.tokens;
      for (const run of active.runs(attributes, block.sentences)) {
        label(run.start, run.end);
        chain.eachName(leastProbable, (type, first, last, confidence) => {
          const start = starts[run.start + first] as number;
          const end = ends[run.start + last] as number;
          names.push({ span: { start, end }, type: typeAt(type), confidence });
        });
      }
      return names;
    },
    genderOf(givenName) {
      const mask = maskOf(model.gazetteer, joinHash(0, hashFolded(givenName)));
      const feminine = (mask & classBit('feminineName')) !== 0;
      if (feminine === ((mask & classBit('masculineName')) !== 0)) return undefined;
      return feminine ? 'feminine' : 'masculine';
    },
  };
}
