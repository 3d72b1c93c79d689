import { determiners } from '../../language/fr/speech/functionWords';
import { looksFinite } from './clauses';
import type { CueFound } from './cues';
import type { MarkedSpan } from './marks';
import { classOf } from './phrases';
import { isCapitalised, wordAt, type Passage } from './passage';

/**
 * First token behind an incise inside marked words, where the quoted words go on; `undefined` when they do not. The incise ends
 * with a comma or a stop; an apposition to the speaker belongs to it: "« …, explique Awa, couturière. La machine… »".
 */
export function inciseEnd(passage: Passage, cue: CueFound, mark: MarkedSpan): number | undefined {
  const limit = lastToken(passage, mark);
  const first = nextSign(passage, cue.end, limit);
  if (first === undefined) return undefined;
  if (cue.clitic !== undefined || isStop(wordAt(passage, first))) return within(first + 1, limit);
  if (!opensApposition(passage, first + 1)) return within(first + 1, limit);
  const second = nextSign(passage, first + 1, limit);
  if (second === undefined) return isShort(passage, first + 1, limit) ? undefined : within(first + 1, limit);
  const closes = !isStop(wordAt(passage, second)) || isCapitalised(passage, second + 1);
  return within((closes && !holdsVerb(passage, first + 1, second) ? second : first) + 1, limit);
}

/** One past the last token of the marked words. */
function lastToken(passage: Passage, mark: MarkedSpan): number {
  const { tokens } = passage;
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.starts[middle] as number) < mark.content.end) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextSign(passage: Passage, from: number, limit: number): number | undefined {
  for (let i = from; i < limit && i < from + 40; i++)
    if (/^(?:[,.!?…)–—:;]|-|\.+)$/u.test(wordAt(passage, i))) return i;
  return undefined;
}

function isStop(word: string): boolean {
  return /^[.!?…:;)]+$/u.test(word);
}

function within(token: number, limit: number): number | undefined {
  return token < limit ? token : undefined;
}

/** A role, an age, "qui", or a noun phrase without a verb. */
function opensApposition(passage: Passage, i: number): boolean {
  const word = wordAt(passage, i);
  const noun = determiners.has(word) ? wordAt(passage, i + 1) : word;
  if (classOf(noun) === 'person' || classOf(noun) === 'organization' || /^\d+$/u.test(word)) return true;
  if (/^(?:qui|dont|en|avant|à|assise?|debout|puis|traduite?|lui|elle)$/u.test(word)) return true;
  const stop = nextSign(passage, i, passage.tokens.count);
  return (
    stop !== undefined &&
    isStop(wordAt(passage, stop)) &&
    stop - i <= 12 &&
    isCapitalised(passage, stop + 1) &&
    !holdsVerb(passage, i, stop)
  );
}

function isShort(passage: Passage, from: number, to: number): boolean {
  return to - from <= 12 && !holdsVerb(passage, from, to);
}

function holdsVerb(passage: Passage, from: number, to: number): boolean {
  if (/^(?:qui|dont)$/u.test(wordAt(passage, from))) return false;
  for (let i = from; i < to; i++)
    if (passage.mentionAt[i] === -1 && looksFinite(wordAt(passage, i))) return true;
  return false;
}
