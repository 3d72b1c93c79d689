import { applyEdits } from '../text/textEdit';
import { fieldOf } from './recordFile';
import type { Sidecar } from './sidecar';
import { flowText } from './yamlWriter';

/**
 * The sidecar's text for an article that was renamed: where it names the article by its old name, it names it by the new one.
 * Undefined when there is nothing to change, or the file must not be written.
 */
export function nameArticle(sidecar: Sidecar, from: string, to: string): string | undefined {
  const field = fieldOf(sidecar, 'article');
  if (sidecar.readOnly !== undefined || field?.value !== from || from === to) return undefined;
  return applyEdits(sidecar.source, [{ span: field.valueSpan, text: flowText('article', to) }]);
}
