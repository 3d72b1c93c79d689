import { countryByName } from '../../../language/fr/countries';
import { organizationHeads, wordsOf } from '../../../language/fr/nameWords';
import { organizationNames } from '../../../language/fr/organizations';
import { foldName, nameForm } from './nameForm';

let lines: ReadonlyMap<string, number> | undefined;

/** Number of the line of `organizationNames` that lists the name: two names of one line are one organisation. */
export function knownOrganization(key: string): number | undefined {
  lines ??= new Map(
    organizationNames
      .split('\n')
      .flatMap((line, index) => line.split(';').map((name) => [nameForm(name.trim()).key, index] as const))
      .reverse(),
  );
  return lines.get(key);
}

/** Key under which all names of one country fall together. */
export function knownCountry(name: string): string | undefined {
  return countryByName(name) ?? countryByName(name.replace(/^(?:l['’]|la |le |les )/iu, ''));
}

const heads = new Set(wordsOf(organizationHeads).map(foldName));

/** Whether the word is a common noun that heads organisations' names: "confédération", "groupe". */
export function isOrganizationHead(word: string): boolean {
  return heads.has(word);
}
