import type { QuotationCase } from '../quotationCase';

/** Quotation marks of every practice, whole and broken. */
export const markCases: readonly QuotationCase[] = [
  [
    'guillemets with spaces',
    '« [q Le pont rouvrira lundi matin] », [c a annoncé] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  [
    'guillemets without spaces',
    '«[q Le pont rouvrira lundi matin]», [c a annoncé] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  [
    'narrow no-break spaces',
    '«\u202f[q Le pont rouvrira lundi matin]\u202f», [c a annoncé] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  [
    'no-break spaces',
    '«\u00a0[q Nous rouvrirons lundi]\u00a0», [c assure] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  [
    'English curly marks',
    '“[q Nous avons perdu du temps]”, [c regrette] [s [p Hugo Lantier]].',
    'Hugo Lantier',
  ],
  ['ASCII marks', '"[q Nous avons perdu du temps]", [c regrette] [s [p Hugo Lantier]].', 'Hugo Lantier'],
  [
    'ASCII marks twice in a line',
    '"[q Nous avons perdu]", [c dit] [s [p Hugo Lantier]]. "[q2 Nous reviendrons plus forts]", [c2 promet] [s2 [p Lise Berger]].',
  ],
  [
    'German low and high marks',
    '„[q Wir sind da]“, [c a lancé] [s [p Karl Brandt]] en riant.',
    'Karl Brandt',
  ],
  [
    'angle marks typed as less and greater',
    '<< [q Nous sommes prêts à discuter] >>, [c a déclaré] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  [
    'marks turned the German way',
    '»[q Nous sommes prêts à discuter]«, [c a déclaré] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  ['full stop inside', '[s [p Lise Berger]] [c a répondu] : « [q Nous verrons bien.] »'],
  ['full stop outside', '[s [p Lise Berger]] [c a répondu] : « [q Nous verrons bien] ».', 'Lise Berger'],
  [
    'exclamation mark before the cue',
    '« [q C’est une honte !] » [c s’est exclamé] [s [p Hugo Lantier]].',
    'Hugo Lantier',
  ],
  [
    'question mark before the cue',
    '« [q Qui paiera la facture ?] » [c s’interroge] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  [
    'comma inside the marks',
    '« [q Nous avons tout essayé,] » [c explique] [s [p Hugo Lantier]].',
    'Hugo Lantier',
  ],
  ['suspension points', '« [q On ne sait pas encore…] », [c souffle] [s [p Lise Berger]].', 'Lise Berger'],
  [
    'omission in brackets',
    '« [q Nous avons (…) tenu nos promesses] », [c affirme] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  [
    'omission in square brackets',
    '« [q Nous avons \\[toujours\\] tenu nos promesses] », [c affirme] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  [
    'nested curly marks',
    '« [q Il m’a parlé de “rigueur” pendant une heure] », [c raconte] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  ['never closed, cue follows', '« [q Nous irons jusqu’au bout], [c a-t-[s il]] juré.', undefined, 'loose'],
  [
    'two paragraphs, each opens',
    '« [q Nous avons commencé en mars avec dix personnes.]\n\n« [q Nous sommes aujourd’hui soixante] », [c se félicite] [s [p Anne Morel]].',
    'Anne Morel',
  ],
  [
    'three paragraphs, only the last closes',
    '[s [p Anne Morel]] [c raconte] : « [q Nous avons commencé en mars.]\n\n« [q Puis l’hiver est venu.]\n\n« [q Nous sommes soixante aujourd’hui.] »',
    'Anne Morel',
  ],
  [
    'two paragraphs, opened once',
    '[s [p Anne Morel]] [c raconte] : « [q Nous avons commencé en mars.]\n\n[q Nous sommes soixante aujourd’hui.] »',
    'Anne Morel',
  ],
  ['incise between two pairs', '« [q Nous irons] », [c a-t-[s il] dit], « [q jusqu’au bout] ».'],
  [
    'incise between two pairs, noun',
    '« [q Nous irons] », [c a promis] [s [p Hugo Lantier]], « [q jusqu’au bout de cette grève] ».',
    'Hugo Lantier',
  ],
  [
    'incise inside one pair',
    '« [q Nous irons], [c a promis] [s [p Hugo Lantier]], [q jusqu’au bout de cette grève] ».',
    'Hugo Lantier',
  ],
  [
    'incise inside one pair, pronoun',
    '[p Hugo Lantier] est arrivé hier. « [q Nous irons], [c a-t-[s il] promis], [q jusqu’au bout de cette grève] ».',
    'Hugo Lantier',
  ],
  [
    'incise at the end inside the pair',
    '« [q Nous irons jusqu’au bout], [c promet] [s [p Hugo Lantier]]. »',
    'Hugo Lantier',
  ],
  [
    'a quotation of two sentences',
    '« [q Le stock est vide. Il faudra attendre mars] », [c prévient] [s [p Lise Berger]].',
    'Lise Berger',
  ],
  ['apostrophes are no marks', 'L’école d’[l Arras] n’a pas rouvert aujourd’hui, faute d’enseignants.'],
  ['inches are no marks', 'L’écran de 27" et la jante de 15" coûtent le même prix.'],
  ['decades are no marks', 'Les Trente Glorieuses, l’après-guerre, les années ’60 : tout est là.'],
  [
    'an answer behind its question',
    'Le grand entretien avec [p Anne Morel]\n\nComment allez-vous ?\n\n[q Très bien, merci. Je rentre de vacances.]\n\nQue ferez-vous demain ?\n\n[q2 Je reprends le travail à huit heures.]',
    'Anne Morel',
  ],
  [
    'answers behind dashes',
    'Le grand entretien avec [p Anne Morel]\n\n— Comment allez-vous ?\n\n— [q Très bien, merci. Je rentre de vacances.]\n\n— Que ferez-vous demain ?\n\n— [q2 Je reprends le travail à huit heures.]',
    'Anne Morel',
  ],
  [
    'questions and answers with letters',
    'Le grand entretien avec [p Anne Morel]\n\nQ. Comment allez-vous ?\n\nR. [q Très bien, merci. Je rentre de vacances.]\n\nQ. Que ferez-vous demain ?\n\nR. [q2 Je reprends le travail à huit heures.]',
    'Anne Morel',
  ],
];
