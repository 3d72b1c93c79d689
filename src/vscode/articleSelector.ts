import type { DocumentSelector } from 'vscode';

import { languageId, textLanguages } from './ids';

/** Documents that can be articles, of any scheme; whether one is, its session tells. */
export const articleSelector: DocumentSelector = [languageId, ...textLanguages].map((language) => ({
  language,
}));
