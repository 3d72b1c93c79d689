import { env, l10n } from 'vscode';

import { identifierSchemes, nameOfScheme, wikidataPage } from '../../../core/register/identifiers';
import type { RegisterRole } from '../../../core/register/registerEntity';
import { rolesAt } from '../../../core/register/rolesAt';
import { roleDisagreements, type RoleDisagreement } from '../../../core/register/statedRoles';
import type { RegisterIndex } from '../../../core/register/registerIndex';
import { escapeMarkdown } from '../../../core/util/markdown';
import type { ViewEntity, ViewMention } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { commands, internalCommands } from '../../ids';
import { targetArgument } from '../../targets';
import { commandLink } from './links';
import { shownDate } from './shownDate';

const mostRoles = 3;

/** What the register says that it is at the article's date; where nothing is held then, what it last was. */
export function registeredRoles(
  entity: ViewEntity,
  day: string | undefined,
  register: RegisterIndex,
): string | undefined {
  const dated = rolesAt(entity.register?.entity.roles ?? [], day);
  const now = dated.filter(({ standing }) => standing === 'held' || standing === 'undated');
  const past = dated.filter(({ standing }) => standing === 'past').slice(-1);
  const shown = now.length > 0 ? now.slice(0, mostRoles) : past;
  const texts = shown.map(({ role, standing }) => {
    const text = `${roleWords(role, register)}${periodOf(role)}`;
    return standing === 'past' ? l10n.t('formerly {0}', text) : text;
  });
  return texts.length > 0 ? texts.join(' · ') : undefined;
}

/** One sentence for each role of the article that the register contradicts; another role can go into the register too. */
export function disagreements(
  session: ArticleSession,
  mention: ViewMention,
  entity: ViewEntity,
  day: string | undefined,
  register: RegisterIndex,
): readonly string[] {
  return disagreementsOf(entity, day, register).map(({ stated, kind, registered }) => {
    const mine = escapeMarkdown(stated.text);
    const theirs = registered.map((role) => `${roleWords(role, register)}${periodOf(role)}`).join(' · ');
    const sentence = {
      other: l10n.t('The article says “{0}”, the register says {1}.', mine, theirs),
      past: l10n.t('The article says “{0}”; by the register that is over: {1}.', mine, theirs),
      future: l10n.t('The article says “{0}”; by the register that begins later: {1}.', mine, theirs),
      held: l10n.t('The article says “{0}”; by the register that is still so: {1}.', mine, theirs),
    }[kind];
    const argument = { ...targetArgument(session, mention), role: stated.text };
    const title = l10n.t('The register has both roles then');
    const add =
      kind === 'other'
        ? ` ${commandLink(l10n.t('Add this role'), internalCommands.addRole, argument, title)}`
        : '';
    return `$(warning) ${sentence}${add}`;
  });
}

export function disagreementsOf(
  entity: ViewEntity,
  day: string | undefined,
  register: RegisterIndex,
): readonly RoleDisagreement[] {
  const registered = entity.register?.entity.roles ?? [];
  return roleDisagreements(entity.roles, registered, day, (of) => nameOf(of, register));
}

function roleWords({ role, of }: RegisterRole, register: RegisterIndex): string {
  const owner = of === undefined ? undefined : escapeMarkdown(nameOf(of, register));
  return [role === undefined ? undefined : `*${escapeMarkdown(role)}*`, owner]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** What a role belongs to may be an entry of the register. */
function nameOf(of: string, register: RegisterIndex): string {
  return register.byId(of)?.name ?? of;
}

function periodOf({ since, until }: RegisterRole): string {
  const [from, to] = [since, until].map(
    (date) => date && escapeMarkdown(shownDate(date, env.language) ?? date),
  );
  if (from && to) return ` (${l10n.t('from {0} to {1}', from, to)})`;
  if (from) return ` (${l10n.t('since {0}', from)})`;
  return to ? ` (${l10n.t('until {0}', to)})` : '';
}

/** Identifiers of the register and the sidecar; only a well-formed item of Wikidata leads anywhere, when it is followed. */
export function identifiersOf({ wikidata, register }: ViewEntity): string | undefined {
  const known = { ...register?.entity.identifiers, ...(wikidata !== undefined && { wikidata }) };
  const shown = identifierSchemes.flatMap((scheme) => {
    const identifier = known[scheme];
    if (identifier === undefined) return [];
    const page = scheme === 'wikidata' ? wikidataPage(identifier) : undefined;
    const text = escapeMarkdown(identifier);
    return [`${nameOfScheme(scheme)} ${page === undefined ? text : `[${text}](${page})`}`];
  });
  return shown.length > 0 ? shown.join(' · ') : undefined;
}

/** Which entry it is taken for and why, with the ways to and from it. */
export function registerActions(
  session: ArticleSession,
  mention: ViewMention,
  entity: ViewEntity,
  lookUp: boolean,
): string {
  const argument = targetArgument(session, mention);
  const link = (label: string, command: string, title: string): string =>
    commandLink(label, command, argument, title);
  const look = lookUp
    ? [
        link(
          l10n.t('Look up on Wikidata'),
          commands.lookUpOnWikidata,
          l10n.t('Asks wikidata.org for this name'),
        ),
      ]
    : [];
  const entry = entity.register;
  if (!entry) {
    return `$(book) ${[
      link(l10n.t('Add to register'), commands.addToRegister, l10n.t('A new entry for everybody’s articles')),
      link(
        l10n.t('Link to an entry'),
        commands.linkToRegister,
        l10n.t('Choose which entry of the register this is'),
      ),
      ...look,
    ].join(' · ')}`;
  }
  const reason = {
    record: undefined,
    identifier: l10n.t('by its identifier'),
    name: l10n.t('by its name'),
    alias: l10n.t('by another name'),
    acronym: l10n.t('by its acronym'),
  }[entry.by];
  const suggested = reason === undefined ? '' : ` $(sparkle) ${reason}`;
  return `$(book) ${[
    `${l10n.t('Register: {0}', escapeMarkdown(entry.entity.name))}${suggested}`,
    link(l10n.t('Open entry'), commands.openRegisterEntry, l10n.t('Go to the entry in the register')),
    link(
      l10n.t('Not this one'),
      internalCommands.notInRegister,
      l10n.t('This is somebody or something else'),
    ),
    ...look,
  ].join(' · ')}`;
}
