import { commands as registry, Disposable, Hover, l10n, languages, MarkdownString, window } from 'vscode';

import { type MentionType, mentionTypes } from '../../../core/annotation/types';
import { articleSelector } from '../../articleSelector';
import { commands } from '../../ids';
import { iconOfType, nameOfType } from '../../messages';
import type { ReviewMode } from './reviewMode';

/** The keys of review mode as the manifest binds them, for people. A test compares the two. */
export interface ReviewKey {
  /** As the manifest writes them. */
  readonly keys: readonly string[];
  readonly command: string;
  readonly argument?: string;
  readonly does: string;
}

/** One letter a type: its first in French where that is free. */
export const typeKeys: Readonly<Record<MentionType, string>> = {
  person: 'p',
  organization: 'o',
  location: 'l',
  event: 'e',
  product: 'r',
  date: 'd',
  hour: 'h',
};

export function reviewKeys(): readonly ReviewKey[] {
  const act = (keys: readonly string[], command: string, does: string): ReviewKey => ({
    keys,
    command,
    does,
  });
  return [
    act(['enter', 'space'], commands.acceptSuggestion, l10n.t('accept, and go on')),
    act(['delete', 'backspace', 'x'], commands.rejectSuggestion, l10n.t('reject, and go on')),
    act(['tab', 'n'], commands.nextSuggestion, l10n.t('next, without a decision')),
    act(['shift+tab', 'b'], commands.previousSuggestion, l10n.t('previous')),
    ...mentionTypes.map((type) => ({
      keys: [typeKeys[type]],
      command: commands.annotateAs,
      argument: type,
      does: l10n.t('{0}: the current one, or the selected words', nameOfType(type)),
    })),
    act(['q'], commands.annotateQuotation, l10n.t('quotation, of the selected words')),
    act(['s'], commands.setSpeaker, l10n.t('speaker of the quotation…')),
    act(['i'], commands.linkEntity, l10n.t('link to another entity…')),
    act(['f'], commands.annotate, l10n.t('annotate the selected words…')),
    act(['m'], commands.annotateEverywhere, l10n.t('annotate every occurrence')),
    act(['a'], commands.confirmEntity, l10n.t('accept all of the entity')),
    act(['t'], commands.confirmType, l10n.t('accept all of the type')),
    act(['c'], commands.confirmAbove, l10n.t('accept all from a confidence on…')),
    act(['g'], commands.confirmArticle, l10n.t('accept all in the article')),
    act(['alt+right'], commands.extendEnd, l10n.t('one word more at the end')),
    act(['alt+left'], commands.shrinkEnd, l10n.t('one word less at the end')),
    act(['shift+alt+left'], commands.extendStart, l10n.t('one word more at the start')),
    act(['shift+alt+right'], commands.shrinkStart, l10n.t('one word less at the start')),
    act(['alt+end'], commands.extendToEnd, l10n.t('to the end of the clause')),
    act(['alt+home'], commands.extendToStart, l10n.t('from the start of the clause')),
    act(['u', 'ctrl+z'], commands.undoDecision, l10n.t('undo the last decision')),
    act(['shift+u', 'ctrl+y'], commands.redoDecision, l10n.t('make it again')),
    act(['k'], commands.showKeys, l10n.t('show these keys')),
    act(['escape'], commands.leaveReview, l10n.t('leave review mode')),
  ];
}

/** The cheat sheet, whose lines do what they say; and a short one under each card while reviewing. */
export function registerReviewKeys(review: ReviewMode): Disposable {
  return Disposable.from(
    registry.registerCommand(commands.showKeys, showKeys),
    languages.registerHoverProvider(articleSelector, {
      provideHover: (document) =>
        review.current && review.editor?.document === document ? new Hover(hint()) : undefined,
    }),
  );
}

async function showKeys(): Promise<void> {
  const picks = reviewKeys().map(({ keys, command, argument, does }) => ({
    label: keys.map(shownKey).join(', '),
    description: does,
    command,
    argument,
  }));
  const chosen = await window.showQuickPick(picks, {
    title: l10n.t('Keys of review mode'),
    placeHolder: l10n.t('Letters decide only while review mode is on; choosing a line does it'),
    matchOnDescription: true,
  });
  if (chosen)
    await registry.executeCommand(
      chosen.command,
      ...(chosen.argument === undefined ? [] : [chosen.argument]),
    );
}

/** A key as it is printed on keyboards. */
export function shownKey(key: string): string {
  const names: Readonly<Record<string, string>> = {
    enter: l10n.t('Enter'),
    space: l10n.t('Space'),
    delete: l10n.t('Delete'),
    backspace: l10n.t('Backspace'),
    escape: l10n.t('Escape'),
    shift: l10n.t('Shift'),
    end: l10n.t('End'),
    home: l10n.t('Home'),
    tab: 'Tab',
    alt: 'Alt',
    ctrl: 'Ctrl',
    left: '←',
    right: '→',
  };
  return key
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join('+');
}

function hint(): MarkdownString {
  const types = mentionTypes
    .map((type) => `\`${typeKeys[type].toUpperCase()}\` $(${iconOfType(type)})`)
    .join(' ');
  const rest = [
    `\`${shownKey('enter')}\` ${l10n.t('accept')}`,
    `\`${shownKey('delete')}\` ${l10n.t('reject')}`,
    types,
    `\`S\` ${l10n.t('speaker')}`,
    `\`I\` ${l10n.t('entity')}`,
    `\`A\` ${l10n.t('all of it')}`,
    `\`U\` ${l10n.t('undo')}`,
    `\`K\` ${l10n.t('all keys')}`,
  ];
  return new MarkdownString(rest.join(' · '), true);
}
