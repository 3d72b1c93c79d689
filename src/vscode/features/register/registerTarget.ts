import { linkRegister } from '../../../core/view/decisions/linkRegister';
import type { ViewEntity, ViewMention } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { decide } from '../../decisions';

/** What a command of the register is about. */
export interface RegisterTarget {
  readonly session: ArticleSession;
  readonly mention: ViewMention;
  /** Absent for a name that nothing ties to others. */
  readonly entity: ViewEntity | undefined;
}

/** As the article has it, on one line. */
export function nameOf({ session, mention, entity }: RegisterTarget): string {
  const { start, end } = mention.span;
  return entity?.name ?? session.document.getText().slice(start, end).replace(/\s+/gu, ' ');
}

/** Ties the name to the entry with this id. */
export async function linkTo({ session, mention }: RegisterTarget, entry: string): Promise<void> {
  await decide(session, linkRegister(mention, entry));
}
