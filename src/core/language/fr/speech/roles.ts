/**
 * Offices that French press texts name in several ways, one line each, most specific first: a pattern over the lower-case words
 * of a noun phrase without its determiner, straight apostrophes, one space between words.
 */
export const offices: readonly (readonly [string, RegExp])[] = [
  [
    'foreign-minister',
    /\bministres? .{0,30}affaires étrangères|\bchefs? (?:de la|de leur) diplomatie|\bcheffes? de la diplomatie|\bpatronn?e? de la diplomatie|\bministres? de l' ?europe et des affaires étrangères|\bsecrétaire d' ?état américain|\bchef du quai d' ?orsay|\bdiplomate en chef/u,
  ],
  [
    'interior-minister',
    /\bministre .{0,20}de l' ?intérieur|\blocataire de (?:la place )?beauvau|\bpremier flic/u,
  ],
  ['defence-minister', /\bministre .{0,20}(?:de la défense|des armées)/u],
  ['finance-minister', /\bministre .{0,20}(?:de l' ?économie|des finances)|\bargentier/u],
  [
    'prime-minister',
    /\bpremi(?:er|ère) ministre|\bchef(?:fe)? d(?:u|e son) gouvernement|\bcheffe du gouvernement|\blocataire de matignon|\bchef de l' ?exécutif/u,
  ],
  [
    'head-of-state',
    /\bchef(?:fe)? (?:de l' ?|d' ?|de son )état|\bprésidente? de (?:la république|la fédération|la confédération|la transition)|\blocataire de l' ?élysée|\b(?:hôte|locataire) de la maison[- ]blanche|\bmaître du kremlin|\bhomme fort d/u,
  ],
  [
    'chief-executive',
    /\bpdg\b|\bprésidente?-direct|\bpatronn?e?\b|\bdirect(?:eur|rice) général|\bdirect(?:eur|rice) exécuti/u,
  ],
  [
    'mayor',
    /\bmaire(?:sse)?\b|\bédile\b|\bpremi(?:er|ère) magistrate? de la (?:ville|commune|cité)|\bbourgmestre/u,
  ],
  ['coach', /\bentraîneu(?:r|se|re)\b|\bcoach\b|\bsélectionneu|\btechnicien\b|\bmanager\b/u],
  ['prosecutor', /\bprocureure?\b|\bmagistrate? du parquet|\bchef du parquet|\bavocate? générale?/u],
  ['lawyer', /\bavocate?\b|\bconseil de\b|\bdéfenseur\b|\bpénaliste\b/u],
  ['presiding-judge', /\bmagistrate?\b|\bprésidente? (?:du tribunal|de la cour|d' ?audience)/u],
  ['spokesperson', /\bporte-parole\b/u],
  ['president', /\b(?:co-?)?présidente?\b|\bpdg\b|\bpatronn?e?\b/u],
  ['minister', /\bministre\b/u],
  ['secretary-general', /\bsecrétaire général|\bn(?:uméro un|° ?1) (?:du syndicat|de la c)/u],
  ['trade-unionist', /\bsyndicaliste\b|\bdéléguée? syndica/u],
  [
    'researcher',
    /\bcherch(?:eur|euse)\b|\bscientifique\b|\bautrice principale|\bauteur principal|\bastro|\bphysicien|\bbiologiste|\bclimatologue|\bvirologue|\bépidémiologiste|\bhistorien/u,
  ],
  ['writer', /\bécrivaine?\b|\bromanci(?:er|ère)\b|\baut(?:eur|rice)\b/u],
  ['film-maker', /\bréalisat(?:eur|rice)\b|\bcinéaste\b/u],
];

/** Heads that take the place of another noun: "ce dernier", "l’intéressée", "son homologue". */
export const anaphoricHeads =
  /^(?:dernier|dernière|intéressée?|même|homme|femme|responsable|quadragénaire|quinquagénaire|trentenaire|sexagénaire|septuagénaire|octogénaire)$/u;

/** Titles in front of a name that tell its bearer's gender. */
export const masculineTitles = /^(?:m\.?|monsieur|mgr|sir|lord|don|frère|père|abbé|cheikh|sheikh)$/u;
export const feminineTitles = /^(?:mme|mlle|madame|mademoiselle|lady|sœur|doña)$/u;
