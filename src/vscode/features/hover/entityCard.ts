import { env, l10n, type MarkdownString, workspace } from 'vscode';

import { isEntityType } from '../../../core/annotation/types';
import type { RegisterIndex } from '../../../core/register/registerIndex';
import { escapeMarkdown } from '../../../core/util/markdown';
import { mentionProfile } from '../../../core/view/mentionProfile';
import type { ViewEntity, ViewMention } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { lengthOf } from '../../convert';
import { countryFacts } from '../../countryFacts';
import type { FolderKnowledgeFiles } from '../../folderKnowledge';
import type { RegisterFiles } from '../../registers/registerFiles';
import { commands, internalCommands, settings } from '../../ids';
import { iconOfType, messageOf, nameOfType } from '../../messages';
import { targetArgument } from '../../targets';
import { elsewhere } from './elsewhere';
import { cardOf, commandLink, lines } from './links';
import { checkLine, noteLine } from './recordLines';
import {
  disagreements,
  disagreementsOf,
  identifiersOf,
  registerActions,
  registeredRoles,
} from './registerLines';
import { standingLine, wordsLine } from './parts';
import { shownDate } from './shownDate';

/** More than this many links to other mentions would be a wall of numbers. */
const mostLinks = 12;
const mostSaid = 3;
const mostAliases = 8;

/** What a card is made of besides the session. */
export interface CardSources {
  readonly registers: RegisterFiles;
  readonly knowledge: FolderKnowledgeFiles;
}

/**
 * What is known of a name or a date: who it is by the article and the register, where else, what they say here and elsewhere, why it is
 * shown, and what can be decided. `picture` is Markdown.
 */
export function entityCard(
  session: ArticleSession,
  mention: ViewMention,
  { registers, knowledge }: CardSources,
  picture?: string,
): MarkdownString {
  const entity = mention.entity === undefined ? undefined : session.view.entities.get(mention.entity);
  const register = registers.of(session.document.uri);
  const day = session.view.date?.iso;
  const entry = entity?.register?.entity;
  const lookUp = workspace.getConfiguration(settings.section).get<boolean>(settings.wikidata) === true;
  const description = entry?.description === undefined ? undefined : escapeMarkdown(entry.description);
  const known = [
    entity && registeredRoles(entity, day, register),
    entity && rolesOf(entity, day, register),
    entity && countryFacts(entity, env.language),
  ];
  return cardOf([
    titleOf(session, mention, entity),
    // VS Code cuts a tall card: what can be done comes before what can be read.
    actionsOf(session, mention, entity),
    [picture, description].filter((part) => part !== undefined).join('&nbsp; '),
    lines(
      known.filter((part) => part !== undefined).join(' · '),
      ...(entity ? disagreements(session, mention, entity, day, register) : []),
      checkLine(session, mention),
    ),
    lines(noteLine(mention.note), noteLine(entity?.note), noteLine(entry?.note)),
    lines(entity && aliasesOf(entity), actsFor(session, mention)),
    entity && placesOf(session, mention, entity),
    entity && saidBy(session, entity),
    entity && elsewhere(session, entity, knowledge),
    lines(
      entity && identifiersOf(entity),
      entity && isEntityType(mention.type) ? registerActions(session, mention, entity, lookUp) : undefined,
    ),
    whyOf(mention),
  ]);
}

function titleOf(session: ArticleSession, mention: ViewMention, entity: ViewEntity | undefined): string {
  const words = session.document.getText().slice(mention.span.start, mention.span.end);
  const date = mention.value ? shownDate(mention.value.edtf, env.language) : undefined;
  const name = escapeMarkdown(date ?? entity?.name ?? words);
  const kind = `$(${iconOfType(mention.type)}) ${nameOfType(mention.type)}`;
  const acronym = entity?.acronym === undefined ? '' : ` (${escapeMarkdown(entity.acronym)})`;
  const value = mention.value && date !== undefined ? ` · ${escapeMarkdown(mention.value.edtf)}` : '';
  return `**${name}**${acronym} · ${kind}${value} · ${standingLine(mention, env.language)}`;
}

/** Roles that the article states; those that the register contradicts have a line of their own, those it has too are there already. */
function rolesOf(entity: ViewEntity, day: string | undefined, register: RegisterIndex): string | undefined {
  const told = new Set(disagreementsOf(entity, day, register).map(({ stated }) => stated));
  const known = new Set(entity.register?.entity.roles.map(({ role }) => role?.toLowerCase()));
  const texts = entity.roles
    .filter((role) => !told.has(role) && !known.has(role.text.toLowerCase()))
    .map(({ text, former }) => (former ? l10n.t('formerly {0}', text) : text));
  const shown = [...new Set(texts)].map((text) => `*${escapeMarkdown(text)}*`).join(' · ');
  if (shown === '') return undefined;
  return known.size > 0 ? l10n.t('here: {0}', shown) : shown;
}

