import { commands as registry, Disposable, l10n, window } from 'vscode';

import { isEntityType, type MentionType, mentionTypes } from '../../../core/annotation/types';
import { occurrencesOf, snapToWords } from '../../../core/text/wordBounds';
import { contains, overlaps, sameSpan, type Span } from '../../../core/util/span';
import { annotate } from '../../../core/view/decisions/annotate';
import { confirm } from '../../../core/view/decisions/confirm';
import { correctBounds } from '../../../core/view/decisions/correctBounds';
import { correctType } from '../../../core/view/decisions/correctType';
import type { Subject } from '../../../core/view/decisions/draftEntities';
import { mayNest, mentionInTheWay } from '../../../core/view/overlap';
import type { ViewMention } from '../../../core/view/types';
import type { ArticleSession } from '../../articleSession';
import { decide } from '../../decisions';
import { commands } from '../../ids';
import { nameOfType } from '../../messages';
import type { FeatureParts } from '../features';
import { type Aim, findAim } from './aim';
import { pickSubject } from './pickSubject';
import type { ReviewMode } from './reviewMode';
import { tell } from './tell';

type Parts = Pick<FeatureParts, 'sessions' | 'registers'>;

/** Saying what words name: by a choice, by the key of a type, or wherever the words stand. Several selections are decided at once. */
export function registerAnnotateCommands(parts: Parts, review: ReviewMode): Disposable {
  const onAim = (act: (aim: Aim, argument: unknown) => Promise<void>) => async (argument: unknown) => {
    const aim = findAim(parts.sessions, review);
    if (aim) await act(aim, argument);
  };
  return Disposable.from(
    registry.registerCommand(
      commands.annotate,
      onAim((aim) => annotateWords(parts, review, aim)),
    ),
    registry.registerCommand(
      commands.annotateExactly,
      onAim((aim) => askAndAnnotate(parts, aim, false)),
    ),
    registry.registerCommand(
      commands.annotateAs,
      onAim((aim, argument) => annotateAs(parts, review, aim, argument)),
    ),
    registry.registerCommand(
      commands.annotateEverywhere,
      onAim((aim) => annotateEverywhere(parts, review, aim)),
    ),
    registry.registerCommand(
      commands.linkEntity,
      onAim((aim) => linkEntity(parts, review, aim)),
    ),
  );
}

/** A suggestion that is selected exactly is confirmed; about other words it asks. */
async function annotateWords(parts: Parts, review: ReviewMode, aim: Aim): Promise<void> {
  const { session, item, selections } = aim;
  const isSelected = selections.every(({ start, end }) => end > start);
  if (isSelected && item?.status === 'suggested' && !review.editor) await decide(session, confirm([item]));
  else await askAndAnnotate(parts, aim, true);
}

async function askAndAnnotate(parts: Parts, aim: Aim, snaps: boolean): Promise<void> {
  const places = freePlaces(aim, snaps);
  if (places.length === 0) return;
  const subject = await ask(parts, aim.session, places, true);
  if (subject) await decide(aim.session, annotate(places, subject));
}

async function annotateAs(parts: Parts, review: ReviewMode, aim: Aim, argument: unknown): Promise<void> {
  const type = typeOf(argument);
  const { session, item, bounds } = aim;
  if (type === undefined) return askAndAnnotate(parts, aim, true);
  if (item?.kind === 'mention') {
    if (review.current === item) review.advance(1, [item]);
    return decide(session, bounds ? correctBounds(item, bounds, type) : correctType([item], type));
  }
  const places = freePlaces(aim, true);
  if (places.length === 0) return;
  await decide(session, annotate(places, { kind: 'type', type }));
  tell(l10n.t('“{0}”: {1}', wordsOf(session, places[0] as Span), nameOfType(type)));
}

async function annotateEverywhere(parts: Parts, review: ReviewMode, aim: Aim): Promise<void> {
  const { session, item } = aim;
  const mention = item?.kind === 'mention' ? item : undefined;
  const place = mention?.span ?? freePlaces(aim, true)[0];
  if (!place) return;
  const subject = mention ? subjectOf(mention) : await ask(parts, session, [place], true);
  if (!subject) return;
  const exact = alike(session, [wordsOf(session, place)]);
  const forms = mention ? alike(session, formsOf(session, mention)) : exact;
  const places = await chooseReach(exact, forms);
  if (!places) return;
  if (mention && review.current === mention) review.advance(1, [mention]);
  await decide(session, annotate(places, subject));
  tell(l10n.t('Annotated in {0} places.', places.length));
}

