import { commands as registry, type Disposable, l10n, QuickPickItemKind, window } from 'vscode';

import { entityTree, type TypeGroup } from '../../core/view/trees/entityTree';
import { speakingRoom, type SpeakingRoom } from '../../core/view/trees/speakingRoom';
import { countWords } from '../../core/view/words';
import type { ArticleSession } from '../articleSession';
import type { ArticleSessions } from '../articleSessions';
import { commands, views } from '../ids';
import { iconOfType, pluralOfType } from '../messages';
import { revealPlace } from '../revealPlace';
import { runInSlices } from '../schedule';
import { quotationsCount, shareOf, speakerName, wordsCount } from '../speakingRoom';
import { activeSession, placeOf } from '../targets';

interface SummaryPick {
  readonly label: string;
  readonly description?: string;
  readonly kind?: QuickPickItemKind;
  /** Goes to what the line is about. */
  readonly go?: () => Thenable<unknown>;
}

/** The article in figures: who gets how much room, who and what is named, what is decided. Choosing a line goes there. */
export function registerArticleSummary(sessions: ArticleSessions): Disposable {
  return registry.registerCommand(commands.showSummary, async () => {
    const session = activeSession(sessions);
    const picks = session && (await picksOf(session));
    if (!session || !picks) return;
    const name = session.document.uri.path.split('/').at(-1) ?? '';
    const words = wordsCount(countWords(session.document.getText()));
    const chosen = await window.showQuickPick(picks, {
      title: `${name}: ${words}`,
      matchOnDescription: true,
    });
    await chosen?.go?.();
  });
}

async function picksOf(session: ArticleSession): Promise<readonly SummaryPick[] | undefined> {
  const { view, document, sidecar } = session;
  const text = document.getText();
  const room = await runInSlices(speakingRoom(view, text), sidecar.token);
  const groups = await runInSlices(entityTree(view, text), sidecar.token);
  if (!room || !groups) return undefined;
  return [
    separator(`${quotationsCount(room.quotations)}, ${wordsCount(room.words)}`),
    ...speakerPicks(session, room),
    separator(l10n.t('Who and what is named')),
    ...groups.map(typePick),
    separator(l10n.t('What is decided')),
    decisionPick(session),
  ];
}

function separator(label: string): SummaryPick {
  return { label, kind: QuickPickItemKind.Separator };
}

function speakerPicks(session: ArticleSession, { speakers }: SpeakingRoom): readonly SummaryPick[] {
  const { view } = session;
  return speakers.map((speaker) => ({
    label: `$(${speaker.speaker === undefined ? 'question' : 'account'}) ${speakerName(view, speaker)}`,
    description: [
      shareOf(speaker),
      wordsCount(speaker.words),
      quotationsCount(speaker.quotations.length),
    ].join(' · '),
    go: async () => {
      const first = view.quotations[speaker.quotations[0] ?? -1];
      if (first && view === session.view)
        await revealPlace(session, placeOf(first), { preserveFocus: false, atStart: true });
    },
  }));
}

function typePick({ type, lines, mentions }: TypeGroup): SummaryPick {
  return {
    label: `$(${iconOfType(type)}) ${pluralOfType(type)}`,
    description: l10n.t('{0}, in {1} places', lines.length, mentions),
    // Every view has such a command.
    go: () => registry.executeCommand(`${views.entities}.focus`),
  };
}

function decisionPick({ view }: ArticleSession): SummaryPick {
  const all = [...view.mentions, ...view.quotations];
  const confirmed = all.filter(({ status }) => status === 'confirmed').length;
  const counts = l10n.t(
    '{0} confirmed, {1} suggested, {2} rejected',
    confirmed,
    all.length - confirmed,
    view.rejected.length,
  );
  return { label: `$(verified) ${counts}`, go: () => registry.executeCommand(`${views.quotations}.focus`) };
}
