import { spanLength, type Span } from '../util/span';
import { hull } from '../view/quotations';
import type { ViewEntity, ViewQuotation } from '../view/types';
import type { Finding, RuleSource } from './rule';

/** Quotations whose words stand in marks and in the text: those that an edit deleted are none. */
export function markedQuotations({ view }: RuleSource): readonly ViewQuotation[] {
  return view.quotations.filter(
    ({ form, content }) => form !== 'indirect' && content.some((part) => spanLength(part) > 0),
  );
}

export function findingOn(
  quotation: ViewQuotation,
  args: Finding['args'] = [],
  span: Span = hull(quotation.content),
): Finding {
  return { span, args, ...(quotation.record !== undefined && { record: quotation.record }) };
}

export function speakersOf({ view }: RuleSource, quotation: ViewQuotation): readonly ViewEntity[] {
  return quotation.speakers.flatMap((key) => view.entities.get(key) ?? []);
}

export function wordsOf({ text }: RuleSource, { start, end }: Span): string {
  return text.slice(start, end);
}
