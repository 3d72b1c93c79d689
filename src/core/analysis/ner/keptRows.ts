import { noWord, unnumbered, wordRoom, type WordMemory } from './wordMemory';

/** Words on each side of a token whose share of its scores is kept. */
export const reach = 2;
const places = 2 * reach + 1;

/** Which rows of a table of words and their distances from the token are made; see `WordMemory`. */
export class KeptRows {
  private readonly made = new Uint8Array((wordRoom + 1) * places);
  private generation = 0;

  constructor(private readonly memory: WordMemory) {}

  /** Rows a table must have. */
  static readonly count = (wordRoom + 1) * places;

  /** Row of the word at this distance (negative: before the token). What has no number shares a row. */
  rowOf(word: number, distance: number): number {
    return (word === unnumbered ? wordRoom : word) * places + distance + reach;
  }

  /** Whether the row is to be made; from now on it counts as made. */
  lacks(row: number): boolean {
    if (this.generation !== this.memory.generation) this.forget();
    if (this.made[row] === 1) return false;
    if (row < wordRoom * places) this.made[row] = 1;
    return true;
  }

  private forget(): void {
    this.generation = this.memory.generation;
    // What stands outside of a block stays what it is.
    this.made.fill(0, (noWord + 1) * places);
  }
}
