import { Uri, workspace } from 'vscode';

import type { LoadedRecognizer } from '../core/analysis/ner/modelFile';
import type { LanguageStages } from '../core/analysis/types';
import { problem, type Problem } from '../core/problem/problem';
import { runWhole } from './schedule';

/** Where the build puts the model of the recogniser, in the extension's folder. */
const modelPath = ['dist', 'language', 'fr', 'fr.model'];

/**
 * The stages of the articles' language, with its data files read once, when the first article is analysed. Its modules are run
 * no sooner than that either: their tables and patterns would be the larger part of what activation costs.
 */
export class Language {
  readonly #extension: Uri;
  #stages: Promise<LanguageStages> | undefined;
  #problem: Problem | undefined;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  stages(): Promise<LanguageStages> {
    return (this.#stages ??= this.#load());
  }

  /** Why no names are suggested, once it is known that they cannot be. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  async #load(): Promise<LanguageStages> {
    const { createFrenchStages } = await import('../core/analysis/french');
    const loaded = await this.#loadModel();
    if ('recognizer' in loaded) return createFrenchStages(loaded.recognizer);
    this.#problem = loaded.problem;
    return createFrenchStages();
  }

  async #loadModel(): Promise<LoadedRecognizer> {
    const { readRecognizer } = await import('../core/analysis/ner/modelFile');
    const uri = Uri.joinPath(this.#extension, ...modelPath);
    try {
      return await runWhole(readRecognizer(await workspace.fs.readFile(uri)));
    } catch {
      return { problem: problem('model-missing', 'error') };
    }
  }
}