function aliasesOf({ aliases, acronym }: ViewEntity): string | undefined {
  const others = aliases.filter((alias) => alias !== acronym).slice(0, mostAliases);
  if (others.length === 0) return undefined;
  return l10n.t('Also named here: {0}', others.map((alias) => escapeMarkdown(alias)).join(', '));
}

function actsFor(session: ArticleSession, { actsFor: key }: ViewMention): string | undefined {
  const entity = key === undefined ? undefined : session.view.entities.get(key);
  return entity && l10n.t('Stands here for {0}', escapeMarkdown(entity.name));
}

function placesOf(session: ArticleSession, mention: ViewMention, entity: ViewEntity): string | undefined {
  const { mentions } = session.view;
  const places = entity.mentions.flatMap((index) => mentions[index] ?? []);
  const at = places.indexOf(mention);
  if (at < 0) return undefined;
  if (places.length === 1) return l10n.t('Named once');
  const from = Math.max(0, Math.min(at - mostLinks / 2, places.length - mostLinks));
  const links = places.slice(from, from + mostLinks).map((place, index) => {
    const number = String(from + index + 1);
    const words = session.document.getText().slice(place.span.start, place.span.end);
    return place === mention
      ? `**${number}**`
      : commandLink(number, internalCommands.reveal, targetArgument(session, place), words);
  });
  const more = [from > 0 ? '… ' : '', from + mostLinks < places.length ? ' …' : ''];
  const all = `${more[0] ?? ''}${links.join(' ')}${more[1] ?? ''}`;
  const line = l10n.t('Mention {0} of {1}: {2}', at + 1, places.length, all);
  const profile = profileOf(session, places);
  return lines(line, profile);
}

/** Where in the article the mentions are: drawn for the eye, and in words. */
function profileOf(session: ArticleSession, places: readonly ViewMention[]): string | undefined {
  const starts = places.map(({ span }) => span.start);
  const profile = mentionProfile(starts, lengthOf(session.document));
  if (!profile) return undefined;
  const where = {
    beginning: l10n.t('mostly at the beginning'),
    middle: l10n.t('mostly in the middle'),
    end: l10n.t('mostly at the end'),
    throughout: l10n.t('all through the article'),
  }[profile.where];
  return `${l10n.t('Through the article: {0}', profile.line)} · ${where}`;
}

function saidBy(session: ArticleSession, { quotations }: ViewEntity): string | undefined {
  if (quotations.length === 0) return undefined;
  const lines = quotations.slice(0, mostSaid).flatMap((index) => {
    const quotation = session.view.quotations[index];
    if (!quotation) return [];
    const words = wordsLine(session, quotation, 90);
    return [
      `- ${commandLink(words, internalCommands.reveal, targetArgument(session, quotation), l10n.t('Go to Quotation'))}`,
    ];
  });
  const rest = quotations.length - lines.length;
  const more = rest > 0 ? `\n- ${l10n.t('and {0} more', rest)}` : '';
  return `${l10n.t('Says here:')}\n${lines.join('\n')}${more}`;
}

function whyOf({ status, why, by }: ViewMention): string | undefined {
  if (status === 'confirmed')
    return by === undefined ? undefined : l10n.t('Confirmed by {0}', escapeMarkdown(by));
  if (why.length === 0) return undefined;
  return `$(info) ${why.map((each) => escapeMarkdown(messageOf(each))).join(' ')}`;
}

function actionsOf(session: ArticleSession, mention: ViewMention, entity: ViewEntity | undefined): string {
  const argument = targetArgument(session, mention);
  const link = (icon: string, label: string, command: string, title: string): string =>
    commandLink(`$(${icon}) ${label}`, command, argument, title);
  const confirm = link(
    'check',
    l10n.t('Confirm'),
    commands.confirm,
    l10n.t('Confirm that these words name this'),
  );
  const correct = link(
    'edit',
    l10n.t('Correct type'),
    commands.correctType,
    l10n.t('Choose what these words name'),
  );
  const reject = link(
    'close',
    l10n.t('Reject'),
    commands.reject,
    l10n.t('These words name nothing of this kind'),
  );
  const count = entity?.mentions.length ?? 0;
  const open =
    entity?.mentions.filter((index) => session.view.mentions[index]?.status === 'suggested').length ?? 0;
  const everywhere = isEntityType(mention.type) && count > 1;
  return [
    mention.status === 'suggested' ? confirm : undefined,
    correct,
    reject,
    everywhere && open > 0
      ? link(
          'check-all',
          l10n.t('Confirm all {0}', count),
          commands.confirmEntity,
          l10n.t('Confirm everywhere in the article'),
        )
      : undefined,
    everywhere
      ? link(
          'close-all',
          l10n.t('Reject all {0}', count),
          commands.rejectEntity,
          l10n.t('Reject everywhere in the article'),
        )
      : undefined,
  ]
    .filter((action) => action !== undefined)
    .join(' &nbsp; ');
}
