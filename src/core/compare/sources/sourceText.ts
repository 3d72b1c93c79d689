import { createSource, type Origin, type Source, type TimeCode } from '../source';

/** Puts a source together from stretches of a file, remembering where each stands there. */
export class SourceText {
  #text = '';
  readonly #origins: Origin[] = [];
  readonly #times: TimeCode[] = [];

  /** `length` code units of the file, from `inFile` on, read as `text`. */
  add(text: string, inFile: number, length = text.length): void {
    if (text === '') return;
    this.#origins.push({ inText: this.#text.length, inFile, length });
    this.#text += text;
  }

  /** Something that the file does not hold: a space between two lines that were cut apart. */
  separate(by: ' ' | '\n'): void {
    if (this.#text !== '' && !/\s$/u.test(this.#text)) this.#text += by;
  }

  /** What follows was said at this time. */
  at(seconds: number): void {
    this.#times.push({ start: this.#text.length, seconds });
  }

  finish(): Source {
    return createSource(this.#text, {
      origins: this.#origins,
      ...(this.#times.length > 0 && { times: this.#times }),
    });
  }
}
