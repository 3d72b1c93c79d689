import type { QuotationCase } from '../quotationCase';

/** The lexicon at work: each verb behind quoted words, and many before a clause. */
export const verbCases: readonly QuotationCase[] = [
  ...'ajoute explique précise rappelle souligne conclut poursuit insiste confie raconte répond rétorque lance glisse lâche ironise résume martèle prévient promet reconnaît admet avoue concède estime regrette juge dénonce critique'
    .split(' ')
    .map((verb): QuotationCase => [
      `« … », ${verb} X`,
      `« [q Nous n’avons pas le choix] », [c ${verb}] [s [p Paul Girard]].`,
      'Paul Girard',
    ]),
  ...'déclaré indiqué expliqué révélé reconnu promis répété soutenu prétendu démenti confirmé observé répondu conclu'
    .split(' ')
    .map((verb): QuotationCase => [
      `X a ${verb} : « … »`,
      `[s [p Paul Girard]] [c a ${verb}] : « [q Nous n’avons pas le choix] ».`,
      'Paul Girard',
    ]),
  ...'déclare indique explique révèle reconnaît répète soutient prétend assure affirme ajoute précise rappelle conclut répond'
    .split(' ')
    .map((verb): QuotationCase => [
      `X ${verb} que`,
      `[s [p Paul Girard]] [c ${verb}] que [i la ville paiera les travaux].`,
      'Paul Girard',
    ]),
];
