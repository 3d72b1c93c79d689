import { Uri } from 'vscode';

export const sidecarSuffix = '.annotations.yaml';

export function sidecarOf(article: Uri): Uri {
  return article.with({ path: article.path + sidecarSuffix });
}

/** The article of a sidecar; `undefined` for any other file. */
export function articleOf(sidecar: Uri): Uri | undefined {
  const { path } = sidecar;
  return path.endsWith(sidecarSuffix)
    ? sidecar.with({ path: path.slice(0, -sidecarSuffix.length) })
    : undefined;
}
