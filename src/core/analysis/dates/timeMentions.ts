import type { MentionSuggestion } from '../../annotation/suggestion';
import { why } from '../../annotation/why';
import { shift } from '../../util/span';
import type { Steps } from '../../util/steps';
import type { AnalyzedArticle, TimeExpression } from '../types';
import { isAbsolute, type TimeParts } from './expression';
import { resolveTime } from './resolve';

/** Dates and hours as mentions with their values, resolved against the article's date. In text order. */
export function* timeMentions(analyzed: AnalyzedArticle): Steps<readonly MentionSuggestion[]> {
  const mentions: MentionSuggestion[] = [];
  const today = analyzed.date?.iso;
  for (const [index, block] of analyzed.blocks.entries()) {
    for (const time of analyzed.times[index] ?? [])
      mentions.push(timeMention(time, block.block.span.start, today));
    if (index % 64 === 63) yield;
  }
  return mentions;
}

function timeMention(time: TimeExpression, offset: number, today: string | undefined): MentionSuggestion {
  const edtf = resolveTime(time.parts, today);
  return {
    span: shift(time.span, offset),
    type: time.type,
    form: 'time',
    confidence: confidenceOf(time.parts),
    why: [reason(time.parts, today)],
    ...(edtf !== undefined && { value: { edtf, absolute: isAbsolute(time.parts) } }),
  };
}

/** Measured on the training articles: how often the pattern's span is what the reference marks. */
function confidenceOf(parts: TimeParts): number {
  if (parts.kind === 'day' || (parts.kind === 'month' && parts.year !== undefined)) return 0.97;
  return parts.kind === 'year' || parts.kind === 'hour' ? 0.92 : 0.9;
}

function reason(parts: TimeParts, today: string | undefined) {
  if (isAbsolute(parts)) return why('time-pattern');
  return today === undefined ? why('time-relative-undated') : why('time-relative', today);
}
