import { deepest } from './limits';

/** Opening brackets in one entry beyond which it is refused; the YAML parser recurses for each and is safe far above this. */
const mostBrackets = 256;

/**
 * Whether a stretch of YAML could nest deeper than the parser survives. Knows nothing of quotes, so that nothing can hide from
 * it: counts all brackets, all indicators in a row, and all levels of indentation. Lines that are one closed double-quoted
 * value hide nothing as long as every line of the entry is of that kind or has no quote at all.
 */
export function nestsTooDeep(text: string): boolean {
  return (
    countBrackets(text) > mostBrackets ||
    new RegExp(`(?:[-?:][ \\t]+){${deepest}}`).test(text) ||
    indentationLevels(text) > deepest
  );
}

/** Signs of structure in one entry beyond which it is refused: the parser takes milliseconds for a hundred that make no sense. */
const mostSigns = 2000;

/** Whether a stretch of YAML has more commas, anchors, brackets and the like than any record; text in closed quotes is not counted. */
export function isTooIntricate(text: string): boolean {
  let count = 0;
  for (const line of text.split(/\r\n?|\n/))
    if (!isClosedValue(line)) count += line.match(/[,*&!?%@`[\]{}"']/g)?.length ?? 0;
  return count > mostSigns;
}

function countBrackets(text: string): number {
  let count = 0;
  let closedLines = true;
  let inClosed = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const brackets = line.match(/[[{]/g)?.length ?? 0;
    count += brackets;
    if (isClosedValue(line)) inClosed += brackets;
    else if (/["'&*!|>]/.test(line)) closedLines = false;
  }
  return closedLines ? count - inClosed : count;
}

/** `key: "…"` or `- key: "…"` or `- "…"` with nothing after the closing quote. */
function isClosedValue(line: string): boolean {
  return /^ *(?:- +)?(?:[A-Za-z][\w-]*: +)?"(?:[^"\\]|\\.)*"[ \t]*$/.test(line);
}

function indentationLevels(text: string): number {
  const open: number[] = [];
  let most = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const indent = line.search(/[^ ]/);
    if (indent < 0) continue;
    while (open.length > 0 && (open.at(-1) as number) >= indent) open.pop();
    most = Math.max(most, open.push(indent));
  }
  return most;
}
