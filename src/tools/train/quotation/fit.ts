import { readModel, type StoredModel, type Thresholds } from '../../../core/analysis/quotation/model';
import { findingExamples, speakerExamples } from './examples';
import { fitBinary, fitChoices, fitClasses } from './logistic';
import type { TrainingText } from './trainingTexts';

const empty: StoredModel = {
  mark: { direct: {}, mixed: {}, none: {} },
  indirect: {},
  source: {},
  speaker: {},
};

/** Fits all models of the quotation stage to the texts; the later ones see what the earlier ones find. */
export function fitModel(texts: readonly TrainingText[], thresholds: Thresholds): StoredModel {
  const first = texts.map((text) => findingExamples(text, readModel(empty, thresholds)));
  const source = fitChoices(first.flatMap(({ sources }) => sources));
  const ordered = readModel({ ...empty, source }, thresholds);
  const second = texts.map((text) => findingExamples(text, ordered));
  const mark = fitClasses(
    second.flatMap(({ marks }) => marks),
    ['direct', 'mixed', 'none'],
    { penalty: 0.012, least: 4 },
  );
  const indirect = fitBinary(
    second.flatMap((examples) => examples.indirect),
    { penalty: 0.006 },
  );
  const finding = { ...empty, source, mark, indirect };
  const found = readModel(finding, thresholds);
  const speaker = fitChoices(
    texts.flatMap((text) => speakerExamples(text, found)),
    { penalty: 0.005 },
  );
  return { ...finding, speaker };
}
