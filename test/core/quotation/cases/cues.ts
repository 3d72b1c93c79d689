import type { QuotationCase } from '../quotationCase';

/** Words of saying: where they stand and how they are built. */
export const cueCases: readonly QuotationCase[] = [
  ['present, noun behind', '« [q La grève continue] », [c affirme] [s [p Paul Girard]].', 'Paul Girard'],
  ['compound past', '« [q La grève continue] », [c a affirmé] [s [p Paul Girard]].', 'Paul Girard'],
  ['imperfect', '« [q La grève continue] », [c affirmait] [s [p Paul Girard]] mardi.', 'Paul Girard'],
  ['pluperfect', '« [q La grève continue] », [c avait affirmé] [s [p Paul Girard]] mardi.', 'Paul Girard'],
  ['past historic', '« [q La grève continue] », [c affirma] [s [p Paul Girard]].', 'Paul Girard'],
  [
    'conditional of hearsay',
    '« [q La grève continue] », [c aurait affirmé] [s [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'adverb between auxiliary and participle',
    '« [q La grève continue] », [c a également affirmé] [s [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'time between cue and speaker',
    '« [q La grève continue] », [c a affirmé] mardi [s [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'place between commas',
    '« [q La grève continue] », [c a affirmé], mardi à Brest, [s [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'inverted pronoun with t',
    '[p Paul Girard] a pris la parole. « [q La grève continue] », [c a-t-[s il] affirmé].',
    'Paul Girard',
  ],
  [
    'inverted pronoun, simple tense',
    '[p Paul Girard] a pris la parole. « [q La grève continue] », [c affirme-t-[s il]].',
    'Paul Girard',
  ],
  [
    'inverted pronoun without t',
    '[p Paul Girard] a pris la parole. « [q La grève continue] », [c dit-[s il]].',
    'Paul Girard',
  ],
  ['reflexive', '« [q Quelle journée] », [c s’enthousiasme] [s [p Lise Berger]].', 'Lise Berger'],
  [
    'reflexive, compound',
    '« [q Nous sommes trahis] », [c s’est indignée] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  ['subject first, colon', '[s [p Paul Girard]] [c a déclaré] : « [q La grève continue] ».', 'Paul Girard'],
  [
    'subject first, time, colon',
    '[s [p Paul Girard]] [c a déclaré] lundi soir devant la presse : « [q La grève continue] ».',
    'Paul Girard',
  ],
  [
    'subject first, que, marks around the clause',
    '[s [p Paul Girard]] [c a déclaré] que « [q la grève continue jusqu’à vendredi] ».',
    'Paul Girard',
  ],
  [
    'selon before',
    '[c Selon] [s [p Paul Girard]], « [q la grève va continuer jusqu’à vendredi] ».',
    'Paul Girard',
  ],
  [
    'selon behind',
    '« [q La grève va continuer jusqu’à vendredi] », [c selon] [s [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'd’après behind',
    '« [q La grève va continuer jusqu’à vendredi] », [c d’après] [s [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'pour in front',
    '[c Pour] [s [p Paul Girard]], « [q la grève est la seule réponse possible] ».',
    'Paul Girard',
  ],
  [
    'relative clause',
    '[s [p Paul Girard]], qui [c a déclaré] : « [q La grève continue] », est reparti sans un mot.',
    'Paul Girard',
  ],
  [
    'role with name, inverted',
    '« [q Le budget est voté] », [c s’est réjoui] [s le maire [p Paul Girard]].',
    'Paul Girard',
  ],
  [
    'role, comma, name',
    '« [q Le budget est voté] », [c s’est réjoui] [s le maire], [p Paul Girard].',
    'Paul Girard',
  ],
  [
    'name, comma, role, subject first',
    '[s [p Paul Girard]], maire de [l Lens], [c a déclaré] : « [q Le budget est voté] ».',
    'Paul Girard',
  ],
  [
    'two quotations, two speakers',
    '« [q Le budget est voté] », [c a déclaré] [s [p Paul Girard]]. « [q2 C’est un mauvais budget] », [c2 a répliqué] [s2 [p Lise Berger]].',
  ],
  [
    'gerund behind',
    '[s [p Paul Girard]] a quitté la salle [c en lançant] : « [q Vous le regretterez tous] ».',
    'Paul Girard',
    'loose',
  ],
  [
    'present participle with que',
    '[s [p Paul Girard]] a refusé, [c estimant] que « [q le texte ne change rien à l’affaire] ».',
    'Paul Girard',
    'loose',
  ],
  [
    'passive with agent is mixed',
    '[s [p Paul Girard]] [c a dénoncé] une réforme « [m injuste] ».',
    'Paul Girard',
  ],
  [
    'qualifier de',
    '[s [p Lise Berger]] [c a qualifié] ce texte de « [m catastrophe annoncée] ».',
    'Lise Berger',
  ],
  ['parler de', '[s [p Lise Berger]] [c parle] d’une « [m erreur historique] ».', 'Lise Berger'],
  ['évoquer', '[s [p Lise Berger]] [c a évoqué] « [m un gâchis immense] ».', 'Lise Berger'],
  ['fustiger', '[s [p Lise Berger]] [c fustige] un projet « [m pharaonique] ».', 'Lise Berger'],
  ['déplorer', '[s [p Lise Berger]] [c déplore] « [m un manque de courage] ».', 'Lise Berger'],
  [
    'saluer with marks is mixed',
    '[s [p Lise Berger]] [c a salué] « [m un travail remarquable] ».',
    'Lise Berger',
  ],
  [
    'critiquer',
    '[s [p Lise Berger]] [c a critiqué] la « [m lenteur coupable] » des services.',
    'Lise Berger',
  ],
  [
    'dénoncer, two marked parts',
    '[s [p Lise Berger]] [c a dénoncé] un projet « [m inutile] » et « [m ruineux] ».',
    'Lise Berger',
  ],
  [
    'promettre with marked adverbial',
    '[s [p Lise Berger]] [c a promis] d’agir « [m sans faiblesse] ».',
    'Lise Berger',
  ],
  [
    'que clause with marked end',
    '[s [p Lise Berger]] [c a estimé] que le plan restait « [m très insuffisant] ».',
    'Lise Berger',
  ],
  [
    'selon with marked part',
    '[c Selon] [s [p Lise Berger]], la mesure est « [m dangereuse] ».',
    'Lise Berger',
  ],
  [
    'se dire',
    '[s [p Lise Berger]] [c s’est dite] « [m profondément choquée] » par ces propos.',
    'Lise Berger',
  ],
  [
    'affirmer avoir with marked part',
    '[s [p Lise Berger]] [c affirme] avoir agi « [m en toute légalité] ».',
    'Lise Berger',
  ],
  [
    'mettre en garde',
    '[s [p Lise Berger]] [c a mis en garde] contre une « [m dérive] ».',
    'Lise Berger',
    'loose',
  ],
  [
    'faire savoir',
    '« [q Nous ferons appel] », [c a fait savoir] [s [p Lise Berger]].',
    'Lise Berger',
    'loose',
  ],
  [
    'verb of no saying with inverted pronoun',
    '[p Lise Berger] sourit. « [q C’est fini] », [c tranche-t-[s elle]].',
    'Lise Berger',
  ],
  [
    'unknown verb with inverted pronoun',
    '[p Lise Berger] sort son carnet. « [q Ça fait trois mille euros] », [c calcule-t-[s elle]].',
    'Lise Berger',
  ],
  ['rapporte an agency', '« [q Le train a quitté la voie] », [c rapporte] [s l’[o AFP]].', 'AFP'],
  ['an organisation denies', '« [q Nous n’avons rien vendu] », [c dément] [s [o Solvanor]].', 'Solvanor'],
  ['headline with colon', '[s [p Lise Berger]] : « [q Nous n’avons rien vendu] »', 'Lise Berger'],
  [
    'name in brackets behind',
    '« [q Nous n’avons rien vendu depuis mars] » ([s [p Lise Berger]]).',
    'Lise Berger',
    'loose',
  ],
];
