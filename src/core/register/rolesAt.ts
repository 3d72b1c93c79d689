import { firstDay, lastDay } from './edtf';
import type { RegisterRole } from './registerEntity';

/** `undated`: nothing is known of when it began or ended, or the day to compare with is not known. */
export type RoleStanding = 'held' | 'past' | 'future' | 'undated';

export interface DatedRole {
  readonly role: RegisterRole;
  readonly standing: RoleStanding;
}

/** Each role as of a day (an ISO date), those held first, in the register's order otherwise. */
export function rolesAt(roles: readonly RegisterRole[], day: string | undefined): readonly DatedRole[] {
  const order: readonly RoleStanding[] = ['held', 'undated', 'past', 'future'];
  return roles
    .map((role) => ({ role, standing: standingAt(role, day) }))
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

function standingAt({ since, until }: RegisterRole, day: string | undefined): RoleStanding {
  const [first, last] = [firstDay(since ?? ''), lastDay(until ?? '')];
  if (day === undefined || (first === undefined && last === undefined)) return 'undated';
  if (first !== undefined && day < first) return 'future';
  return last !== undefined && day > last ? 'past' : 'held';
}
