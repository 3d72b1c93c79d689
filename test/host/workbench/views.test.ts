import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le port de Lorient s’agrandit

Jeanne Kervadec a parlé le 24 septembre 2025. « Nous irons au bout », a déclaré Jeanne Kervadec. À Vannes, Marc Delaunay a répondu : « Non, merci ».

Marc Delaunay revient le 24 septembre 2025 avec Awa Traoré et Luc Moreau.
`;

const sidecarName = 'port.article.annotations.yaml';

describe('the views by keys and mouse', () => {
  let workbench: Workbench;
  const sidecar = () => workbench.readFile(sidecarName);
  const rows = (pane: string) =>
    workbench.page
      .locator('.pane', { has: workbench.page.locator('.pane-header', { hasText: pane }) })
      .locator('.monaco-list-row');
  const labels = async (pane: string): Promise<readonly string[]> =>
    (await rows(pane).allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
  const waitForRow = (pane: string, row: RegExp) =>
    poll(`a row ${String(row)} in ${pane}`, async () => (await labels(pane)).some((text) => row.test(text)));
  const confirmations = async () => (await sidecar())?.match(/status: confirmed/gu)?.length ?? 0;

  /** Walks down from the top of the tree, as one does by keys. */
  async function walkTo(label: string): Promise<void> {
    await workbench.runCommand('Verbatim: Focus on Entities View');
    await workbench.pressKeys('Home');
    await poll(`the keyboard at "${label}"`, async () => {
      const focused = await rows('Entities').and(workbench.page.locator('.focused')).allInnerTexts();
      if (focused[0]?.includes(label) === true) return true;
      await workbench.pressKeys('ArrowDown');
      return undefined;
    });
  }

  /** Chooses a row: a decision is about what is chosen, not about what one walks over. */
  async function choose(label: string): Promise<void> {
    await walkTo(label);
    await workbench.pressKeys('Enter');
    await poll(`"${label}" to be chosen`, async () => {
      const selected = rows('Entities').and(workbench.page.locator('.selected'));
      return (await selected.allInnerTexts()).some((text) => text.includes(label));
    });
  }

  before(async () => {
    workbench = await openWorkbench({
      files: { 'port.article': article },
      open: 'port.article',
      theme: 'dark',
      size: { width: 1300, height: 900 },
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('Lorient')));
    await workbench.runCommand('View: Show Verbatim');
    await waitForRow('Entities', /Marc Delaunay ?2/u);
  });

  after(() => workbench.close());

  it('show types with their entities, and speakers with the room they get', async () => {
    const entities = await labels('Entities');
    assert.ok(entities[0]?.startsWith('People'), entities.join('; '));
    await waitForRow('Quotations', /^Jeanne Kervadec.*4 words/u);
  });

  it('are labelled for a screen reader', async () => {
    const label = await rows('Entities')
      .filter({ hasText: 'Marc Delaunay' })
      .first()
      .getAttribute('aria-label');
    assert.match(label ?? '', /Marc Delaunay: person, suggested.*Named 2 times/u);
  });

  it('Enter shows an entity’s first mention, and the keyboard stays in the tree', async () => {
    await walkTo('Marc Delaunay');
    await workbench.pressKeys('Enter');
    await poll('the name to be selected', async () =>
      (await workbench.statusBar()).some((text) => /\(13 selected\)/u.test(text)),
    );
    await workbench.pressKeys('ArrowDown');
    assert.equal(
      (await workbench.page.locator('.tree-explorer-viewlet-tree-view .focused').count()) > 0,
      true,
    );
  });

  it('Alt+Enter confirms an entity everywhere, Delete rejects it', async () => {
    await choose('Marc Delaunay');
    await workbench.pressKeys('Alt+Enter');
    await poll('two confirmed mentions', async () => (await confirmations()) === 2);
    await choose('Vannes');
    await workbench.pressKeys('Delete');
    await poll('the rejection', async () => (await sidecar())?.includes('status: rejected'));
    await poll(
      'the place to be gone',
      async () => !(await labels('Entities')).some((row) => row.startsWith('Vannes')),
    );
  });

  it('Ctrl+K M says that an entity is the same as another', async () => {
    await choose('Luc Moreau');
    const input = workbench.page.locator('.quick-input-widget input[type="text"]');
    await poll('the list of entities', async () => {
      // Showing the chosen name may still be under way, and takes the keyboard back.
      await workbench.pressKeys('Control+K', 'm');
      return input.fill('Awa', { timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    await workbench.pressKeys('Enter');
    await waitForRow('Entities', /^Awa Traoré ?2/u);
    assert.match((await sidecar()) ?? '', /name: "Awa Traoré"[\s\S]*Luc Moreau/u);
  });

  it('an entity dragged onto another is merged with it', async () => {
    const row = (name: string) => rows('Entities').filter({ hasText: name }).first();
    const isMerged = async (): Promise<boolean> =>
      (await labels('Entities')).some((label) => /^Marc Delaunay ?4/u.test(label));
    await poll('the two to be one', async () => {
      // A tree that is drawn anew in the middle of it drops what is dragged.
      if (!(await isMerged()))
        await row('Awa Traoré')
          .dragTo(row('Marc Delaunay'), { timeout: 3_000 })
          .catch(() => undefined);
      return isMerged();
    });
  });

  it('follow the caret', async () => {
    await poll('the row of the name to be selected', async () => {
      await workbench.clickText('Jeanne Kervadec');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const selected = rows('Entities').and(workbench.page.locator('.selected'));
      return (await selected.allInnerTexts()).some((text) => text.includes('Jeanne Kervadec'));
    });
  });

  it('Quotations are grouped as a person likes', async () => {
    await workbench.runCommand('Verbatim: Group Quotations by State');
    await waitForRow('Quotations', /^suggested ?2 quotations/u);
    await workbench.runCommand('Verbatim: Show Quotations in the Order of the Text');
    await waitForRow('Quotations', /^« Nous irons au bout » ?Jeanne Kervadec/u);
    await workbench.runCommand('Verbatim: Group Quotations by Speaker');
    await waitForRow('Quotations', /^Jeanne Kervadec/u);
  });

  it('Entities are filtered by type, and shown again', async () => {
    await workbench.runCommand('Verbatim: Filter Entities…');
    // The list of commands has a field of its own, which is there a moment longer.
    await workbench.page.locator('.quick-input-widget input[placeholder^="Choose types"]').fill('Dates');
    const dates = workbench.page.locator('.quick-input-list .monaco-list-row');
    await poll('dates to be what is left', async () => (await dates.count()) === 1);
    await workbench.pressKeys('ArrowDown', 'Space', 'Enter');
    await poll('dates alone', async () => {
      const shown = await labels('Entities');
      return shown[0]?.startsWith('Dates') === true && shown.length <= 3;
    });
    await workbench.runCommand('Verbatim: Show All Entities');
    await waitForRow('Entities', /^People/u);
  });

  it('the summary tells who gets how much room, and goes there', async () => {
    await workbench.runCommand('Verbatim: Show Article Summary');
    const list = workbench.page.locator('.quick-input-list .monaco-list-row');
    await poll('the speaker', async () =>
      (await list.allInnerTexts()).some((text) => /Jeanne Kervadec[\s\S]*4 words/u.test(text)),
    );
    await workbench.screenshot('views-summary');
    await workbench.pressKeys('Enter');
    await poll('the caret at the quotation', async () =>
      (await workbench.statusBar()).some((text) => text.includes('Ln 3')),
    );
    await workbench.screenshot('views-dark');
  });
});
