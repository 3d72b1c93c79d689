import { countryLines } from '../../../language/fr/countryNames';

/** ISO 3166-1 alpha-2 code of the country that a lower-case demonym, capital or one-word name belongs to. */
export function countryOfWord(word: string): string | undefined {
  return (byWord ??= readLines()).get(word);
}

// Derived from the table when first asked for, never changed.
let byWord: ReadonlyMap<string, string> | undefined;

function readLines(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const add = (word: string, code: string) => table.set(word, table.get(word) ?? code);
  for (const line of countryLines.split('\n')) {
    const [code = '', masculine = '', feminine = '', ...names] = line.split(';').map((part) => part.trim());
    for (const demonym of [masculine, feminine].filter((part) => part !== '')) {
      add(demonym, code);
      if (!/[sx]$/u.test(demonym)) add(`${demonym}s`, code);
    }
    for (const name of names) if (!/[ ']/u.test(name)) add(name.toLowerCase(), code);
  }
  return table;
}
