import { countryByName } from '../../../language/fr/countries';
import { foldName } from '../../../language/fr/foldName';
import { organizationHeads, wordsOf } from '../../../language/fr/nameWords';
import { organizationNames } from '../../../language/fr/organizations';
import { nameForm } from './nameForm';

let numbers: ReadonlyMap<string, number> | undefined;

/** Number of the organisation in `organizationNames` that has the name: two names of one number are one organisation. */
export function knownOrganization(key: string): number | undefined {
  numbers ??= new Map(
    organizationNames
      .split(/\n| \/ /u)
      .flatMap((names, index) => names.split(';').map((name) => [nameForm(name.trim()).key, index] as const))
      .reverse(),
  );
  return numbers.get(key);
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
