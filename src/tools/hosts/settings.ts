import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings of VS Code by their ids, as in `settings.json`. */
export type Settings = Readonly<Record<string, unknown>>;

/** A calm workbench: no welcome page, no question about trust, no chat panel, nothing sent anywhere. */
export const calmSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.commandPalette.experimental.suggestCommands': false,
  'security.workspace.trust.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  // As on the desktop: the browser's default is to save after a moment.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
};

/** Writes the user settings of VS Code into its user data folder. */
export async function writeUserSettings(userDataFolder: string, settings: Settings): Promise<void> {
  const folder = join(userDataFolder, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, undefined, 2)}\n`);
}
