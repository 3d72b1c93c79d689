import { compareQuotation, type Likeness } from '../../core/compare/compareQuotation';
import type { Source } from '../../core/compare/source';
import type { Span } from '../../core/util/span';
import { overlaps } from '../../core/util/span';
import { runSteps } from '../../core/util/steps';
import type { Dice } from '../calibrate/random';
import type { Alteration } from './alterations';

export interface Trial {
  readonly kind: Likeness;
  readonly said: string;
  readonly quoted: string;
  /** It was said to be the same words though it is not. */
  readonly isFalse: boolean;
  /** The passage that it was taken from was found. */
  readonly isFound: boolean;
}

const same: readonly Likeness[] = ['verbatim', 'typographic', 'abridged'];

/** Takes a passage of the source at random, falsifies it, and compares. `undefined` where nothing could be falsified. */
export function trial(source: Source, alteration: Alteration, random: Dice): Trial | undefined {
  const passage = passageOf(source, random);
  if (!passage) return undefined;
  const said = source.text.slice(passage.start, passage.end);
  const quoted = alteration.alter(said, random);
  // What stands so elsewhere, or differs in nothing that is a word, is no falsification.
  if (quoted === undefined || bare(source.text).includes(bare(quoted))) return undefined;
  const found = runSteps(compareQuotation(quoted, [{ start: 0, end: quoted.length }], source));
  return {
    kind: found.kind,
    said,
    quoted,
    isFalse: same.includes(found.kind),
    isFound: found.passage !== undefined && overlaps(found.passage, passage),
  };
}

/** Some eight to thirty words in one paragraph. */
function passageOf({ words, text }: Source, random: Dice): Span | undefined {
  if (words.length < 40) return undefined;
  const first = random.below(words.length - 31);
  const last = words[first + 8 + random.below(23)];
  const span = { start: words[first]?.span.start ?? 0, end: last?.span.end ?? 0 };
  return /[\n…[\]]|\.\.\.|\(/u.test(text.slice(span.start, span.end)) ? undefined : span;
}

/** Letters and digits in small letters, by a way of its own: what is measured must not measure itself. */
function bare(text: string): string {
  return ` ${(
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}
