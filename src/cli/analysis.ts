import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as l10n from '@vscode/l10n';

import { createAnalyzer, type Analyzer } from '../core/analysis/analyzer';
import { createFrenchStages } from '../core/analysis/french';
import { loadRecognizer, type LoadedRecognizer } from '../core/analysis/ner/modelFile';
import { problem } from '../core/problem/problem';

export interface LoadedAnalyzer {
  readonly analyzer: Analyzer;
  /** A translated sentence when the model is not to be had: no names are found, the rest works. */
  readonly warning?: string;
}

/** The analysis with the language's model, read once. */
export async function loadAnalyzer(): Promise<LoadedAnalyzer> {
  const loaded = await loadModel();
  if ('recognizer' in loaded) return { analyzer: createAnalyzer(createFrenchStages(loaded.recognizer)) };
  const warning = l10n.t(
    'no names are found: the model of the recogniser can’t be used ({0})',
    loaded.problem.code,
  );
  return { analyzer: createAnalyzer(createFrenchStages()), warning };
}

/** Beside the bundle, or in the sources when they run as they are. */
async function loadModel(): Promise<LoadedRecognizer> {
  const places = [
    join(__dirname, 'language', 'fr', 'fr.model'),
    join(__dirname, '..', 'core', 'language', 'fr', 'fr.model'),
  ];
  for (const place of places) {
    const bytes = await readFile(place).catch(() => undefined);
    if (bytes) return loadRecognizer(bytes);
  }
  return { problem: problem('model-missing', 'error') };
}
