import type { Span } from '../util/span';
import { hashAt, HashFilter, scanHashes } from './rollingHash';

/** Tells whether something of a stretch of text, or of what stands around it, stands elsewhere in the text as well. */
export type RepeatTest = (at: Span) => boolean;

/** Stretches of so many units that stand twice are no chance. */
const repeatLength = 24;
/** Every so many units a stretch is remembered; each repeat of `repeatLength + remembered` units is met. */
const remembered = 8;
const binWidth = 32;
/** So far from the words a repeat counts. */
const reach = 64;

/** One pass over the text. A repeat that overlaps itself (a row of dashes) is none. */
export function repeatTest(text: string): RepeatTest {
  const known = new Map<number, number>();
  const filter = new HashFilter();
  const last = text.length - repeatLength;
  for (let at = 0; at <= last; at += remembered) {
    const hash = hashAt(text, at, repeatLength);
    if (known.has(hash)) continue;
    known.set(hash, at);
    filter.add(hash);
  }
  const repeated = new Uint8Array(Math.ceil(text.length / binWidth) + 1);
  scanHashes(text, repeatLength, filter, (hash, at) => {
    const first = known.get(hash);
    if (first === undefined || Math.abs(at - first) < repeatLength) return;
    for (const place of [first, at]) repeated.fill(1, bin(place), bin(place + repeatLength) + 1);
  });
  return ({ start, end }) =>
    repeated.subarray(bin(Math.max(0, start - reach)), bin(end + reach) + 1).includes(1);
}

function bin(offset: number): number {
  return Math.floor(offset / binWidth);
}
