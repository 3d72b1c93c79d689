import { FileType, Uri, workspace } from 'vscode';

import type { SourcedEntity } from '../../../core/register/combineEntities';
import { escapeMarkdown } from '../../../core/util/markdown';

const height = 56;

/** A larger file is no portrait. */
const largest = 1 << 20;

/** A card holds 100,000 characters; where pictures must be part of it, they may be so many bytes. */
const largestInside = 48 << 10;

/**
 * The picture of an entry as Markdown, when it is a small file in the register's folder. Its path was checked when the register was
 * read. Where pages cannot reach the file system, the picture itself is part of the card.
 */
export async function pictureOf(entity: SourcedEntity): Promise<string | undefined> {
  const { image, imageSource, name } = entity;
  if (image === undefined || imageSource === undefined) return undefined;
  const uri = Uri.joinPath(Uri.parse(imageSource), '..', ...image.split('/'));
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largest) return undefined;
    const address = uri.scheme === 'file' ? uri.toString() : await dataOf(uri, size);
    return address && `![${escapeMarkdown(name)}](${safe(address)}|height=${height})`;
  } catch {
    return undefined;
  }
}

async function dataOf(uri: Uri, size: number): Promise<string | undefined> {
  if (size > largestInside) return undefined;
  const bytes = await workspace.fs.readFile(uri);
  const kind = /\.(png|gif|webp)$/iu.exec(uri.path)?.[1]?.toLowerCase() ?? 'jpeg';
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/${kind};base64,${btoa(text)}`;
}

/** Brackets would end the address, a bar would begin its size. */
function safe(address: string): string {
  return address.replace(
    /[()<>|\s"']/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
