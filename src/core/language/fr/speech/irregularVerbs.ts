import type { PrincipalParts } from './inflector';

/** Principal parts of a verb that is neither regular in -er nor of the type "finir"; `undefined` for the regular ones. */
export function irregularPattern(lemma: string): PrincipalParts | undefined {
  const row = patterns.find(([ending]) => lemma === ending || lemma.endsWith(ending));
  if (!row) return undefined;
  const [ending, parts] = row;
  const [singular, plural, imperfect, future, historic, historicPlural, participle] = parts.split(' ');
  const head = lemma.slice(0, lemma.length - ending.length);
  const whole = (part: string | undefined) => head + (part ?? '');
  return {
    presentSingular: whole(singular),
    presentPlural: whole(plural),
    imperfect: whole(imperfect),
    future: whole(future),
    historicSingular: whole(historic),
    historicPlural: whole(historicPlural),
    participle: whole(participle),
  };
}

/**
 * Ending of the infinitive; then present singular and plural, stem of the imperfect, stem of the future, past historic singular
 * and plural, past participle. The longer ending stands before the shorter one that it ends in.
 */
const patterns: readonly (readonly [string, string])[] = [
  ['être', 'est sont ét ser fut furent été'],
  ['avoir', 'a ont av aur eut eurent eu'],
  ['aller', 'va vont all ir alla allèrent allé'],
  ['prédire', 'prédit prédisent prédis prédir prédit prédirent prédit'],
  ['dire', 'dit disent dis dir dit dirent dit'],
  ['crire', 'crit crivent criv crir crivit crivirent crit'],
  ['prendre', 'prend prennent pren prendr prit prirent pris'],
  ['ondre', 'ond ondent ond ondr ondit ondirent ondu'],
  ['endre', 'end endent end endr endit endirent endu'],
  ['aindre', 'aint aignent aign aindr aignit aignirent aint'],
  ['eindre', 'eint eignent eign eindr eignit eignirent eint'],
  ['mettre', 'met mettent mett mettr mit mirent mis'],
  ['naître', 'naît naissent naiss naîtr nut nurent nu'],
  ['naitre', 'nait naissent naiss naitr nut nurent nu'],
  ['croire', 'croit croient croy croir crut crurent cru'],
  ['savoir', 'sait savent sav saur sut surent su'],
  ['enir', 'ient iennent en iendr int inrent enu'],
  ['clure', 'clut cluent clu clur clut clurent clu'],
  ['lire', 'lit lisent lis lir lut lurent lu'],
  ['prévoir', 'prévoit prévoient prévoy prévoir prévit prévirent prévu'],
  ['voir', 'voit voient voy verr vit virent vu'],
  ['vouloir', 'veut veulent voul voudr voulut voulurent voulu'],
  ['pouvoir', 'peut peuvent pouv pourr put purent pu'],
  ['devoir', 'doit doivent dev devr dut durent dû'],
  ['faire', 'fait font fais fer fit firent fait'],
  ['rire', 'rit rient ri rir rit rirent ri'],
  ['suivre', 'suit suivent suiv suivr suivit suivirent suivi'],
  ['mentir', 'ment mentent ment mentir mentit mentirent menti'],
  ['sentir', 'sent sentent sent sentir sentit sentirent senti'],
  ['ouvrir', 'ouvre ouvrent ouvr ouvrir ouvrit ouvrirent ouvert'],
  ['quérir', 'quiert quièrent quér querr quit quirent quis'],
  ['battre', 'bat battent batt battr battit battirent battu'],
];
