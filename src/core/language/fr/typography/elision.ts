/**
 * Whether "de", "le", "que" lose their vowel before the name: "d’Abidjan", "l’Hérault", "d’Hélène", but "de Hambourg", "du Yémen".
 * An h is silent only where a list says so: in names from elsewhere it mostly is not.
 */
export function elides(name: string): boolean {
  const first = name.split(/[\s\u00a0\u202f-]/u)[0] ?? '';
  const word = fold(first);
  // An acronym is read as it is spelt: "l’OUA".
  if (/^[AEIO]\p{Lu}+$/u.test(first)) return true;
  switch (word[0]) {
    case 'h':
      return silent.some((start) => word.startsWith(start));
    case 'y':
      return /^y(?:[^aeiouy]|$)/u.test(word) || voicedY.has(word);
    case 'o':
      // "Ouattara" begins like "watt", "Ouganda" and "ouest" with a vowel.
      return !numerals.has(word) && (!/^ou[aei]/u.test(word) || word.startsWith('ouest'));
    case 'u':
      return !/^u(?:hl|bu$)/u.test(word);
    case undefined:
      return false;
    default:
      return 'aei'.includes(word[0] as string) && !consonantalI.test(word);
  }
}

/** Beginnings of words and names whose h is silent, without accents. */
const silent =
  `habit hadrien haiti hagio haleine halogene harmoni haroun hebdo hebreu hectare hegesippe helene heleno helico helvet hemat hemi hemo henri
hepat herault herbe herbi heredit heriti hermann hermes hermine herod heroi herve hesit hetero heure hexagon hippo hippolyte histoire histor hiver hoir
holocauste homeo homere homme homo honneur honnete honor hopita horace horizon horloge horoscope horreur horticul hortense hospi hostil hote huile
hubert hugo hugues huissier humain human humble humeur humid humour hyacinthe hybrid hydr hyeres hygien hymne hyper hypo hysteri`.split(
    /\s/u,
  );

const voicedY = new Set(['yonne', 'yeu', 'york', 'yerres', 'yeuse', 'yeux']);
const consonantalI = /^i(?:e[nm]g|o[uw])/u;
const numerals = new Set(['onze', 'onzieme']);

function fold(word: string): string {
  return word.toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae').normalize('NFD').replace(/\p{M}/gu, '');
}
