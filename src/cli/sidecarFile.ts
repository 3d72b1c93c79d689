import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import * as l10n from '@vscode/l10n';

import type { Analysis } from '../core/annotation/suggestion';
import { editSidecar } from '../core/sidecar/editSidecar';
import { newSidecar } from '../core/sidecar/newSidecar';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import type { Sidecar } from '../core/sidecar/sidecar';
import { runSteps } from '../core/util/steps';
import { articleView } from '../core/view/articleView';
import { exportSuggestions } from '../core/view/decisions/confirm';
import { noPlaces } from '../core/view/placed';
import { placeRecords } from '../core/view/placeRecords';
import { fileErrorMessage, type Input } from './input';

export function sidecarPath(article: string): string {
  return `${article}.annotations.yaml`;
}

/**
 * The article's sidecar with every suggestion added that no decision speaks of: of the file beside it, or a new one. A translated
 * sentence where that file can't be read or was not understood whole.
 */
export async function annotatedSidecar(
  input: Input,
  analysis: Analysis,
  random: () => number,
): Promise<{ readonly source: string; readonly changed: boolean } | { readonly message: string }> {
  const found = await readSidecar(input.file);
  if (typeof found !== 'string') return found;
  const sidecar = parseSidecar(found);
  if (sidecar.readOnly !== undefined) return { message: notUnderstood(input.file, sidecar) };
  const edited = editSidecar(sidecar, suggestions(input.text, sidecar, analysis, random));
  if ('problem' in edited) return { message: `${sidecarPath(input.file)}: ${edited.problem.code}` };
  return { source: edited.source, changed: edited.source !== found };
}

async function readSidecar(article: string): Promise<string | { readonly message: string }> {
  const fresh = newSidecar(article === '-' ? '' : basename(article), 'fr');
  if (article === '-') return fresh;
  try {
    return await readFile(sidecarPath(article), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fresh;
    return { message: `${sidecarPath(article)}: ${fileErrorMessage(error)}` };
  }
}

function suggestions(text: string, sidecar: Sidecar, analysis: Analysis, random: () => number) {
  const placed = runSteps(placeRecords(text, sidecar.annotations, noPlaces));
  const view = articleView({ text, analysis, placed, entities: sidecar.entities });
  return runSteps(
    exportSuggestions()({
      text,
      view,
      placed,
      records: sidecar.annotations,
      entities: sidecar.entities,
      random,
    }),
  );
}

function notUnderstood(article: string, sidecar: Sidecar): string {
  const place = sidecar.problems.find(({ severity }) => severity === 'error');
  const line = place?.span ? sidecar.source.slice(0, place.span.start).split('\n').length : 1;
  return l10n.t(
    '{0}, line {1}: not understood, so it was left as it is ({2})',
    sidecarPath(article),
    line,
    place?.code ?? sidecar.readOnly ?? '',
  );
}
