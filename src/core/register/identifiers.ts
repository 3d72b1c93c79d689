/** Schemes of identifiers by their key in the register, in the order in which they are written and shown. */
export const identifierSchemes = [
  'wikidata',
  'orcid',
  'isni',
  'viaf',
  'bnf',
  'ror',
  'siren',
  'lei',
  'geonames',
] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

interface SchemeFacts {
  /** How the scheme is called in any language. */
  readonly name: string;
  /** Form of an identifier, without an address before it; the same as in the JSON Schema. */
  readonly form: RegExp;
}

const schemes: Readonly<Record<IdentifierScheme, SchemeFacts>> = {
  wikidata: { name: 'Wikidata', form: /^Q[1-9]\d{0,11}$/u },
  orcid: { name: 'ORCID', form: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u },
  isni: { name: 'ISNI', form: /^\d{4} ?\d{4} ?\d{4} ?\d{3}[\dX]$/u },
  viaf: { name: 'VIAF', form: /^[1-9]\d{1,21}$/u },
  bnf: { name: 'BnF', form: /^(?:cb)?\d{8}[\da-z]$/u },
  ror: { name: 'ROR', form: /^0[a-z0-9]{8}$/u },
  siren: { name: 'SIREN', form: /^\d{3} ?\d{3} ?\d{3}$/u },
  lei: { name: 'LEI', form: /^[A-Z0-9]{18}\d{2}$/u },
  geonames: { name: 'GeoNames', form: /^[1-9]\d{0,9}$/u },
};

export function nameOfScheme(scheme: IdentifierScheme): string {
  return schemes[scheme].name;
}

export function hasFormOf(scheme: IdentifierScheme, identifier: string): boolean {
  return schemes[scheme].form.test(identifier);
}

/** The page of a Wikidata item; `undefined` for what is none, so that no other address can come of a file. */
export function wikidataPage(identifier: string): string | undefined {
  return hasFormOf('wikidata', identifier) ? `https://www.wikidata.org/wiki/${identifier}` : undefined;
}
