import { env, l10n } from 'vscode';

import { plainLine } from '../core/util/plainLine';
import type { SpeakerRoom, SpeakingRoom } from '../core/view/trees/speakingRoom';
import type { ArticleView } from '../core/view/types';

const mostNamed = 3;

/** Who gets how much room, on one line: those who get most. */
export function roomLine(view: ArticleView, room: SpeakingRoom): string {
  const all = `${quotationsCount(room.quotations)}, ${wordsCount(room.words)}`;
  const shares = room.speakers
    .slice(0, mostNamed)
    .map((each) => `${speakerName(view, each)} ${shareOf(each)}`);
  const more = room.speakers.length > mostNamed ? ' …' : '';
  return `${all} · ${shares.join(' · ')}${more}`;
}

export function speakerName({ entities }: ArticleView, { speaker }: SpeakerRoom): string {
  if (speaker === undefined) return l10n.t('Speaker open');
  return plainLine(entities.get(speaker)?.name ?? speaker).trim();
}

export function shareOf({ share }: SpeakerRoom): string {
  return new Intl.NumberFormat(env.language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function quotationsCount(count: number): string {
  return count === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', count);
}

export function wordsCount(count: number): string {
  return count === 1 ? l10n.t('1 word') : l10n.t('{0} words', count);
}
