import { workspace } from 'vscode';

import type { Shown } from './features/highlights/layers';
import { highlightParts, highlightSetting, settings } from './ids';

/** What the settings say is to be shown. Defaults are in the manifest alone. */
export function readShown(): Shown {
  const values = workspace.getConfiguration(settings.section);
  return {
    parts: new Set(highlightParts.filter((part) => values.get<boolean>(highlightSetting(part)) === true)),
    suggestions: values.get<boolean>(settings.suggestions) === true,
    minimumConfidence: values.get<number>(settings.minimumConfidence) ?? 0,
    overviewRuler: values.get<boolean>(settings.overviewRuler) === true,
  };
}
