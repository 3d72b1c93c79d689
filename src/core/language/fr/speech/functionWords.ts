/** Closed word classes of French, as written in lower case with a straight apostrophe. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

export const determiners = words(`
  le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes plusieurs certains
  certaines quelques chaque aucun aucune deux trois quatre cinq six sept huit neuf dix quel quelle quels quelles divers diverses
  différents différentes tout toute tous toutes`);

export const definiteDeterminers = words("le la les l' ce cet cette ces");
export const indefiniteDeterminers = words(`
  un une des plusieurs certains certaines quelques chaque aucun aucune divers diverses différents différentes`);
export const possessives = words('son sa ses leur leurs');
export const pluralDeterminers = words(`
  les des ces ses leurs mes nos vos tes plusieurs certains certaines quelques deux trois quatre cinq six sept huit neuf dix quels
  quelles divers diverses différents différentes tous toutes`);
export const feminineDeterminers = words(
  'la une cette sa ma ta certaines toute toutes aucune quelle quelles',
);
export const masculineDeterminers = words('le un ce cet mon ton certains tout aucun quel quels');

/** Prepositions that keep the noun phrase behind them from being a subject. */
export const prepositions = words(`
  de du d' des à au aux en dans par pour sur sous avec sans contre vers chez entre depuis pendant après avant lors selon dès parmi
  malgré devant derrière envers outre hormis sauf via durant jusqu' jusque près auprès quant suite face grâce`);

export const ofPrepositions = words("de du d' des");
export const conjunctions = words(`
  que qu' qui quoi dont où lequel laquelle lesquels lesquelles et ou mais car donc or ni si s' comme quand lorsque lorsqu' puisque
  puisqu' tandis alors parce afin quoique`);
export const subordinators = words(`
  que qu' dont où si quand lorsque lorsqu' puisque puisqu' comme tandis parce quoique`);

export const subjectPronouns: ReadonlyMap<string, PronounFeatures> = new Map([
  ['il', { plural: false, gender: 'masculine' }],
  ['elle', { plural: false, gender: 'feminine' }],
  ['ils', { plural: true, gender: 'masculine' }],
  ['elles', { plural: true, gender: 'feminine' }],
  ['celui-ci', { plural: false, gender: 'masculine' }],
  ['celle-ci', { plural: false, gender: 'feminine' }],
  ['ceux-ci', { plural: true, gender: 'masculine' }],
  ['celles-ci', { plural: true, gender: 'feminine' }],
  ['celui-là', { plural: false, gender: 'masculine' }],
  ['celle-là', { plural: false, gender: 'feminine' }],
]);

export interface PronounFeatures {
  readonly plural: boolean;
  readonly gender: 'feminine' | 'masculine';
}

/** Pronouns that speak for nobody the article could name. */
export const impersonalPronouns = words(
  "on je j' nous vous tu certains certaines beaucoup d'autres quelqu'un personne chacun",
);

/** Stressed pronouns, behind "selon". */
export const stressedPronouns: ReadonlyMap<string, PronounFeatures> = new Map([
  ['lui', { plural: false, gender: 'masculine' }],
  ['elle', { plural: false, gender: 'feminine' }],
  ['eux', { plural: true, gender: 'masculine' }],
  ['elles', { plural: true, gender: 'feminine' }],
]);

/** Object clitics, negation and reflexives: they stand between a subject and its verb. */
export const clitics = words("ne n' se s' me m' nous vous lui leur y en le la les l' te t'");
export const reflexives = words("se s' me m'");

/** Forms of avoir and être that build compound tenses; value: whether plural. */
export const auxiliaries: ReadonlyMap<string, { readonly plural: boolean; readonly conditional: boolean }> =
  new Map([
    ...forms('a avait eut aura est était fut sera ait soit', false, false),
    ...forms('ont avaient eurent auront sont étaient furent seront aient soient', true, false),
    ...forms('aurait serait', false, true),
    ...forms('auraient seraient', true, true),
  ]);

export const infinitiveAuxiliaries = words('avoir être ayant étant');

function forms(list: string, plural: boolean, conditional: boolean) {
  return list.split(' ').map((form) => [form, { plural, conditional }] as const);
}

/** Adverbs and time words that may stand between auxiliary and participle, or between a verb and its inverted subject. */
export const insertedWords = words(`
  aussi également ensuite notamment encore enfin déjà toutefois cependant pourtant ainsi alors même bien mal d'abord par ailleurs
  suite hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir après-midi récemment finalement
  clairement vivement simplement rapidement immédiatement aussitôt publiquement officiellement longuement toujours jamais pas plus
  en revanche outre tout maintenant fermement fortement implicitement explicitement justement d'ailleurs sobrement d'emblée presse
  vite souvent longtemps seulement surtout certes peu tant plutôt là`);

/** Very frequent finite verb forms: they tell that a stretch of words is a clause. */
export const commonFiniteVerbs = words(`
  est sont était étaient sera seront serait seraient fut furent soit soient suis es sommes êtes a ont avait avaient aura auront
  aurait auraient ai as avons avez ait aient ai fait font faisait fera ferait vont va ira irait allait allaient vais allons allez
  peut peuvent pouvait pouvaient pourra pourront pourrait pourraient peux pouvons pouvez puisse doit doivent devait devaient devra
  devront devrait devraient dois devons devez veut veulent voulait voulons veux voulez faut fallait faudra faudrait vient viennent
  venait viendra prend prennent prenait prendra met mettent mettra sait savent savait sais savons savez voit voient vois voyons
  voyez reste restent restait restera tient tiennent tenait suit suivent perd perdent gagne gagnent veille existe existent
  connaît connaissent connais attend attendent attends attendons pense pensent pensait crois croit croyons croient dit disent
  devient deviennent deviendra permet permettent permettra donne donnent donnera arrive arrivent montre montrent
  semble semblent demeure demeurent paraît apparaît commence continue continuent cherche cherchent vit vivent meurt meurent
  mérite méritent compte comptent comptons porte portent passe passent parle parlent travaille travaillent travaillons aime aimons
  aiment souhaite souhaitons souhaitent espère espérons demande demandons demandent refuse refusons refusent rend rendent entend
  entendons écoute regarde regardez assure dure marche marchent joue jouons jouent change bouge`);

/** Verbs of being, for "est décrit comme", "ont été appelés". */
export const beForms = words('est sont était étaient sera seront serait seraient fut furent été être');
