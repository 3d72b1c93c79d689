/**
 * A table of parameters that learns by Adam (Kingma, Ba 2015), a row at a time: rows that nothing touched since the last step stay
 * as they are, so that large tables of which an example needs a few rows cost little.
 */
export class AdamTable {
  readonly values: Float32Array;
  /** Sums of the gradients since the last step. */
  readonly slopes: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private readonly touched: Uint8Array;
  private readonly list: number[] = [];

  constructor(
    rows: number,
    private readonly width: number,
    initial: () => number,
  ) {
    this.values = Float32Array.from({ length: rows * width }, initial);
    this.slopes = new Float32Array(rows * width);
    this.means = new Float32Array(rows * width);
    this.squares = new Float32Array(rows * width);
    this.touched = new Uint8Array(rows);
  }

  /** Says that the row's slopes change. */
  touch(row: number): void {
    if (this.touched[row] === 1) return;
    this.touched[row] = 1;
    this.list.push(row);
  }

  add(row: number, column: number, slope: number): void {
    this.touch(row);
    this.slopes[row * this.width + column]! += slope;
  }

  /** `count` is the number of steps, this one included. */
  step(rate: number, count: number): void {
    const { values, slopes, means, squares, width } = this;
    const meanScale = 1 / (1 - meanDecay ** count);
    const squareScale = 1 / (1 - squareDecay ** count);
    for (const row of this.list) {
      this.touched[row] = 0;
      for (let k = row * width; k < (row + 1) * width; k++) {
        const slope = slopes[k] as number;
        means[k] = meanDecay * (means[k] as number) + (1 - meanDecay) * slope;
        squares[k] = squareDecay * (squares[k] as number) + (1 - squareDecay) * slope * slope;
        values[k]! -=
          (rate * (means[k] as number) * meanScale) /
          (Math.sqrt((squares[k] as number) * squareScale) + 1e-6);
        slopes[k] = 0;
      }
    }
    this.list.length = 0;
  }
}

const meanDecay = 0.9;
const squareDecay = 0.99;
