import { why } from '../../annotation/why';
import type { Span } from '../../util/span';
import type { Draft } from './drafts';
import type { CueFound } from './cues';
import { sentenceAt } from './links';
import { isPunctuation, spanOf, wordAt, type Passage } from './passage';

/** Sentences that may go on behind one "selon": farther ones are the reporter's own as often as not. */
const farthest = 3;

/** How likely such a sentence is reported: low, since the conditional is also the reporter's own reserve. */
const chance = 0.4;

/**
 * Sentences in the conditional right behind one with "selon" or "d’après": "Selon la police, l’homme était armé. Il aurait tiré deux
 * fois." Weak suggestions: nothing in the sentence names a source, so whoever spoke last may go on.
 */
export function freeConditionals(
  passage: Passage,
  drafts: readonly Draft[],
  cues: readonly CueFound[],
): readonly Draft[] {
  const taken = new Set(drafts.map(({ token }) => sentenceAt(passage.sentences, token).start));
  const busy = new Set(cues.map(({ head }) => sentenceAt(passage.sentences, head).start));
  return drafts.flatMap((draft) => {
    if (draft.form !== 'indirect' || draft.cue?.form !== 'preposition' || draft.cue.tone === 'thinks')
      return [];
    const found: Draft[] = [];
    for (let sentence = next(passage, draft.token); sentence && found.length < farthest;) {
      const isFree = !taken.has(sentence.start) && !busy.has(sentence.start);
      if (!isFree || !isConditional(passage, sentence)) break;
      taken.add(sentence.start);
      found.push(continuation(draft, passage, sentence));
      sentence = next(passage, sentence.start);
    }
    return found;
  });
}

function next(passage: Passage, token: number): Span | undefined {
  const { end } = sentenceAt(passage.sentences, token);
  return end < passage.tokens.count ? sentenceAt(passage.sentences, end) : undefined;
}

/** Whether its first finite verb that can be told is in the conditional, and nothing is in marks. */
function isConditional({ words, inside }: Passage, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (inside[i] !== -1) return false;
  for (let i = start; i < end; i++) {
    const word = words[i] as string;
    if (/^(?:aurait|auraient|serait|seraient|\p{Ll}{3,}(?:rait|raient))$/u.test(word)) return true;
    if (/^(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront)$/u.test(word)) return false;
  }
  return false;
}

function continuation(draft: Draft, passage: Passage, { start, end }: Span): Draft {
  let last = end;
  while (
    last > start + 1 &&
    isPunctuation(passage, last - 1) &&
    /^[.!?…;:]+$/u.test(wordAt(passage, last - 1))
  )
    last--;
  const { cue: _cue, ...rest } = draft;
  return {
    ...rest,
    content: [spanOf(passage, start, last)],
    sources: [],
    token: start,
    found: chance,
    formConfidence: chance,
    why: [why('reported-clause', draft.cue?.lemma ?? '')],
  };
}
