import { brat } from './brat';
import { conll } from './conll';
import type { ExportFormat } from './exportSource';
import { html } from './html/htmlDocument';
import { webAnnotations } from './webAnnotations';

/** In the order in which they are offered. A new format is one file. */
export const exportFormats: readonly ExportFormat[] = [html, webAnnotations, conll, brat];
