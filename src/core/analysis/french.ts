import { findArticleDate } from './dates/articleDate';
import { timeMentions } from './dates/timeMentions';
import { findTimes, warmUpTimes } from './dates/times';
import { entityLayer } from './entities/entityLayer';
import type { Recognizer } from './ner/recognizer';
import { warmUpReporting } from '../language/fr/speech/lexicon';
import { quotations } from './quotation/quotations';
import { warmUpRoles } from './quotation/speakers/roles';
import type { LanguageStages } from './types';

/** The stages for French. Without a recogniser (its model is missing or damaged) no names are suggested; the rest works. */
export function createFrenchStages(recognizer?: Recognizer): LanguageStages {
  return {
    code: 'fr',
    recognize: (block) => recognizer?.recognize(block) ?? [],
    *warmUp() {
      yield* warmUpTimes();
      yield* warmUpRoles();
      yield* warmUpReporting();
    },
    times: findTimes,
    *entities(analyzed, context) {
      return yield* entityLayer(analyzed, context, recognizer);
    },
    timeMentions,
    articleDate: findArticleDate,
    quotations,
  };
}
