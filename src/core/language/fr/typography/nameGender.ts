import type { EntityType } from '../../../annotation/types';
import { countryByName, countryFacts, countryOfCity } from '../countries';
import { organizationHeads, wordsOf } from '../nameWords';

/** How a name stands with an article: masculine, feminine or plural, or without one ("Renault", "Bamako", "Madagascar"). */
export type NameKind = 'masculine' | 'feminine' | 'plural' | 'bare';

/** `undefined` where the name alone does not tell. */
export function kindOfName(name: string, type: EntityType): NameKind | undefined {
  if (type === 'person') return 'bare';
  if (type === 'location') return kindOfPlace(name);
  return kindOfNoun(name.split(/[\s\u00a0'’-]/u)[0] ?? '', type);
}

/** Whether "en" and "au" go before it: a country, a continent or a region with an article. */
export function isCountry(name: string): boolean {
  return countryByName(name) !== undefined;
}

function kindOfPlace(name: string): NameKind | undefined {
  const code = countryByName(name);
  if (code === undefined) return countryOfCity(name) === undefined ? undefined : 'bare';
  const shown = countryFacts(code)?.name ?? name;
  if (withoutArticle.has(code)) return 'bare';
  if (
    /^(?:États|Pays|Émirats|Îles)|^(?:Philippines|Comores|Maldives|Seychelles|Bahamas|Palaos|Fidji)$/u.test(
      shown,
    )
  )
    return 'plural';
  return /e$|^(?:République|Guinée|Arabie|Papouasie)/u.test(shown) && !masculineInE.has(code)
    ? 'feminine'
    : 'masculine';
}

/** ISO codes of islands and cities that are countries. */
const withoutArticle = new Set(
  'CU MG CY MT IL HT SG MU DJ MC SM AD TW OM HK MO PR LC VC KN AG ST TT NR'.split(' '),
);
const masculineInE = new Set(['MX', 'KH', 'MZ', 'ZW', 'BZ', 'SR']);

function kindOfNoun(word: string, type: EntityType): NameKind | undefined {
  const noun = word.toLowerCase();
  if (masculine.has(noun)) return 'masculine';
  if (feminine.has(noun) || feminineEnd.test(noun)) return 'feminine';
  if (/^(?:nations|forces|jeux|états|assises|journées|rencontres|éditions|restos)$/u.test(noun))
    return 'plural';
  return type === 'organization' && heads().has(noun) ? 'masculine' : undefined;
}

let known: ReadonlySet<string> | undefined;

function heads(): ReadonlySet<string> {
  return (known ??= new Set(wordsOf(organizationHeads)));
}

const masculine = new Set(['comité', 'comté', 'traité', 'musée', 'lycée', 'groupe', 'service', 'ministère']);
const feminineEnd = /(?:[stx]ion|té|ance|ence|ie|ée|ure|ette|elle|euse|trice|ique)$/u;
const feminine = new Set(
  `union ligue banque chambre cour école église équipe force maison marine police radio troupe usine ville garde junte cellule caisse brigade centrale croix
filiale firme guilde ambassade amicale antenne métropole milice coopérative entreprise armée chaîne gauche droite coupe fête finale foire course guerre`.split(
    /\s/u,
  ),
);