async function linkEntity(parts: Parts, review: ReviewMode, aim: Aim): Promise<void> {
  const { session, item, bounds } = aim;
  if (item?.kind !== 'mention' || !isEntityType(item.type))
    return tell(l10n.t('Only a name can be linked to an entity.'));
  const place = bounds ?? item.span;
  const subject = await ask(parts, session, [place], false);
  if (!subject) return;
  if (review.current === item) review.advance(1, [item]);
  await decide(session, annotate([place], subject));
}

async function ask(
  { registers }: Parts,
  session: ArticleSession,
  places: readonly Span[],
  types: boolean,
): Promise<Subject | undefined> {
  const words = wordsOf(session, places[0] as Span);
  const answer = await pickSubject({
    title: places.length > 1 ? l10n.t('“{0}” and {1} more', words, places.length - 1) : words,
    placeholder: types
      ? l10n.t('What do these words name? A type, somebody known, or a new name.')
      : l10n.t('Whom or what do these words name?'),
    view: session.view,
    register: registers.of(session.document.uri),
    types,
  });
  return answer === 'open' ? undefined : answer;
}

/** The places that can be annotated; says what is in the way of the others. */
function freePlaces({ session, selections }: Aim, snaps: boolean): readonly Span[] {
  const text = session.document.getText();
  const places = selections.flatMap((selection) =>
    snaps || selection.start === selection.end ? (snapToWords(text, selection) ?? []) : [selection],
  );
  const blocked = places.flatMap((place) => mentionInTheWay(session.view, place, text) ?? []);
  if (places.length === 0) tell(l10n.t('There are no words to annotate here.'));
  else if (blocked[0])
    tell(
      l10n.t(
        '“{0}” is confirmed here already: a name cannot stand in a name or across its edge.',
        wordsOf(session, blocked[0].span),
      ),
    );
  return places.filter((place) => !mentionInTheWay(session.view, place, text));
}

function subjectOf({ entity, type }: ViewMention): Subject {
  return entity === undefined ? { kind: 'type', type } : { kind: 'entity', key: entity };
}

/** All that the article calls the entity, its longest names first. */
function formsOf(session: ArticleSession, mention: ViewMention): readonly string[] {
  const entity = mention.entity === undefined ? undefined : session.view.entities.get(mention.entity);
  const forms = [
    wordsOf(session, mention.span),
    ...(entity ? [entity.name, ...entity.aliases, entity.acronym ?? ''] : []),
  ];
  return [...new Set(forms)].filter((form) => form !== '').toSorted((a, b) => b.length - a.length);
}

/** Where the forms stand and nothing longer does. */
function alike(session: ArticleSession, forms: readonly string[]): readonly Span[] {
  const text = session.document.getText();
  const found: Span[] = [];
  for (const place of forms.flatMap((form) => occurrencesOf(text, form))) {
    const isTaken =
      found.some((other) => overlaps(other, place)) ||
      mentionInTheWay(session.view, place, text) !== undefined ||
      session.view.mentions.some(
        ({ span }) =>
          overlaps(span, place) &&
          !contains(place, span) &&
          !sameSpan(span, place) &&
          !mayNest(span, place, text),
      );
    if (!isTaken) found.push(place);
  }
  return found.sort((a, b) => a.start - b.start);
}

async function chooseReach(
  exact: readonly Span[],
  forms: readonly Span[],
): Promise<readonly Span[] | undefined> {
  if (forms.length <= exact.length) return exact;
  const choices = [
    {
      label: l10n.t('All forms of the name'),
      description: l10n.t('{0} places', forms.length),
      places: forms,
    },
    { label: l10n.t('Exactly these words'), description: l10n.t('{0} places', exact.length), places: exact },
  ];
  return (await window.showQuickPick(choices, { placeHolder: l10n.t('Annotate every occurrence of…') }))
    ?.places;
}

function wordsOf({ document }: ArticleSession, { start, end }: Span): string {
  return document.getText().slice(start, end).replace(/\s+/gu, ' ');
}

function typeOf(argument: unknown): MentionType | undefined {
  return mentionTypes.find((type) => type === argument);
}
