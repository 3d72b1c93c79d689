import type { Steps } from '../util/steps';

const base = 0x01000193;

/** Hash of `length` units of the text from `at` on; equal to what `scanHashes` gives for the same units. */
export function hashAt(text: string, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++) hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
  return hash;
}

/**
 * Calls `visit` with the hash of each stretch of `length` units that the filter lets through, and where it begins. Pauses after every
 * `perStep` units: fewer where many are let through.
 */
export function* scanHashes(
  text: string,
  length: number,
  filter: HashFilter,
  visit: (hash: number, at: number) => void,
  perStep = 1 << 15,
): Steps<void> {
  let top = 1;
  for (let i = 1; i < length; i++) top = Math.imul(top, base);
  let hash = 0;
  for (let from = 0; from < text.length; from += perStep) {
    hash = scanPart(text, length, filter, visit, from, Math.min(from + perStep, text.length), hash, top);
    yield;
  }
}

/** From one offset to another with the hash before it; the hash after it. A function of its own, since loops in generators are slow. */
function scanPart(
  text: string,
  length: number,
  filter: HashFilter,
  visit: (hash: number, at: number) => void,
  from: number,
  to: number,
  before: number,
  top: number,
): number {
  let hash = before;
  for (let i = from; i < to; i++) {
    if (i >= length) hash = (hash - Math.imul(text.charCodeAt(i - length), top)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
    if (i + 1 >= length && filter.has(hash)) visit(hash, i + 1 - length);
  }
  return hash;
}

/** Turns away nearly all hashes that were not added, without a look-up in a map. */
export class HashFilter {
  private readonly bits = new Uint8Array(1 << 18);

  add(hash: number): void {
    this.bits[slot(hash)] = 1;
  }

  has(hash: number): boolean {
    return this.bits[slot(hash)] === 1;
  }
}

function slot(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 14;
}
