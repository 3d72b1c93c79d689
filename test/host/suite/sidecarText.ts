/** The sidecar of an article with one decision about words that stand there once. */
export function articleSidecarText(article: string, words: string, status: 'confirmed' | 'rejected'): string {
  const scope = status === 'rejected' ? '    scope: span\n' : '';
  return `version: 1
article: ${article}
language: fr

annotations:

  - id: a1b2c3d4e
    kind: mention
    type: date
    exact: "${words}"
    status: ${status}
${scope}`;
}
