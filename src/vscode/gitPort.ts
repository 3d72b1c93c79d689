/** What was set up, or why not: no repository there, or git's own words. */
export type GitSetUp =
  | { readonly attributesFile: string; readonly attributesChanged: boolean; readonly configChanged: boolean }
  | { readonly failure: 'no-repository' }
  | { readonly failure: 'failed'; readonly message: string };

/** git's merge driver for sidecars, as hosts with programs and a disk of their own have it. Paths are the system's. */
export interface GitPort {
  /** Makes git merge sidecars record by record in the repository that holds a folder. Doing it again changes nothing. */
  setUp(folder: string): Promise<GitSetUp>;
  /** What is and is not set up, in the user's language. Changes nothing. */
  report(folder: string): Promise<string>;
  /** Brings the program that git calls up to date, where somebody has set it up. */
  refresh(): Promise<void>;
}
