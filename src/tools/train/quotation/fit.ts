import type { QuotationModel, Thresholds } from '../../../core/analysis/quotation/model';
import { findingExamples, speakerExamples } from './examples';
import { fitBinary, fitChoices, fitClasses } from './logistic';
import type { TrainingText } from './trainingTexts';

const empty = { mark: { direct: {}, mixed: {}, none: {} }, indirect: {}, source: {}, speaker: {} };

/** Fits all models of the quotation stage to the texts; the later ones see what the earlier ones find. */
export function fitModel(texts: readonly TrainingText[], thresholds: Thresholds): QuotationModel {
  const blank: QuotationModel = { ...empty, thresholds };
  const first = texts.map((text) => findingExamples(text, blank));
  const source = fitChoices(first.flatMap(({ sources }) => sources));
  const second = texts.map((text) => findingExamples(text, { ...blank, source }));
  const mark = fitClasses(
    second.flatMap(({ marks }) => marks),
    ['direct', 'mixed', 'none'],
    { penalty: 0.012, least: 4 },
  );
  const indirect = fitBinary(
    second.flatMap((examples) => examples.indirect),
    { penalty: 0.006 },
  );
  const finding = { ...blank, source, mark, indirect };
  const speaker = fitChoices(texts.flatMap((text) => speakerExamples(text, finding)));
  return { ...finding, speaker };
}
