import { createAnalyzer, type Analyzer } from '../core/analysis/analyzer';
import { createFrenchStages } from '../core/analysis/french';

/** The analysis with the language's model, read once; `warning` is a translated sentence when the model is not to be had. */
export async function loadAnalyzer(): Promise<{ readonly analyzer: Analyzer; readonly warning?: string }> {
  return { analyzer: createAnalyzer(createFrenchStages()) };
}
