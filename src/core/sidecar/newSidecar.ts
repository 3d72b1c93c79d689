import { formatVersion } from './sidecar';
import { flowText } from './yamlWriter';

/**
 * The text of a sidecar without records. `article` is the article's file name without its folder. It names no schema: YAML
 * editors get it from the extension by the file's name, and a line with an address would make them ask the network.
 */
export function newSidecar(article: string, language: string): string {
  return [
    `version: ${formatVersion}`,
    `article: ${flowText('article', article)}`,
    `language: ${flowText('language', language)}`,
    '',
  ].join('\n');
}
