import { commands as registry, ConfigurationTarget, type Disposable, l10n, window, workspace } from 'vscode';

import { mentionTypes } from '../../core/annotation/types';
import { commands, type HighlightPart, highlightParts, highlightSetting, settings } from '../ids';
import { iconOfType, nameOfType } from '../messages';
import { readShown } from '../presentation';

/** A quick pick of all that can be shown or hidden; what is chosen goes to the settings where they are set, else to the user's. */
export function registerToggleHighlights(): Disposable {
  return registry.registerCommand(commands.toggleHighlights, async () => {
    const { parts, suggestions } = readShown();
    const picks = [
      ...highlightParts.map((part) => ({
        ...look(part),
        key: highlightSetting(part),
        picked: parts.has(part),
      })),
      { label: `$(sparkle) ${l10n.t('Suggestions')}`, key: settings.suggestions, picked: suggestions },
    ];
    const chosen = await window.showQuickPick(picks, {
      title: l10n.t('What is highlighted'),
      canPickMany: true,
    });
    if (!chosen) return;
    for (const pick of picks) {
      const isChosen = chosen.includes(pick);
      if (isChosen !== pick.picked) await write(pick.key, isChosen);
    }
  });
}

function look(part: HighlightPart): { readonly label: string } {
  if (part === 'quotation') return { label: `$(quote) ${l10n.t('Quotations')}` };
  if (part === 'indirectQuotation') return { label: `$(quote) ${l10n.t('Indirect speech')}` };
  if (part === 'cue') return { label: `$(comment) ${l10n.t('Words of saying')}` };
  const type = mentionTypes.find((each) => each === part) ?? 'person';
  const name = nameOfType(type);
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return { label: `$(${iconOfType(type)}) ${label}` };
}

async function write(key: string, value: boolean): Promise<void> {
  const configuration = workspace.getConfiguration(settings.section);
  const set = configuration.inspect(key);
  const target =
    set?.workspaceFolderValue !== undefined || set?.workspaceValue !== undefined
      ? ConfigurationTarget.Workspace
      : ConfigurationTarget.Global;
  await configuration.update(key, value, target);
}
