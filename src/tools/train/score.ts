import { mentionTypes, type MentionType } from '../../core/annotation/types';
import type { GoldName } from './corpus';

export interface Tally {
  correct: number;
  predicted: number;
  gold: number;
}

export type Tallies = Readonly<Record<MentionType, Tally>>;

export function newTallies(): Tallies {
  return Object.fromEntries(
    mentionTypes.map((type) => [type, { correct: 0, predicted: 0, gold: 0 }]),
  ) as Record<MentionType, Tally>;
}

/** Counts names whose span and type are both right. */
export function addScore(tallies: Tallies, gold: readonly GoldName[], predicted: readonly GoldName[]): void {
  const keys = new Set(gold.map(keyOf));
  for (const name of gold) tallies[name.type].gold++;
  for (const name of predicted) {
    tallies[name.type].predicted++;
    if (keys.delete(keyOf(name))) tallies[name.type].correct++;
  }
}

function keyOf({ span, type }: GoldName): string {
  return `${type} ${span.start} ${span.end}`;
}

export const namedTypes: readonly MentionType[] = ['person', 'organization', 'location'];

export function sumTallies(tallies: Tallies, types: readonly MentionType[]): Tally {
  const sum = { correct: 0, predicted: 0, gold: 0 };
  for (const type of types)
    for (const field of ['correct', 'predicted', 'gold'] as const) sum[field] += tallies[type][field];
  return sum;
}

/** In percent. */
export function f1({ correct, predicted, gold }: Tally): number {
  return predicted + gold === 0 ? 0 : (200 * correct) / (predicted + gold);
}

export function describeTallies(tallies: Tallies): string {
  const parts = mentionTypes.map((type) => `${type} ${f1(tallies[type]).toFixed(1)}`);
  const named = sumTallies(tallies, namedTypes);
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole).toFixed(1);
  return `P+O+L ${f1(named).toFixed(2)} (P ${percent(named.correct, named.predicted)} R ${percent(named.correct, named.gold)})  ${parts.join('  ')}`;
}
