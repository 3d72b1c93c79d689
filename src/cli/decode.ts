/** A file's text, or why it has none. */
export type Decoded =
  | { readonly text: string; readonly encoding: string }
  | { readonly code: 'binary' | 'unknown-encoding' | 'not-in-encoding'; readonly args: readonly string[] };

/**
 * Text of a file's bytes, without its byte order mark. Without a named encoding: the one that the mark tells, else UTF-16 where
 * every other byte is zero, else UTF-8, else windows-1252, as editors guess for French. Never throws.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  const label = encoding ?? guess(bytes);
  if (label === undefined) return { code: 'binary', args: [] };
  try {
    const decoder = new TextDecoder(label, { fatal: encoding !== undefined });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    return { code: error instanceof RangeError ? 'unknown-encoding' : 'not-in-encoding', args: [label] };
  }
}

function guess(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = zeroPattern(bytes);
  if (wide) return wide;
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  return isUtf8(bytes) ? 'utf-8' : looksLikeText(bytes) ? 'windows-1252' : undefined;
}

/** UTF-16 without a mark: in Western text nearly all high bytes are zero and no low byte is. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
  const [even, odd] = zeros as [number, number];
  if (odd > length * 0.35 && even === 0) return 'utf-16le';
  return even > length * 0.35 && odd === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Few control characters: images and archives are full of them even where no zero byte comes early. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls * 100 < head.length;
}
