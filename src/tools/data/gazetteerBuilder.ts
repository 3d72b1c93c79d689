import { hashFolded, joinHash } from '../../core/analysis/ner/hash';
import {
  classBit,
  longestPhrase,
  prefixBit,
  type Gazetteer,
  type GazetteerClass,
} from '../../core/analysis/ner/gazetteer';
import { SortedKeys } from '../../core/analysis/ner/sortedKeys';
import { tokenText, tokenize } from '../../core/text/tokens';

/** Collects phrases and their classes; the result does not depend on the order of the calls. */
export class GazetteerBuilder {
  private readonly masks = new Map<number, number>();

  add(name: GazetteerClass, phrases: Iterable<string>): void {
    for (const phrase of phrases) this.addPhrase(phrase, classBit(name));
  }

  finish(): Gazetteer {
    const keys = Uint32Array.from(this.masks.keys(), (key) => key >>> 0).sort();
    const masks = Int32Array.from(keys, (key) => this.masks.get(key | 0) ?? 0);
    return { phrases: new SortedKeys(keys), masks };
  }

  private addPhrase(phrase: string, bit: number): void {
    const tokens = tokenize(phrase);
    if (tokens.count === 0 || tokens.count > longestPhrase) return;
    let hash = 0;
    for (let i = 0; i < tokens.count; i++) {
      hash = joinHash(hash, hashFolded(tokenText(tokens, i)));
      const mask = this.masks.get(hash) ?? 0;
      this.masks.set(hash, mask | (i + 1 === tokens.count ? bit : prefixBit));
    }
  }
}
