/** Words that are remembered at a time: more than a hundred articles have. */
export const wordRoom = 24_000;

/** Number of what stands before and behind a block. */
export const noWord = 0;

/** What a word gets that found no room: what is made for it is used once. */
export const unnumbered = -1;

const unitRoom = wordRoom * 10;

/**
 * Numbers the distinct words of what is read, so that what depends on one word alone is made once. Words are compared unit by unit:
 * a number never stands for two. When there is no room left all are forgotten, between two blocks.
 */
export class WordMemory {
  private readonly slots = new Uint16Array(1 << 16);
  private readonly hashes = new Int32Array(wordRoom);
  private readonly kinds = new Uint8Array(wordRoom);
  private readonly ends = new Int32Array(wordRoom);
  private readonly units = new Uint16Array(unitRoom);
  private count = 1;
  private full = false;
  /** Goes up when all words have been forgotten: what was kept by number is then void. */
  generation = 0;

  /** To be called before a block: forgets all words when there is no room left. */
  makeRoom(): void {
    if (!this.full) return;
    this.slots.fill(0);
    this.count = 1;
    this.full = false;
    this.generation++;
  }

  /** Number of the word from `start` to `end`, a token of this kind; `hash` is of its letters. */
  numberOf(hash: number, text: string, start: number, end: number, kind: number): number {
    const { slots, hashes } = this;
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    let word = slots[slot] as number;
    while (word !== 0) {
      if (hashes[word] === hash && this.kinds[word] === kind && this.spells(word, text, start, end))
        return word;
      slot = (slot + 1) & (slots.length - 1);
      word = slots[slot] as number;
    }
    return this.remember(slot, hash, text, start, end, kind);
  }

  private spells(word: number, text: string, start: number, end: number): boolean {
    const from = this.ends[word - 1] as number;
    if ((this.ends[word] as number) - from !== end - start) return false;
    for (let at = start; at < end; at++)
      if (this.units[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  private remember(
    slot: number,
    hash: number,
    text: string,
    start: number,
    end: number,
    kind: number,
  ): number {
    const word = this.count;
    const from = this.ends[word - 1] as number;
    if (word === wordRoom || from + end - start > unitRoom) {
      this.full = true;
      return unnumbered;
    }
    for (let at = start; at < end; at++) this.units[from + at - start] = text.charCodeAt(at);
    this.ends[word] = from + end - start;
    this.hashes[word] = hash;
    this.kinds[word] = kind;
    this.slots[slot] = word;
    this.count++;
    return word;
  }
}
