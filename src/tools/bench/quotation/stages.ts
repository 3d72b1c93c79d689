import { createAnalyzer } from '../../../core/analysis/analyzer';
import { createFrenchStages } from '../../../core/analysis/french';
import { loadRecognizer } from '../../../core/analysis/ner/modelFile';
import type { LanguageStages } from '../../../core/analysis/types';
import { runSteps, type Steps } from '../../../core/util/steps';

/** Processor time of one analysis by stage, in milliseconds. */
export interface StageCosts {
  readonly recognize: number;
  readonly entities: number;
  readonly quotations: number;
  readonly whole: number;
  /** Quotations found, so that the work is seen to be done. */
  readonly found: number;
}

/** Analyses the text as the product does, from nothing. Without a model there are no names. */
export type MeasureStages = (text: string) => StageCosts;

export function createMeasure(model: Uint8Array | undefined): MeasureStages {
  const loaded = model && loadRecognizer(model);
  const stages = createFrenchStages(loaded && 'recognizer' in loaded ? loaded.recognizer : undefined);
  return (text) => {
    const spent = { recognize: 0, entities: 0, quotations: 0 };
    const analyzer = createAnalyzer(timed(stages, spent));
    const start = processorTime();
    const { quotations } = runSteps(analyzer.analyze(text, 'plain'));
    return { ...spent, whole: processorTime() - start, found: quotations.length };
  };
}

function timed(
  stages: LanguageStages,
  spent: { recognize: number; entities: number; quotations: number },
): LanguageStages {
  return {
    ...stages,
    recognize(block) {
      const start = processorTime();
      const names = stages.recognize(block);
      spent.recognize += processorTime() - start;
      return names;
    },
    *entities(...args) {
      return yield* timedSteps(stages.entities(...args), (time) => (spent.entities += time));
    },
    *quotations(...args) {
      return yield* timedSteps(stages.quotations(...args), (time) => (spent.quotations += time));
    },
  };
}

/** Runs to the end, since nothing else runs in between here. */
function* timedSteps<T>(steps: Steps<T>, add: (time: number) => void): Steps<T> {
  const start = processorTime();
  const value = runSteps(steps);
  add(processorTime() - start);
  yield;
  return value;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
