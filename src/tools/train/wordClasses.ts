import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { hashForm } from '../../core/analysis/ner/hash';
import { SortedKeys } from '../../core/analysis/ner/sortedKeys';
import type { WordTable } from '../../core/analysis/ner/wordTable';
import { corpusPath } from './corpus';

/** The word classes of `corpora/word-clusters-fr` (CC0), by hash. Of two words with one hash the more frequent counts. */
export function readWordClasses(): WordTable {
  const text = gunzipSync(readFileSync(corpusPath('word-clusters-fr', 'clusters.tsv.gz'))).toString('utf8');
  const rows = new Map<number, number>();
  const classes: number[] = [];
  for (const line of text.split('\n')) {
    const [word, row, coarse, middle, fine] = line.split('\t');
    if (!word) continue;
    const number = Number(row);
    const hash = hashForm(word) >>> 0;
    rows.set(hash, Math.min(number, rows.get(hash) ?? number));
    [coarse, middle, fine].forEach((value, level) => (classes[number * 3 + level] = Number(value)));
  }
  const keys = Uint32Array.from(rows.keys()).sort();
  return {
    words: new SortedKeys(keys),
    rowOf: Uint16Array.from(keys, (key) => rows.get(key) ?? 0),
    classes: Uint16Array.from({ length: classes.length }, (_, index) => classes[index] ?? 0),
  };
}
