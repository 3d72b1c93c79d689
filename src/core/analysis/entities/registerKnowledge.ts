import type { MentionType } from '../../annotation/types';
import { why } from '../../annotation/why';
import type { RegisterKnowledge } from '../types';
import type { Heeded } from './folderKnowledge';

/** What a listed name of the type raises, in log-odds: about what two confirmations do. */
const listedRaise = 2.5;

/** What a name that is listed as something else alone lowers. */
const otherLower = 1.5;

/**
 * Lets the team's registers speak: a form that they list as a name of the type is surer, one that they list as something else alone is
 * less so. Never certain: what bears a listed name need not be who is listed.
 */
export function heedRegister<T extends { readonly type: MentionType; readonly confidence: number }>(
  name: T,
  form: string,
  register: Pick<RegisterKnowledge, 'listedAs'> | undefined,
): T & Heeded {
  const listed = register?.listedAs(form) ?? [];
  if (listed.length === 0) return { ...name, heeded: [] };
  const same = listed.find(({ type }) => type === name.type);
  const odds = Math.log(name.confidence / (1 - name.confidence)) + (same ? listedRaise : -otherLower);
  return {
    ...name,
    confidence: Math.min(0.995, Math.max(0.005, 1 / (1 + Math.exp(-odds)))),
    heeded: [same ? why('register-name', same.name) : why('register-other', listed[0]?.name ?? '')],
  };
}
