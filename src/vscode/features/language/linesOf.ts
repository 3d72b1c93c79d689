import { Position, Range } from 'vscode';

import type { Span } from '../../../core/util/span';

/** Ranges in a text that is not open as a document. */
export interface Lines {
  rangeOf(span: Span): Range;
}

export function linesOf(text: string): Lines {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map(({ index, 0: end }) => index + end.length)];
  const positionAt = (offset: number): Position => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return new Position(low, offset - (starts[low] as number));
  };
  return { rangeOf: ({ start, end }) => new Range(positionAt(start), positionAt(end)) };
}
