import { problem, type Problem } from '../../problem/problem';
import { ByteReader, ByteWriter, crc32 } from '../../util/bytes';
import { runSteps, type Steps } from '../../util/steps';
import { createChainRecognizer } from './chainRecognizer';
import { readGazetteer, writeGazetteer } from './gazetteer';
import type { RecognizerModel } from './model';
import type { Recognizer } from './recognizer';
import { readNetwork, writeNetwork } from './network';
import { readRescoring, writeRescoring } from './rescoring';
import { readKeys, writeKeys } from './sortedKeys';
import { readWeights, writeWeights } from './weights';
import { readWordTable, writeWordTable } from './wordTable';

/**
 * A model file: magic `VERB`, format version (u32), CRC-32 of the rest (u32), then in order words, gazetteer, history, weights, network, rescoring.
 * Little-endian; numbers without a stated width are LEB128, sorted hashes are stored as differences.
 */
const magic = 0x42524556;

/** Goes up whenever the layout, the labels, the hashes or the feature templates change: an older file then no longer fits. */
export const modelVersion = 4;

const headerLength = 12;

export type LoadedRecognizer = { readonly recognizer: Recognizer } | { readonly problem: Problem };

/** Reads a model file; damaged or mismatched bytes are a problem, never an exception. */
export function loadRecognizer(bytes: Uint8Array): LoadedRecognizer {
  return runSteps(readRecognizer(bytes));
}

/** `loadRecognizer` with pauses between the parts of the file, some milliseconds of work each. */
export function* readRecognizer(bytes: Uint8Array): Steps<LoadedRecognizer> {
  const header = new ByteReader(bytes.subarray(0, headerLength));
  if (header.u32() !== magic || bytes.length < headerLength) return refused('model-unreadable');
  const version = header.u32();
  if (version !== modelVersion) return refused('model-version', version, modelVersion);
  const rest = bytes.subarray(headerLength);
  if (header.u32() !== crc32(rest)) return refused('model-damaged');
  yield;
  const input = new ByteReader(rest);
  const model = yield* readModel(input);
  return input.overrun ? refused('model-damaged') : { recognizer: createChainRecognizer(model) };
}

export function writeModel(model: RecognizerModel): Uint8Array {
  const body = new ByteWriter();
  writeWordTable(body, model.words);
  writeGazetteer(body, model.gazetteer);
  writeKeys(body, model.history.inside.keys);
  writeKeys(body, model.history.outside.keys);
  writeWeights(body, model.weights);
  writeNetwork(body, model.network);
  writeRescoring(body, model.rescoring);
  const rest = body.finish();
  const file = new ByteWriter();
  for (const value of [magic, modelVersion, crc32(rest)]) file.u32(value);
  file.put(rest);
  return file.finish();
}

function* readModel(input: ByteReader): Steps<RecognizerModel> {
  const words = readWordTable(input);
  yield;
  const gazetteer = readGazetteer(input);
  yield;
  const history = { inside: readKeys(input), outside: readKeys(input) };
  yield;
  const weights = readWeights(input);
  yield;
  const network = readNetwork(input);
  yield;
  return { words, gazetteer, history, weights, network, rescoring: readRescoring(input) };
}

function refused(code: string, ...args: readonly (string | number)[]): LoadedRecognizer {
  return { problem: problem(code, 'error', args) };
}
