/** Number of words as editors count them: runs without spaces that hold a letter or digit. "l’AES" is one word. */
export function countWords(text: string): number {
  return text.match(/[^\s\u00a0\u202f]*[\p{L}\p{N}][^\s\u00a0\u202f]*/gu)?.length ?? 0;
}
