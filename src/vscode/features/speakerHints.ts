import { Disposable, EventEmitter, InlayHint, languages, l10n, workspace } from 'vscode';

import { articleSelector } from '../articleSelector';
import type { ArticleSessions } from '../articleSessions';
import { toSpan } from '../convert';
import { settings } from '../ids';
import { quotationsAt } from '../viewLookup';

/** The speaker's name behind each quotation, where the setting asks for it. */
export function registerSpeakerHints(sessions: ArticleSessions): Disposable {
  const changed = new EventEmitter<void>();
  const provider = languages.registerInlayHintsProvider(articleSelector, {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: (document, range) => {
      const view = sessions.of(document)?.view;
      const isOn = workspace.getConfiguration(settings.section, document).get<boolean>(settings.speakerHints);
      if (!view || isOn !== true) return [];
      return quotationsAt(view, toSpan(document, range)).flatMap(({ content, marks, speakers }) => {
        const end = Math.max(content.at(-1)?.end ?? 0, marks.at(-1)?.end ?? 0);
        const names = speakers.map((key) => view.entities.get(key)?.name ?? key);
        const hint = new InlayHint(
          document.positionAt(end),
          names.length > 0 ? names.join(', ') : l10n.t('Speaker open'),
        );
        hint.paddingLeft = true;
        return [hint];
      });
    },
  });
  return Disposable.from(
    changed,
    provider,
    sessions.onDidChange(({ change }) => {
      if (change === 'content') changed.fire();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.speakerHints}`)) changed.fire();
    }),
  );
}
