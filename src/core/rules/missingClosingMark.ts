import { findingOn, markedQuotations } from './quotedWords';
import type { Rule } from './rule';

const closing: Readonly<Record<string, string>> = { '«': '»', '“': '”', '‹': '›', '„': '“' };

/** Quoted words whose opening mark has no closing one. Straight marks do not tell which they are. */
export const missingClosingMark: Rule = {
  code: 'missing-closing-mark',
  severity: 'error',
  check: (source) =>
    markedQuotations(source).flatMap((quotation) => {
      const last = quotation.content.at(-1);
      if (!last) return [];
      const opening = quotation.marks
        .map(({ start, end }) => source.text.slice(start, end))
        .findLast((mark) => mark in closing);
      const mark = opening === undefined ? undefined : closing[opening];
      // A closing mark may follow a full stop or a space.
      const behind = source.text.slice(last.end, last.end + 4);
      if (
        mark === undefined ||
        behind.includes(mark) ||
        source.text.slice(last.start, last.end).endsWith(mark)
      )
        return [];
      const text = opening === '«' ? '\u00a0»' : mark;
      return [{ ...findingOn(quotation, [mark]), fix: [{ span: { start: last.end, end: last.end }, text }] }];
    }),
};
