const longestShown = 400;

/**
 * Text of a file as Markdown that shows exactly that text, on one line: no emphasis, link, bare address, image, HTML, icon, code or
 * command can come of it. Every ASCII punctuation mark becomes a numeric character reference, which by CommonMark never makes
 * structure. Line ends and control characters become spaces; characters that turn the writing direction are left out, since they
 * could make a card read otherwise than the article. Longer text is cut at `limit` UTF-16 units, and ends in "…".
 */
export function escapeMarkdown(text: string, limit = longestShown): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, (run) => (/^[\u00a0\u202f]$/u.test(run) ? run : ' '))
    .trim()
    .replace(/[!-/:-@[-`{-~]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
