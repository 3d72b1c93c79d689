import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';

const text = `Le pont rouvre

SAINTES, 5 mars 2024 – « Le chantier est fini », a déclaré mardi le maire.
`;

describe('an article in the workbench, in French', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ files: { 'pont.article': text }, open: 'pont.article', locale: 'fr' });
    await workbench.waitForDecorations((found) => found.some(({ text: shown }) => shown === 'mardi'));
  });

  after(() => workbench.close());

  it('highlights the words of a quotation', async () => {
    const decorations = await workbench.readDecorations();
    assert.ok(
      decorations.some(({ text: shown }) => shown.includes('Le chantier est fini')),
      JSON.stringify(decorations.map(({ text: shown }) => shown)),
    );
  });

  it('tells on hover what a date is, in the language of the interface', async () => {
    const card = await workbench.hoverText('mardi');
    assert.match(card, /2024-03-05/);
    assert.match(card, /Confirmer/);
  });

  it('keeps a decision that was made by a click on the card in the sidecar', async () => {
    await workbench.hoverText('5 mars 2024');
    await workbench.page.getByText('Confirmer', { exact: true }).click();
    const sidecar = await workbench.waitForFile('pont.article.annotations.yaml');
    assert.match(sidecar, /5 mars 2024/);
    assert.match(sidecar, /confirmed/);
  });
});
