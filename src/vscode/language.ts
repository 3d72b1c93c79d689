import { Uri, workspace } from 'vscode';

import { createFrenchStages } from '../core/analysis/french';
import { readRecognizer, type LoadedRecognizer } from '../core/analysis/ner/modelFile';
import type { LanguageStages } from '../core/analysis/types';
import { problem, type Problem } from '../core/problem/problem';
import { runWhole } from './schedule';

/** Where the build puts the model of the recogniser, in the extension's folder. */
const modelPath = ['dist', 'language', 'fr', 'fr.model'];

/** The stages of the articles' language, with its data files read once, when the first article is analysed. */
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
    const loaded = await this.#loadModel();
    if ('recognizer' in loaded) return createFrenchStages(loaded.recognizer);
    this.#problem = loaded.problem;
    return createFrenchStages();
  }

  async #loadModel(): Promise<LoadedRecognizer> {
    const uri = Uri.joinPath(this.#extension, ...modelPath);
    try {
      return await runWhole(readRecognizer(await workspace.fs.readFile(uri)));
    } catch {
      return { problem: problem('model-missing', 'error') };
    }
  }
}
