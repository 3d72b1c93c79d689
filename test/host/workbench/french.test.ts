import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

describe('the French interface', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: {
        'un.article': 'Le maire, Jean Petit, parle le 24 septembre 2025.\n',
        'verbatim.yaml': 'langage: fr\n',
      },
      open: 'un.article',
      locale: 'fr',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('septembre')));
  });

  after(() => workbench.close());

  it('speaks French in cards', async () => {
    const card = await workbench.hoverText('24 septembre 2025');
    assert.match(card, /mercredi 24 septembre 2025/u);
    assert.match(card, /Confirmer/u);
    assert.match(card, /Rejeter/u);
    assert.doesNotMatch(card, /Confirm |Reject /u);
  });

  it('names the language in the status bar', async () => {
    await poll('the language', async () =>
      (await workbench.statusBar()).some((text) => text.includes('Article de presse')),
    );
  });

  it('has its commands in French', async () => {
    await workbench.runCommand('Verbatim: Aller au nom ou à la date qui suit');
    await poll('a name to be selected', async () =>
      (await workbench.statusBar()).some((text) => /select|sélec/iu.test(text)),
    );
  });

  it('tells what is wrong with verbatim.yaml', async () => {
    await workbench.openFile('verbatim.yaml');
    assert.match(await workbench.hoverText('langage'), /n’est pas une clé connue/u);
  });
});
