import type { TextEdit } from './textEdit';

/** One edit that makes `after` of `before`: all between what both begin and end with. Never parts a surrogate pair or a line end. */
export function replacementOf(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  while (start > 0 && (joins(before, start) || joins(after, start))) start--;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  while (same > 0 && (joins(before, before.length - same) || joins(after, after.length - same))) same--;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}

/** Whether what stands before and behind the offset belongs together. */
function joins(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const behind = text.charCodeAt(offset);
  return (
    (before === 0x0d && behind === 0x0a) || ((before & 0xfc00) === 0xd800 && (behind & 0xfc00) === 0xdc00)
  );
}
