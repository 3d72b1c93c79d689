import type { CueTone } from '../../../annotation/suggestion';

export interface Attribution {
  readonly form: readonly string[];
  readonly lemma: string;
  readonly tone: CueTone;
}

const phrases: readonly (readonly [string, CueTone])[] = [
  ['selon', 'neutral'],
  ["d' après", 'neutral'],
  ['pour', 'thinks'],
  ['dixit', 'neutral'],
  ['à en croire', 'claims'],
  ['aux dires de', 'claims'],
  ['aux dires du', 'claims'],
  ['aux dires des', 'claims'],
  ["aux dires d'", 'claims'],
  ['aux yeux de', 'thinks'],
  ['aux yeux du', 'thinks'],
  ['aux yeux des', 'thinks'],
  ["aux yeux d'", 'thinks'],
  ["de l' avis de", 'thinks'],
  ["de l' avis du", 'thinks'],
  ["de l' avis des", 'thinks'],
  ["de l' aveu de", 'admits'],
  ["de l' aveu du", 'admits'],
  ["de l' aveu des", 'admits'],
  ['suivant', 'neutral'],
];

/** Phrases that name the source without a verb, by their first word; the longer one first. */
export const attributingPrepositions: ReadonlyMap<string, readonly Attribution[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Attribution[]> {
  const table = new Map<string, Attribution[]>();
  for (const [text, tone] of phrases) {
    const form = text.split(' ');
    const first = form[0] as string;
    const known = table.get(first) ?? [];
    table.set(first, [...known, { form, lemma: text.replace("d' ", "d'"), tone }]);
  }
  return table;
}
