import { roleDisagreements } from '../register/statedRoles';
import type { Rule } from './rule';

/** The article gives somebody a role that the team's register contradicts for the article's day. */
export const roleAgainstRegister: Rule = {
  code: 'role-against-register',
  severity: 'warning',
  check: ({ view }) =>
    [...view.entities.values()].flatMap(({ register, roles, name }) => {
      if (!register) return [];
      return roleDisagreements(roles, register.entity.roles ?? [], view.date?.iso).map(
        ({ stated, registered }) => ({
          span: stated.span,
          args: [name, stated.text, registered.map(({ role }) => role ?? '').join(', ')],
        }),
      );
    }),
};
