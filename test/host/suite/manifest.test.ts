import { assert } from 'chai';
import { commands, extensions } from 'vscode';

import { views } from '../../../src/vscode/ids';
import { verbatim } from './support';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('commands', () => {
  it('registered are those that the manifest declares', async () => {
    await verbatim();
    const { packageJSON } = extensions.getExtension('verbatim-annotation.verbatim') as {
      readonly packageJSON: Manifest;
    };
    const declared = packageJSON.contributes.commands.map(({ command }) => command).sort();
    // The workbench itself names commands for each view after its id.
    const ofViews = Object.values(views).map((id) => `${id}.`);
    const registered = (await commands.getCommands(true))
      .filter((id) => id.startsWith('verbatim.') && !ofViews.some((prefix) => id.startsWith(prefix)))
      .sort();
    assert.deepEqual(registered, declared);
  });

  it('do no harm where there is no article', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of [
      'confirm',
      'reject',
      'correctType',
      'confirmEntity',
      'nextMention',
      'previousQuotation',
      'goToSpeaker',
      'exportSuggestions',
      'showSidecar',
      'savePending',
      'turnOff',
      'restoreRejected',
      'acceptWords',
      'renewCheck',
      'replaceWords',
      'compareWords',
      'setAside',
      'removeDecision',
      'takeOurs',
      'takeTheirs',
      'takeBoth',
      'compareSides',
      'adoptSidecar',
    ])
      await commands.executeCommand(`verbatim.${name}`);
    await commands.executeCommand('verbatim.confirm', {
      uri: 'file:///nowhere',
      kind: 'mention',
      start: 0,
      end: 1,
    });
    await commands.executeCommand('verbatim.confirm', { uri: ':', kind: 'mention', start: 0, end: 1 });
    await commands.executeCommand('verbatim.confirm', 'anything');
  });
});
