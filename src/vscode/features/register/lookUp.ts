import { commands as registry, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';

import { readCandidates, type WikidataCandidate, wikidataSearch } from '../../../core/register/wikidata';
import { identify } from '../../../core/view/decisions/linkRegister';
import { decide } from '../../decisions';
import { settings } from '../../ids';
import { type RegisterParts, write } from './registerParts';
import { nameOf, type RegisterTarget } from './registerTarget';

const patienceMs = 10_000;

/** No answer to a name is longer. */
const longestAnswer = 1_000_000;

/**
 * Asks Wikidata who bears the name, when the setting allows it, and writes the item that a person chooses: into the entry of the
 * register, or else into the sidecar. The only place from which anything is sent anywhere: the name.
 */
export async function lookUp(target: RegisterTarget, parts: RegisterParts): Promise<void> {
  const configuration = workspace.getConfiguration(settings.section);
  if (configuration.get<boolean>(settings.wikidata) !== true) return offerSetting();
  const { session, mention, entity } = target;
  const name = nameOf(target);
  const endpoint = configuration.get<string>(settings.wikidataEndpoint) ?? '';
  const found = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Asking Wikidata for {0}…', name) },
    () => ask(endpoint, name),
  );
  const item = await choose(name, found);
  if (item === undefined) return;
  const entry = entity?.register?.by === 'record' ? entity.register.entity : undefined;
  if (!entry) return decide(session, identify(mention, item));
  await write(parts, Uri.parse(entry.source), [
    { kind: 'setIdentifier', id: entry.id, scheme: 'wikidata', identifier: item },
  ]);
}

/** `undefined` where there was no answer to be had or none that can be read. */
async function ask(endpoint: string, name: string): Promise<readonly WikidataCandidate[] | undefined> {
  try {
    const response = await fetch(wikidataSearch(endpoint, name, 'fr'), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = response.ok ? await response.text() : '';
    return text.length > longestAnswer ? undefined : readCandidates(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function choose(
  name: string,
  found: readonly WikidataCandidate[] | undefined,
): Promise<string | undefined> {
  if (!found || found.length === 0) {
    const message = found
      ? l10n.t('Wikidata knows nothing of this name: {0}', name)
      : l10n.t('Wikidata did not answer.');
    window.setStatusBarMessage(message, 8000);
    return undefined;
  }
  const picks = found.map(({ item, label, description, aliases }) => ({
    label,
    description: item,
    detail: [description, aliases.join(', ')].filter((part) => part !== undefined && part !== '').join(' · '),
    item,
  }));
  const chosen = await window.showQuickPick(picks, {
    title: name,
    placeHolder: l10n.t('Which item of Wikidata is this?'),
    matchOnDetail: true,
  });
  return chosen?.item;
}

async function offerSetting(): Promise<void> {
  window.setStatusBarMessage(l10n.t('Looking up on Wikidata is off in the settings.'), 8000);
  await registry.executeCommand('workbench.action.openSettings', `${settings.section}.${settings.wikidata}`);
}
