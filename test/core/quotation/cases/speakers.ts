import type { QuotationCase } from '../quotationCase';

/** Who is behind the words that speak. */
export const speakerCases: readonly QuotationCase[] = [
  [
    'surname for the full name',
    '[p Lise Berger] préside la région. « [q Le train reviendra] », [c a dit] [s [p Berger]].',
    'Lise Berger',
  ],
  [
    'title and surname',
    '[p Lise Berger] préside la région. « [q Le train reviendra] », [c a dit] [s Mme [p Berger]].',
    'Lise Berger',
  ],
  [
    'pronoun, one candidate',
    '[p Lise Berger] préside la région. « [q Le train reviendra] », [c a-t-[s elle] dit].',
    'Lise Berger',
  ],
  [
    'pronoun, gender decides',
    '[p Lise Berger] a reçu [p Paul Girard]. « [q Le train reviendra] », [c a-t-[s elle] dit].',
    'Lise Berger',
  ],
  [
    'two men could be meant: left open',
    '[p Hugo Lantier] a reçu [p Paul Girard] mardi. « [q Le train reviendra] », [c a-t-[s il] dit].',
    '-',
  ],
  [
    'the same speaker goes on',
    '« [q Le train reviendra] », [c a dit] [s [p Paul Girard]]. « [q2 Il reviendra en mai] », [c2 a-t-[s2 il] ajouté].',
    'Paul Girard',
  ],
  [
    'sentence in marks goes on',
    '« [q Le train reviendra] », [c a dit] [s [p Paul Girard]]. « [q2 Nous avons signé hier.] »',
  ],
  [
    'role stated before',
    '[p Lise Berger], présidente de la région, est venue. « [q Le train reviendra] », [c a dit] [s la présidente].',
    'Lise Berger',
  ],
  [
    'role stated before, with a complement',
    '[p Lise Berger], présidente de la région, est venue. « [q Le train reviendra] », [c a dit] [s la présidente de la région].',
    'Lise Berger',
  ],
  [
    'role synonym: head of diplomacy',
    'La réunion s’est tenue autour d’[p Amadou Keïta], ministre malien des Affaires étrangères. « [q Nous sommes prêts] », [c a dit] [s le chef de la diplomatie malienne].',
    'Amadou Keïta',
  ],
  [
    'role synonym with two countries',
    '[p Amadou Keïta], ministre malien des Affaires étrangères, a reçu [p Igor Pavlov], ministre russe des Affaires étrangères. « [q Nous sommes prêts] », [c a dit] [s le chef de la diplomatie russe].',
    'Igor Pavlov',
  ],
  [
    'role synonym: chief executive',
    '[p Lise Berger], PDG de [o Solvanor], a parlé. « [q Nous embauchons] », [c a dit] [s la patronne].',
    'Lise Berger',
  ],
  [
    'coach',
    '[p Paul Girard], entraîneur de [o Lens], a souri. « [q On a bien joué] », [c a dit] [s le coach].',
    'Paul Girard',
  ],
  [
    'prime minister as head of government',
    '[p Luc Ferrand], Premier ministre, a tranché. « [q Le texte sera retiré] », [c a dit] [s le chef du gouvernement].',
    'Luc Ferrand',
  ],
  [
    'role that another holds is not taken',
    '[p Paul Girard], avocat à [l Lens], est venu. « [q Le texte sera retiré] », [c a dit] [s un ministre].',
    '-',
  ],
  [
    'an indefinite role is nobody',
    '[p Paul Girard] est venu. « [q Le texte est mauvais] », [c a dit] [s un habitant].',
    '-',
  ],
  [
    'a possessive relative is nobody',
    '[p Paul Girard] est venu. « [q Il ne dort plus] », [c a dit] [s sa sœur].',
    '-',
  ],
  ['several anonymous', '« [q On n’en peut plus] », [c disent] [s des riverains].', '-'],
  [
    'organisation by its name',
    '« [q Le trafic reprendra mardi matin] », [c assure] [s la [o SNCF]].',
    'SNCF',
  ],
  [
    'organisation by its acronym',
    'La [o Fédération nationale des pêcheurs] ([o FNP]) a réagi. « [q Le texte est mauvais] », [c juge] [s la [o FNP]].',
    'Fédération nationale des pêcheurs',
  ],
  [
    'a communiqué by its organisation',
    '« [q Le trafic reprendra] », [c indique] [s un communiqué de la [o SNCF]].',
    'SNCF',
  ],
  [
    'a spokesperson is not the organisation',
    '« [q Le trafic reprendra] », [c indique] [s un porte-parole de la [o SNCF]].',
    '-',
  ],
  [
    'a spokesperson with a name',
    '« [q Le trafic reprendra] », [c indique] [s [p Lise Berger]], porte-parole de la [o SNCF].',
    'Lise Berger',
  ],
  ['a country speaks', '[s La [l Russie]] [c a affirmé] que [i le navire était vide].', 'Russie'],
  ['a newspaper speaks', '« [q Le ministre va partir] », [c écrit] [s [o Le Soir]].', 'Le Soir'],
  [
    'nested quotation has its own speaker',
    '« [q Le maire m’a dit que c’était fini] », [c raconte] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  [
    'full name behind role and complement',
    '« [q Le texte sera retiré] », [c a dit] [s le ministre de l’Intérieur [p Luc Ferrand]].',
    'Luc Ferrand',
  ],
  [
    'apposition behind the role',
    '« [q Le texte sera retiré] », [c a dit] [s le secrétaire général du syndicat], [p Luc Ferrand].',
    'Luc Ferrand',
  ],
  [
    'somebody else in the quotation',
    '« [q [p Paul Girard] doit partir] », [c a dit] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  [
    'somebody else behind a preposition',
    'Devant [p Paul Girard], [s [p Lise Berger]] [c a déclaré] : « [q Le texte sera retiré] ».',
    'Lise Berger',
  ],
  [
    'somebody else as the one spoken to',
    '[s [p Lise Berger]] [c a répondu] à [p Paul Girard] : « [q Le texte sera retiré] ».',
    'Lise Berger',
  ],
  [
    'subject far from its verb',
    '[s [p Lise Berger]], qui préside la région depuis 2015, [c a déclaré] : « [q Le texte sera retiré] ».',
    'Lise Berger',
  ],
];
