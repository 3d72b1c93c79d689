import { ActiveTokens, type WordHistory } from '../../core/analysis/ner/activeTokens';
import { Flag, TokenAttributes, type Tables } from '../../core/analysis/ner/attributes';
import { FeatureReader, featureRoom } from '../../core/analysis/ner/features';
import { classBit } from '../../core/analysis/ner/gazetteer';
import { labelOf, outside, Place, typeIndex } from '../../core/analysis/ner/labels';
import { NetworkInputs, slotCount } from '../../core/analysis/ner/networkInputs';
import { SortedKeys } from '../../core/analysis/ner/sortedKeys';
import type { TokenizedBlock } from '../../core/analysis/types';
import { splitSentences } from '../../core/text/sentences';
import { tokenize } from '../../core/text/tokens';
import type { GoldArticle, GoldName } from './corpus';

/** A run of tokens with its labels, the hashes of each token's features and what the network sees of it. */
export interface Example {
  readonly article: number;
  readonly labels: Uint8Array;
  /** Token × where its features start in `features`; one more entry than tokens. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  /** Token × slot: the rows of the word table whose vectors the network reads. */
  readonly rows: Int32Array;
  /** Token × where its entries of the network's table start in `entries`. */
  readonly entryStarts: Int32Array;
  readonly entries: Int32Array;
}

export interface BlockExamples {
  readonly block: TokenizedBlock;
  /** Label of each token; `outside` where the annotation does not fit the tokens. */
  readonly labels: Uint8Array;
}

/** The blocks of an article with a label for each token. */
export function labelBlocks(gold: GoldArticle): readonly BlockExamples[] {
  return gold.article.blocks.map((block) => {
    const tokens = tokenize(block.text);
    const tokenized: TokenizedBlock = { block, tokens, sentences: splitSentences(tokens) };
    const labels = new Uint8Array(tokens.count);
    for (const name of gold.names)
      if (block.span.start <= name.span.start && name.span.end <= block.span.end)
        mark(labels, tokenized, name);
    return { block: tokenized, labels };
  });
}

function mark(labels: Uint8Array, { block, tokens }: TokenizedBlock, name: GoldName): void {
  const start = tokens.starts.indexOf(name.span.start - block.span.start);
  const end = tokens.ends.indexOf(name.span.end - block.span.start);
  if (start < 0 || end < start) return;
  const type = typeIndex(name.type);
  if (type < 0) return;
  for (let i = start; i <= end; i++)
    labels[i] = labelOf(
      type,
      start === end ? Place.Alone : i === start ? Place.First : i === end ? Place.Last : Place.Inner,
    );
}

/** Which small words occur inside names, and which often occur but never there. */
export function countHistory(articles: readonly (readonly BlockExamples[])[], tables: Tables): WordHistory {
  const inside = new Map<number, number>();
  const outsideCounts = new Map<number, number>();
  const listed = new Set<number>();
  const attributes = new TokenAttributes(tables);
  for (const { block, labels } of articles.flat()) {
    attributes.read(block);
    for (let i = 0; i < attributes.count; i++) {
      const flags = attributes.flags[i] as number;
      if (flags & (Flag.Capital | Flag.Digit | Flag.Function)) continue;
      const counts = labels[i] === outside ? outsideCounts : inside;
      const lower = attributes.lower[i] as number;
      if ((attributes.mask[i] as number) & heads) listed.add(lower);
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
    }
  }
  return {
    inside: keysOf(
      [...inside]
        .filter(([lower, count]) => count >= 2 || count * 20 >= (outsideCounts.get(lower) ?? 0))
        .map(([lower]) => lower),
    ),
    outside: keysOf(
      [...outsideCounts]
        .filter(([lower, count]) => count >= oftenOutside && !inside.has(lower) && !listed.has(lower))
        .map(([lower]) => lower),
    ),
  };
}

/** A small word seen this often, and never inside a name, is taken never to be inside one. */
const oftenOutside = 15;

/** Words on these lists can be inside names even if the training articles have them nowhere there. */
const heads =
  classBit('demonym') | classBit('organizationHead') | classBit('placeHead') | classBit('eventHead');

function keysOf(hashes: readonly number[]): SortedKeys {
  return new SortedKeys(Uint32Array.from(hashes, (hash) => hash >>> 0).sort());
}

/** Reads the features of every run once; the result is what training works on. */
export function makeExamples(
  articles: readonly (readonly BlockExamples[])[],
  tables: Tables,
  history: WordHistory,
): readonly Example[] {
  const attributes = new TokenAttributes(tables);
  const reader = new FeatureReader(attributes, tables.words.classes);
  const inputs = new NetworkInputs(attributes, reader);
  const active = new ActiveTokens(history);
  const examples: Example[] = [];
  let buffer = new Int32Array(1 << 16);
  for (const [article, blocks] of articles.entries()) {
    for (const { block, labels } of blocks) {
      attributes.read(block);
      reader.prepare();
      for (const { start, end } of active.runs(attributes, block.sentences)) {
        const room = (end - start) * featureRoom;
        if (room > buffer.length) buffer = new Int32Array(room);
        const starts = new Int32Array(end - start + 1);
        let at = 0;
        for (let i = start; i < end; i++) {
          at = reader.read(i, buffer, at);
          starts[i - start + 1] = at;
        }
        examples.push({
          article,
          labels: wholeNames(labels.slice(start, end)),
          starts,
          features: buffer.slice(0, at),
          ...readInputs(inputs, start, end),
        });
      }
    }
  }
  return examples;
}

function readInputs(
  inputs: NetworkInputs,
  start: number,
  end: number,
): Pick<Example, 'rows' | 'entryStarts' | 'entries'> {
  const rows = new Int32Array((end - start) * slotCount);
  const entryStarts = new Int32Array(end - start + 1);
  const entries: number[] = [];
  for (let i = start; i < end; i++) {
    inputs.read(i);
    rows.set(inputs.rows, (i - start) * slotCount);
    for (let e = 0; e < inputs.count; e++) entries.push(inputs.entries[e] as number);
    entryStarts[i - start + 1] = entries.length;
  }
  return { rows, entryStarts, entries: Int32Array.from(entries) };
}

/** A name cut by the run's end cannot be learned: its part is made outside. */
function wholeNames(labels: Uint8Array): Uint8Array {
  for (let i = 0; i < labels.length; i++) {
    const place = placeOf(labels[i] as number);
    if (place !== Place.First) {
      if (place === Place.Inner || place === Place.Last) labels[i] = outside;
      continue;
    }
    let last = i + 1;
    while (last < labels.length && placeOf(labels[last] as number) === Place.Inner) last++;
    if (last >= labels.length || placeOf(labels[last] as number) !== Place.Last)
      labels.fill(outside, i, last);
    else i = last;
  }
  return labels;
}

function placeOf(label: number): Place | undefined {
  return label === outside ? undefined : (((label - 1) & 3) as Place);
}
