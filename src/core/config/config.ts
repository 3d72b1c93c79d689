import type { Problem } from '../problem/problem';
import type { Span } from '../util/span';

/**
 * What `verbatim.yaml` says: everything that changes a verdict or a diagnosis, read alike by editor and command line. Paths and
 * patterns are relative to the folder of the file and, but for a team's register, stay inside it.
 */
export interface Config {
  readonly version: 1;
  /** Glob patterns of text files that are articles, beside those whose extension says so. */
  readonly articles: readonly string[];
  /** Glob patterns of files that are not, whatever else says so. */
  readonly exclude: readonly string[];
  /** BCP 47 code of the articles' language. */
  readonly language: string;
  /** WHATWG label; used where nothing else tells how the bytes are to be read. */
  readonly encoding: string;
  /** Paths of entity registers, the first before the others where they disagree; they may lie outside the folder. */
  readonly register: readonly string[];
  /** What a check of a quotation can come to; the first is the state before any check. */
  readonly verdicts: readonly string[];
  /** House rules: severity and options by rule code, kept as written; `core/rules/readRules.ts` reads them. */
  readonly rules: Readonly<Record<string, unknown>>;
}

export const configFileName = 'verbatim.yaml';

export const defaultConfig: Config = {
  version: 1,
  articles: [],
  exclude: [],
  language: 'fr',
  encoding: 'utf-8',
  register: ['verbatim.entities.yaml'],
  verdicts: [
    'unchecked',
    'accurate',
    'altered',
    'out-of-context',
    'misattributed',
    'unverifiable',
    'false',
    'opinion',
  ],
  rules: {},
};

/** A value for every key, the default where the file's is missing or wrong, and what was wrong. */
export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Where the code of each of `rules` stands in the file, for those who know the rules to point at; absent without rules. */
  readonly ruleSpans?: ReadonlyMap<string, Span>;
}

/** Languages that have a pack. */
export const knownLanguages: readonly string[] = ['fr'];

/** Text longer than this many UTF-16 units is shown but not analysed. */
export const longestAnalysed = 2_000_000;
