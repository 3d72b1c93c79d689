import type { ViewMention, ViewQuotation } from '../types';

/**
 * How one annotation, or several together, stand: `changed` and `moved` are decisions whose words are no longer as they were;
 * `partly` is some confirmed and some suggested. The most pressing counts.
 */
export const standings = ['changed', 'moved', 'suggested', 'partly', 'confirmed'] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ status, state }: ViewMention | ViewQuotation): Exclude<Standing, 'partly'> {
  if (status === 'suggested') return 'suggested';
  if (state === 'changed' || state === 'moved') return state;
  return 'confirmed';
}

export function standingOfAll(items: Iterable<ViewMention | ViewQuotation>): Standing {
  const found = new Set<Standing>();
  for (const item of items) found.add(standingOf(item));
  if (found.has('changed')) return 'changed';
  if (found.has('moved')) return 'moved';
  if (found.has('suggested')) return found.has('confirmed') ? 'partly' : 'suggested';
  return 'confirmed';
}
