import type { MentionType, QuotationForm } from '../../annotation/types';
import { mentionTypes } from '../../annotation/types';
import type { Article } from '../../text/article';
import { inSteps, type Steps } from '../../util/steps';
import type { ArticleView, ViewMention, ViewQuotation } from '../../view/types';
import { entityNumbers, markupSteps } from '../html/articleMarkup';
import { type Label, label } from '../exportSource';
import type { ArticleMessage, PreviewPart } from './messages';

/** What the preview shows of an article: its blocks as HTML, and what its legend, its filter and its readers are told. */
export function* articleMessage(
  uri: string,
  title: string,
  article: Article,
  view: ArticleView,
  say: (label: Label) => string,
): Steps<ArticleMessage> {
  const blocks = yield* markupSteps(article, view);
  const numbers = entityNumbers(view);
  const said = new Set(view.quotations.flatMap(({ speakers }) => speakers));
  const speakers = [...said].flatMap((key) => {
    const entity = view.entities.get(key);
    if (!entity) return [];
    return [{ number: numbers.get(key) ?? 0, name: entity.name, quotations: entity.quotations.length }];
  });
  yield;
  const typeNames = new Map(mentionTypes.map((type) => [type, say(label(`export-type-${type}`))]));
  const mentions = yield* inSteps(view.mentions, (mention) => mentionSentence(mention, view, typeNames, say));
  const quotations = yield* inSteps(view.quotations, (quotation) => quotationSentence(quotation, view, say));
  return {
    kind: 'article',
    uri,
    title,
    blocks: blocks.map(({ html }) => html),
    parts: partsOf(view, typeNames, say),
    speakers: speakers.toSorted((a, b) => b.quotations - a.quotations),
    saidBy: view.quotations.map((quotation) => quotation.speakers.map((key) => numbers.get(key) ?? 0)),
    mentions,
    quotations,
  };
}

function partsOf(
  { mentions, quotations }: ArticleView,
  typeNames: ReadonlyMap<MentionType, string>,
  say: (label: Label) => string,
): readonly PreviewPart[] {
  const ofType = (type: MentionType): number => mentions.filter((mention) => mention.type === type).length;
  const indirect = quotations.filter(({ form }) => form === 'indirect').length;
  return [
    ...mentionTypes.map((type) => ({ id: type, name: typeNames.get(type) ?? type, count: ofType(type) })),
    { id: 'quotation', name: say(label('export-quotation')), count: quotations.length - indirect },
    { id: 'indirectQuotation', name: formOf('indirect', say), count: indirect },
  ].filter(({ count }) => count > 0);
}

function mentionSentence(
  { entity: key, type, status, value }: ViewMention,
  { entities }: ArticleView,
  typeNames: ReadonlyMap<MentionType, string>,
  say: (label: Label) => string,
): string {
  const name = (key === undefined ? undefined : entities.get(key)?.name) ?? value?.edtf;
  return [name, typeNames.get(type), standing(status, say)].filter((part) => part !== undefined).join(', ');
}

function quotationSentence(
  { speakers, form, status }: ViewQuotation,
  { entities }: ArticleView,
  say: (label: Label) => string,
): string {
  const names = speakers.flatMap((key) => entities.get(key)?.name ?? []);
  const who = names.length > 0 ? names.join(', ') : say(label('export-no-speaker'));
  return [who, formOf(form, say), standing(status, say)].join(', ');
}

function formOf(form: QuotationForm, say: (label: Label) => string): string {
  return say(label(`export-form-${form}`));
}

function standing(status: 'suggested' | 'confirmed', say: (label: Label) => string): string {
  return say(label(status === 'confirmed' ? 'export-confirmed' : 'export-suggested'));
}
