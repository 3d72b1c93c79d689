import { findingOn } from './quotedWords';
import type { Rule } from './rule';

/** The same word of saying again and again, one quotation after the other. "dire" and "selon" pass unnoticed. */
export const repeatedCue: Rule = {
  code: 'repeated-cue',
  severity: 'information',
  options: { times: 3 },
  check: ({ view }, { times = 3 }) => {
    const cued = view.quotations.filter(({ cue }) => cue !== undefined && cue.lemma !== '');
    let run = 0;
    return cued.flatMap((quotation, index) => {
      const { cue } = quotation;
      if (!cue || plainCues.has(cue.lemma)) {
        run = 0;
        return [];
      }
      run = cued[index - 1]?.cue?.lemma === cue.lemma ? run + 1 : 1;
      return run >= times ? [findingOn(quotation, [cue.lemma, run], cue.span)] : [];
    });
  },
};

const plainCues: ReadonlySet<string> = new Set(['dire', 'selon', "d'après", 'pour', 'déclarer']);
