import { MarkdownString } from 'vscode';

import { escapeMarkdown } from '../../../core/util/markdown';
import { commands, internalCommands } from '../../ids';

/** The only commands that a card can call. */
const allowed: readonly string[] = [
  commands.confirm,
  commands.reject,
  commands.correctType,
  commands.confirmEntity,
  commands.rejectEntity,
  commands.goToSpeaker,
  commands.addToRegister,
  commands.linkToRegister,
  commands.openRegisterEntry,
  commands.lookUpOnWikidata,
  internalCommands.notInRegister,
  internalCommands.addRole,
  internalCommands.openArticle,
  internalCommands.reveal,
];

/** A card of Markdown paragraphs, in which HTML is text and no command works but those for cards. */
export function cardOf(paragraphs: readonly (string | undefined)[]): MarkdownString {
  const text = paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n');
  const card = new MarkdownString(text, true);
  card.supportHtml = false;
  card.isTrusted = { enabledCommands: allowed };
  return card;
}

/** Lines that belong together, as one paragraph; `undefined` where there is none. */
export function lines(...parts: readonly (string | undefined)[]): string | undefined {
  const shown = parts.filter((part) => part !== undefined && part !== '');
  return shown.length > 0 ? shown.join('  \n') : undefined;
}

/** A link that calls a command with one argument. `label` is Markdown already. */
export function commandLink(label: string, command: string, argument: unknown, title: string): string {
  const json = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()'!*~]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${label}](command:${command}?${json} "${escapeMarkdown(title)}")`;
}
