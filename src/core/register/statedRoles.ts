import type { RoleStatement } from '../annotation/suggestion';
import { compareRoles, readRole, type Role } from '../analysis/quotation/speakers/roles';
import type { RegisterRole } from './registerEntity';
import { type DatedRole, rolesAt } from './rolesAt';

/**
 * A role that the article states and the register's word against it. `other`: another one of the kind is held at that time; `past`,
 * `future`: the article has it as held, the register has it end before or begin after; `held`: the article has it as a former one.
 */
export interface RoleDisagreement {
  readonly stated: RoleStatement;
  readonly kind: 'other' | 'past' | 'future' | 'held';
  readonly registered: readonly RegisterRole[];
}

/**
 * Where the article and the register contradict each other. Roles that have nothing to do with each other do not: a minister may be a
 * mayor. `ofName` gives the words for what a role belongs to.
 */
export function roleDisagreements(
  stated: readonly RoleStatement[],
  registered: readonly RegisterRole[],
  day: string | undefined,
  ofName: (of: string) => string = (of) => of,
): readonly RoleDisagreement[] {
  const known = rolesAt(registered, day).map((dated) => ({
    ...dated,
    words: readWords(wordsOf(dated, ofName)),
  }));
  return stated.flatMap((statement): readonly RoleDisagreement[] => {
    const words = readWords(statement.text);
    const same = known.filter((dated) => fits(words, dated.words));
    const found = same.length > 0 ? againstTime(statement, same) : againstOthers(statement, words, known);
    return found ? [found] : [];
  });
}

function againstTime(stated: RoleStatement, same: readonly DatedRole[]): RoleDisagreement | undefined {
  const standings = new Set(same.map(({ standing }) => standing));
  const registered = same.map(({ role }) => role);
  if (standings.has('undated')) return undefined;
  if (stated.former)
    return standings.size === 1 && standings.has('held') ? { stated, kind: 'held', registered } : undefined;
  if (standings.has('held')) return undefined;
  return { stated, kind: standings.has('past') ? 'past' : 'future', registered };
}

/** Only a role known to be held then speaks against another one. */
function againstOthers(
  stated: RoleStatement,
  words: Role,
  known: readonly (DatedRole & { readonly words: Role })[],
): RoleDisagreement | undefined {
  if (stated.former) return undefined;
  const rivals = known.filter((dated) => dated.standing === 'held' && isOfAKind(words, dated.words));
  return rivals.length > 0
    ? { stated, kind: 'other', registered: rivals.map(({ role }) => role) }
    : undefined;
}

function wordsOf({ role }: DatedRole, ofName: (of: string) => string): string {
  return [role.role ?? '', role.of === undefined ? '' : ofName(role.of)].join(' ');
}

function readWords(text: string): Role {
  const tokens = text
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/^(?:anciens?|anciennes?|ex)[\s-]+/u, '')
    .split(/[\s,()]+|(?<=\b(?:[ldnsjmt]|qu)')/u);
  return readRole(tokens.filter((token) => token !== ''));
}

/** Offices of which nobody holds two: naming one is denying the others. */
const governmental: ReadonlySet<string> = new Set([
  'foreign-minister',
  'interior-minister',
  'defence-minister',
  'finance-minister',
  'prime-minister',
  'head-of-state',
]);

/** Words of roles that tell nobody apart. */
const weak: ReadonlySet<string> = new Set([
  'affaire',
  'général',
  'national',
  'délégué',
  'chargé',
  'état',
  'adjoint',
]);

/** Whether both can name one office: nothing that one says is denied by what the other says. */
function fits(stated: Role, registered: Role): boolean {
  const match = compareRoles(stated, registered);
  if (match.country === 'other') return false;
  const office = stated.offices[0];
  if (office !== undefined && governmental.has(office) && office === registered.offices[0]) return true;
  if (!match.head) return false;
  const [mine, theirs] = [strongWords(stated), strongWords(registered)];
  return mine.length === 0 || theirs.length === 0 || mine.some((word) => theirs.includes(word));
}

function isOfAKind(stated: Role, registered: Role): boolean {
  const offices = [stated.offices[0], registered.offices[0]];
  const bothGovern = offices.every((office) => office !== undefined && governmental.has(office));
  return bothGovern || (stated.head !== '' && stated.head === registered.head);
}

function strongWords({ words, head }: Role): readonly string[] {
  return [...words].filter((word) => !weak.has(word) && word !== head);
}
