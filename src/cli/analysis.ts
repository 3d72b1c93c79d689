import { createAnalyzer, type Analyzer } from '../core/analysis/analyzer';
import { createFrenchStages } from '../core/analysis/french';

/** The analysis with the language's model, read once. */
export async function loadAnalyzer(): Promise<Analyzer> {
  return createAnalyzer(createFrenchStages());
}
