import type { QuotationCase } from '../quotationCase';

/** Several speakers, speakers known by their relation to others, documents and media, and who does not speak. */
export const severalCases: readonly QuotationCase[] = [
  [
    'two names joined',
    '[s [p Lise Berger]] et [p Paul Girard] [c ont déclaré] : « [q Nous avons signé ce matin] ».',
    'Lise Berger et Paul Girard',
  ],
  [
    'two names joined, verb first',
    '« [q Nous avons signé ce matin] », [c ont déclaré] [s [p Lise Berger]] et [p Paul Girard].',
    'Lise Berger et Paul Girard',
  ],
  [
    'two organisations joined',
    '[s La [o CGT]] et la [o CFDT] [c affirment] que [i la direction refuse de négocier].',
    'CGT et CFDT',
  ],
  [
    'two names behind selon',
    '[c Selon] [s [p Lise Berger]] et [p Paul Girard], [i le pont rouvrira lundi matin].',
    'Lise Berger et Paul Girard',
  ],
  [
    'a name behind another source is no second speaker',
    '[c Selon] [s [p Lise Berger]], [i [p Paul Girard] et [p Anne Morel] ont signé le texte].',
    'Lise Berger',
  ],
  [
    'les deux ministres',
    '[p Lise Berger], ministre du Budget, a reçu [p Paul Girard], ministre des Transports. [s Les deux ministres] [c ont déclaré] que [i le plan serait financé].',
    'Lise Berger et Paul Girard',
  ],
  [
    'les deux hommes',
    '[p Hugo Lantier] a rencontré [p Paul Girard] mardi. « [q Nous avons trouvé un accord] », [c ont déclaré] [s les deux hommes].',
    'Hugo Lantier et Paul Girard',
  ],
  [
    'les trois syndicats',
    'La [o CGT], la [o CFDT] et la [o FSU] se sont réunies. [s Les trois syndicats] [c affirment] que [i la direction refuse de négocier].',
    'CGT et CFDT et FSU',
  ],
  [
    'les deux ministres, and three are named: left open',
    '[p Lise Berger], [p Anne Morel] et [p Paul Girard] sont venus. [s Les deux ministres] [c ont déclaré] que [i le plan serait financé].',
    '-',
  ],
  [
    'ils is no single person',
    '[p Paul Girard] est venu. « [q Nous sommes inquiets] », [c ont-[s ils] dit].',
    '-',
  ],
  [
    'les avocats is no single person',
    '[p Paul Girard] est jugé. « [q Nous ferons appel] », [c ont déclaré] [s ses avocats].',
    '-',
  ],
  [
    'le parquet is no person',
    '[p Paul Girard] a été arrêté mardi. « [q Il sera jugé en juin] », [c a indiqué] [s le parquet].',
    '-',
  ],
  [
    'his counterpart by the country',
    '[p Igor Pavlov], ministre russe des Affaires étrangères, a reçu [p Amadou Keïta], ministre malien des Affaires étrangères. « [q Nous sommes prêts] », [c a déclaré] [p Amadou Keïta]. « [q2 Nous aussi, et depuis longtemps] », [c2 a répondu] [s2 son homologue russe].',
  ],
  [
    'le premier of two',
    '[p Paul Girard] et [p Hugo Lantier] se sont parlé. « [q Le train reviendra] », [c a dit] [s le premier].',
    'Paul Girard',
  ],
  [
    'le second of two',
    '[p Paul Girard] et [p Hugo Lantier] se sont parlé. « [q Le train reviendra] », [c a dit] [s le second].',
    'Hugo Lantier',
  ],
  [
    'the mother is not her child',
    '[p Lise Berger] a disparu lundi. « [q Nous la cherchons partout] », [c a dit] [s la mère de [p Lise Berger]].',
    '-',
  ],
  [
    'the member is not the party',
    'La réunion a duré. « [q Nous voterons contre] », [c a dit] [s un député de [o Renaissance]].',
    '-',
  ],
  [
    'a communiqué speaks for its author',
    '[c Selon] [s un communiqué de la [o Croix-Rouge]], [i les secours manquent de lits].',
    'Croix-Rouge',
  ],
  ['an agency that reports', '« [q Le pont est tombé d’un coup] », [c rapporte] [s l’[o AFP]].', 'AFP'],
  [
    'a shared auxiliary',
    '[s [p Lise Berger]] [c a confirmé] que [i le pont rouvrirait lundi], et [c2 proposé] de [i2 baisser le péage].'.replace(
      '[s,s2',
      '[s',
    ),
    'Lise Berger',
    'loose',
  ],
  ['a relative clause before the verb reports nothing', 'Son frère, qui lui a succédé, a annoncé son décès.'],
  [
    'ministre is no infinitive',
    '[i Onze écoles ont rouvert lundi], [c a annoncé] [s la ministre de l’Éducation], [p Anne Morel].',
    'Anne Morel',
  ],
  [
    'a directive ends where another begins',
    '[s La [o CGT]] [c demande] de [i rouvrir la ligne] et [c2 promet] de [i2 manifester mardi].',
    'CGT',
    'loose',
  ],
  ['a charge', 'Il a été mis en examen mardi pour « [x recel aggravé] ».'],
  ['what stands on a wall', 'Sur la façade, une banderole « [x Non au péage] » a été tendue.'],
  ['an effect', 'Les économistes craignent l’effet « [x rebond] ».'],
];
