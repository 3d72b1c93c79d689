import { irregularPattern } from './irregularVerbs';

export type VerbMood = 'finite' | 'infinitive' | 'pastParticiple' | 'presentParticiple';

/** One written form of a verb. Number is of the third person, the only one that matters for a reported speaker. */
export interface VerbForm {
  readonly form: string;
  readonly mood: VerbMood;
  /** Absent where the form does not tell it (infinitive, present participle). */
  readonly plural?: boolean;
  readonly feminine?: boolean;
  /** The conditional reports with reserve: "aurait déclaré". */
  readonly conditional?: boolean;
}

/**
 * The forms of a French verb that press texts use of speakers: third person of the present, imperfect, past historic, future and
 * conditional, the participles with their agreement, the infinitive. Regular verbs in -er (with their changes of stem) and -ir
 * are derived; others come from the table of patterns. Lower case, without reflexive pronoun.
 */
export function inflect(lemma: string): readonly VerbForm[] {
  const parts = irregularPattern(lemma) ?? (lemma.endsWith('er') ? firstGroup(lemma) : secondGroup(lemma));
  return formsOf(lemma, parts);
}

/** Principal parts from which all forms follow. */
export interface PrincipalParts {
  /** annonce */
  readonly presentSingular: string;
  /** annoncent */
  readonly presentPlural: string;
  /** annonç- (imperfect and present participle) */
  readonly imperfect: string;
  /** annoncer- (future and conditional) */
  readonly future: string;
  /** annonça */
  readonly historicSingular: string;
  /** annoncèrent */
  readonly historicPlural: string;
  /** annoncé */
  readonly participle: string;
}

function formsOf(lemma: string, parts: PrincipalParts): VerbForm[] {
  const finite = (form: string, plural: boolean): VerbForm => ({ form, mood: 'finite', plural });
  const conditional = (form: string, plural: boolean): VerbForm => ({
    ...finite(form, plural),
    conditional: true,
  });
  return [
    finite(parts.presentSingular, false),
    finite(parts.presentPlural, true),
    finite(`${parts.imperfect}ait`, false),
    finite(`${parts.imperfect}aient`, true),
    finite(parts.historicSingular, false),
    finite(parts.historicPlural, true),
    finite(`${parts.future}a`, false),
    finite(`${parts.future}ont`, true),
    conditional(`${parts.future}ait`, false),
    conditional(`${parts.future}aient`, true),
    { form: lemma, mood: 'infinitive' },
    { form: `${parts.imperfect}ant`, mood: 'presentParticiple' },
    ...participles(parts.participle),
  ];
}

function participles(form: string): VerbForm[] {
  const mood = 'pastParticiple';
  const plural = form.endsWith('s') ? form : `${form}s`;
  return [
    { form, mood, plural: false, feminine: false },
    { form: `${form}e`, mood, plural: false, feminine: true },
    { form: plural, mood, plural: true, feminine: false },
    { form: `${form}es`, mood, plural: true, feminine: true },
  ];
}

function firstGroup(lemma: string): PrincipalParts {
  const stem = lemma.slice(0, -2);
  const silent = beforeSilentE(stem);
  const soft = beforeA(stem);
  return {
    presentSingular: `${silent}e`,
    presentPlural: `${silent}ent`,
    imperfect: soft,
    // é stays in the traditional spelling of the future (répétera), e does not (martèlera).
    future: `${/é[^aeiouyéè]+$/u.test(stem) ? stem : silent}er`,
    historicSingular: `${soft}a`,
    historicPlural: `${stem}èrent`,
    participle: `${stem}é`,
  };
}

const doubling = /(?:appel|jet|épel|renouvel|étiquet)$/u;

/** répét- → répèt-, martel- → martèl-, rappel- → rappell-, appuy- → appui-. */
function beforeSilentE(stem: string): string {
  if (doubling.test(stem)) return stem + (stem.at(-1) as string);
  if (/[ou]y$/u.test(stem)) return `${stem.slice(0, -1)}i`;
  return stem.replace(/[eé]([bcdfghjklmnpqrstvz]|[bcdfgpt][lr]|gn|gu|qu)$/u, 'è$1');
}

/** annonc- → annonç-, jug- → juge-. */
function beforeA(stem: string): string {
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}ç`;
  return stem.endsWith('g') ? `${stem}e` : stem;
}

function secondGroup(lemma: string): PrincipalParts {
  const stem = lemma.slice(0, -1);
  return {
    presentSingular: `${stem}t`,
    presentPlural: `${stem}ssent`,
    imperfect: `${stem}ss`,
    future: lemma,
    historicSingular: `${stem}t`,
    historicPlural: `${stem}rent`,
    participle: stem,
  };
}
