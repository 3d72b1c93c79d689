/** What a problem, or a reason, says of itself: a code and what fills its sentence. */
export interface Coded {
  readonly code: string;
  readonly args: readonly (string | number)[];
}

/** A host's translation of a sentence, which fills `{0}`, `{1}` … in the user's language. */
export type Translate = (sentence: string, ...args: readonly (string | number)[]) => string;

/**
 * The look-up of coded messages of one host: from the English sentences by code, and by what the host translates with. A code without
 * a sentence is shown as it is: never silence.
 */
export function messageLookUp(
  sentences: Readonly<Record<string, string>>,
  translate: Translate,
): (message: Coded) => string {
  return ({ code, args }) => {
    const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
    return sentence === undefined ? [code, ...args].join(' ') : translate(sentence, ...args);
  };
}
