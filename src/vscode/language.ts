import type { Uri } from 'vscode';

import { createFrenchStages } from '../core/analysis/french';
import type { LanguageStages } from '../core/analysis/types';

/** The stages of the articles' language, with its data files read once, when the first article is analysed. */
export class Language {
  readonly #extension: Uri;
  #stages: Promise<LanguageStages> | undefined;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  stages(): Promise<LanguageStages> {
    return (this.#stages ??= this.#load());
  }

  async #load(): Promise<LanguageStages> {
    void this.#extension;
    return createFrenchStages();
  }
}
