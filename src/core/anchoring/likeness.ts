/** No more units of a context than this are compared: those nearest to the words. */
export const longestCompared = 32;

/** Compares a context with the text beside a place, both read outwards from the words. */
export interface ContextComparer {
  /**
   * How alike they are, from 1 (the same) to 0: `reach` gives the nth unit of the text outwards, NaN beyond its end. Text may go
   * on beyond the context at no cost.
   */
  likeness(reach: (n: number) => number): number;
}

/** `units` are the context's, nearest to the words first. Unit edit distance with Myers's bit vectors: linear in the context. */
export function compareContext(units: readonly number[]): ContextComparer {
  const length = Math.min(units.length, longestCompared);
  const masks = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const unit = units[i] as number;
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << i));
  }
  return { likeness: (reach) => (length === 0 ? 0 : 1 - distance(masks, length, reach) / length) };
}

/** The least edit distance between the context and any beginning of the text. */
function distance(masks: ReadonlyMap<number, number>, length: number, reach: (n: number) => number): number {
  const last = 1 << (length - 1);
  let [plus, minus, cost, best] = [-1, 0, length, length];
  for (let n = 0; n < length + (length >> 1); n++) {
    const equal = masks.get(reach(n)) ?? 0;
    const vertical = equal | minus;
    const horizontal = ((((equal & plus) + plus) | 0) ^ plus) | equal;
    let up = minus | ~(horizontal | plus);
    let down = plus & horizontal;
    if (up & last) cost++;
    else if (down & last) cost--;
    best = Math.min(best, cost);
    up = (up << 1) | 1;
    down <<= 1;
    plus = down | ~(vertical | up);
    minus = up & vertical;
  }
  return best;
}

/** The units of a text before `offset`, nearest first, and of those from `offset` on. */
export function unitsBefore(text: string, offset: number, count: number): readonly number[] {
  return Array.from({ length: Math.min(count, longestCompared) }, (_, n) => text.charCodeAt(offset - 1 - n));
}

export function unitsAfter(text: string, offset: number, count: number): readonly number[] {
  return Array.from({ length: Math.min(count, longestCompared) }, (_, n) => text.charCodeAt(offset + n));
}
