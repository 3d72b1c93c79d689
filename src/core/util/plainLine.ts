/**
 * Text of a file on one line, for places that show plain text: line ends, control characters and runs of spaces become one space,
 * characters that turn the writing direction are left out, lone surrogates are replaced. Spaces at the ends stay, as one.
 */
export function plainLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, (run) => (/^[\u00a0\u202f]$/u.test(run) ? run : ' '));
}
