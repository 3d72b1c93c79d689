import { formatVersion } from './sidecar';
import { flowText } from './yamlWriter';

/** Where the JSON Schema of version 1 is published; YAML editors read it from the first line. */
export const schemaAddress =
  'https://raw.githubusercontent.com/verbatim-annotation/verbatim/main/media/schemas/sidecar.schema.json';

/** The text of a sidecar without records. `article` is the article's file name without its folder. */
export function newSidecar(article: string, language: string): string {
  return [
    `# yaml-language-server: $schema=${schemaAddress}`,
    `version: ${formatVersion}`,
    `article: ${flowText('article', article)}`,
    `language: ${flowText('language', language)}`,
    '',
  ].join('\n');
}
