import { span, type Span } from '../../../src/core/util/span';

/** A text written with its marked stretches in square brackets. */
export function splitMarks(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let open = 0;
  for (const character of marked) {
    if (character === '[') open = text.length;
    else if (character === ']') spans.push(span(open, text.length));
    else text += character;
  }
  return { text, spans };
}
