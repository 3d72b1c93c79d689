import { strict as assert } from 'node:assert';

import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le maire de Lille reçoit la ministre

LILLE, 24 septembre 2025 – La ministre Hélène Castaing a rencontré le maire de Lille, Marc Delaunay, le 3 octobre 2025.

« Nous irons jusqu’au bout », a déclaré Hélène Castaing. « Rien ne sera oublié », a-t-elle ajouté.

Le festival Bruit d’Hiver ouvrira avec Delaunay. Le chantier avance, affirme le maire. L’hiver sera doux.
`;

/** Every command of the desk, each by the keys that a person presses. */
describe('the desk by keyboard', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: {
        'lille.article': article,
        'verbatim.entities.yaml':
          'version: 1\nentities:\n\n  - id: bruit-dhiver-a1b2c3\n    type: event\n    name: Bruit d’Hiver\n',
      },
      open: 'lille.article',
      theme: 'dark',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('octobre')));
    await workbench.clickText('rencontré');
  });

  after(() => workbench.close());

  /** What each record says: status, type or form, words, and the names of its entities. */
  async function records(): Promise<readonly string[]> {
    const { annotations, entities } = parseSidecar(
      (await workbench.readFile('lille.article.annotations.yaml')) ?? '',
    );
    const name = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id;
    return annotations.map((record) =>
      record.kind === 'mention'
        ? `${record.status} ${record.type} ${record.selector.exact}: ${name(record.entity ?? '')}`
        : `${record.status} ${record.kind} ${record.kind === 'quotation' ? `${record.content.map(({ exact }) => exact).join(' … ')}: ${record.speakers.map(name).join(', ')}` : ''}`,
    );
  }

  const waitForRecord = (record: string) =>
    poll(`the record "${record}"`, async () => {
      const all = await records();
      return all.includes(record) ? all : undefined;
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)} There are: ${JSON.stringify(await records())}`);
    });

  const waitForNone = (record: string) =>
    poll(`"${record}" to go`, async () => !(await records()).includes(record));

  const status = (part: RegExp) =>
    poll(`${part} in the status bar`, async () =>
      (await workbench.statusBar()).find((text) => part.test(text)),
    );

  /** Selects visible words by keys alone: the find widget is closed again, and leaves them selected. */
  async function select(words: string): Promise<void> {
    await workbench.pressKeys('Control+Home', 'Control+F');
    await workbench.page.locator('.find-widget.visible textarea').first().fill(words);
    await poll('the words to be found', async () =>
      /1 of|1 sur/u.test(await workbench.page.locator('.find-widget .matchesCount').innerText()),
    );
    await workbench.pressKeys('Escape');
  }

  async function pick(...typed: readonly string[]): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    for (const text of typed) await input.fill(text);
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
    await workbench.pressKeys('Enter');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Presses a key and waits until as much is selected: the first use of a command may come later than that of a known one. */
  async function bound(key: string, words: string): Promise<void> {
    await workbench.pressKeys(key);
    await status(new RegExp(`\\(${words.length} selected\\)`, 'u'));
  }

  it('Ctrl+K A begins a review, which shows where it is and how far', async () => {
    await workbench.pressKeys('Control+Home', 'Control+K', 'a');
    assert.match((await status(/Review:/u)) ?? '', /Review: 0 of \d+/u);
    await workbench.page.locator('.monaco-hover:visible', { hasText: 'all keys' }).first().waitFor();
    await workbench.screenshot('desk-review');
  });

  it('letters change no text, also those that mean nothing', async () => {
    await workbench.pressKeys('w', 'j', 'z');
    await workbench.pressKeys('Escape');
    await poll(
      'the review to end',
      async () => !(await workbench.statusBar()).some((text) => /Review:/u.test(text)),
    );
    assert.equal(await workbench.readFile('lille.article'), article);
    assert.equal(await workbench.page.locator('.tab.active.dirty').count(), 0);
  });

  it('out of review letters are letters, and the text can be edited and undone', async () => {
    await workbench.pressKeys('Control+End', 'p');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.pressKeys('Control+Z');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  });

  it('Enter accepts and goes on, Delete rejects and goes on', async () => {
    await workbench.pressKeys('Control+Home', 'Control+K', 'a');
    await status(/Review: 0/u);
    await workbench.pressKeys('Enter', 'Enter');
    await status(/Review: 2/u);
    await workbench.pressKeys('Delete');
    await status(/Review: 3/u);
    await poll('a rejection', async () => (await records()).some((record) => record.startsWith('rejected')));
  });

  it('U undoes in the order of the decisions, Shift+U makes them again', async () => {
    const before = await records();
    await workbench.pressKeys('u', 'u', 'u');
    await status(/Review: 0/u);
    assert.deepEqual(
      await poll('no record', async () => ((await records()).length === 0 ? [] : undefined)),
      [],
    );
    await workbench.pressKeys('Shift+U', 'Shift+U', 'Shift+U');
    await poll('the records', async () => JSON.stringify(await records()) === JSON.stringify(before));
    await workbench.pressKeys('Control+Z', 'Control+Z', 'Control+Z');
    await poll('no record again', async () => (await records()).length === 0);
  });

  it('a letter gives the type', async () => {
    await select('Marc Delaunay');
    await workbench.pressKeys('o');
    await waitForRecord('confirmed organization Marc Delaunay: Marc Delaunay');
    await workbench.pressKeys('u');
    await waitForNone('confirmed organization Marc Delaunay: Marc Delaunay');
  });

  it('Alt with arrows moves the ends by words, and Enter decides', async () => {
    await select('Marc Delaunay');
    await bound('Alt+ArrowLeft', 'Marc');
    await bound('Alt+ArrowRight', 'Marc Delaunay');
    await bound('Shift+Alt+ArrowLeft', 'Lille, Marc Delaunay');
    await workbench.pressKeys('Enter');
    await waitForRecord('confirmed person Lille, Marc Delaunay: Marc Delaunay');
    await workbench.pressKeys('u');
    await waitForNone('confirmed person Lille, Marc Delaunay: Marc Delaunay');
    await select('Hélène Castaing');
    await bound('Alt+End', 'Hélène Castaing a rencontré le maire de Lille');
    await bound('Alt+Home', 'La ministre Hélène Castaing a rencontré le maire de Lille');
    await bound('Shift+Alt+ArrowRight', 'ministre Hélène Castaing a rencontré le maire de Lille');
    await workbench.pressKeys('Enter');
    await waitForRecord(
      'confirmed person ministre Hélène Castaing a rencontré le maire de Lille: Hélène Castaing',
    );
    await workbench.pressKeys('u');
    await waitForNone(
      'confirmed person ministre Hélène Castaing a rencontré le maire de Lille: Hélène Castaing',
    );
  });

  it('words are added by the letter of a type, and snap to words', async () => {
    await select('ruit d’Hive');
    await workbench.pressKeys('e');
    await waitForRecord('confirmed event Bruit d’Hiver: Bruit d’Hiver');
    await workbench.pressKeys('u');
    await waitForNone('confirmed event Bruit d’Hiver: Bruit d’Hiver');
  });

  it('Tab and Shift+Tab go on and back without a decision', async () => {
    await select('24 septembre 2025');
    await workbench.pressKeys('Tab', 'Shift+Tab', 'Enter');
    await waitForRecord('confirmed date 24 septembre 2025: ');
  });

  it('A accepts all of an entity, I links to another one', async () => {
    await select('Hélène Castaing');
    await workbench.pressKeys('a');
    await poll(
      'both',
      async () =>
        (await records()).filter((record) => record.startsWith('confirmed person Hélène Castaing')).length ===
        2,
    );
    await select('Marc Delaunay');
    await workbench.pressKeys('i');
    await pick('Bruit');
    await waitForRecord('confirmed event Marc Delaunay: Bruit d’Hiver');
    await workbench.pressKeys('u');
    await waitForNone('confirmed event Marc Delaunay: Bruit d’Hiver');
  });

  it('M annotates every occurrence', async () => {
    await select('chantier');
    await workbench.pressKeys('m');
    await pick('product');
    await waitForRecord('confirmed product chantier: chantier');
    await workbench.pressKeys('u');
    await waitForNone('confirmed product chantier: chantier');
  });

  it('S says who speaks, the candidates first', async () => {
    await select('Rien ne sera oublié');
    await workbench.pressKeys('s');
    await pick('Delaunay');
    await waitForRecord('confirmed quotation Rien ne sera oublié: Marc Delaunay');
  });

  it('Q makes a quotation of the selected words, with what was proposed', async () => {
    await select('Le chantier avance');
    await workbench.pressKeys('q');
    const widget = workbench.page.locator('.quick-input-widget:visible');
    await widget.waitFor();
    await workbench.screenshot('desk-quotation');
    assert.match((await widget.locator('input').first().getAttribute('placeholder')) ?? '', /affirme/u);
    await pick('Create', 'Jean Martin');
    await waitForRecord('confirmed quotation Le chantier avance: Jean Martin');
    await workbench.pressKeys('u');
    await waitForNone('confirmed quotation Le chantier avance: Jean Martin');
  });

  it('T accepts the type, C from a confidence on, G everything, each undone by one step', async () => {
    const before = await records();
    for (const key of ['t', 'g']) {
      await workbench.pressKeys('Control+Home', 'Tab', key);
      await poll('more', async () => (await records()).length > before.length);
      await workbench.pressKeys('u');
      await poll('as before', async () => JSON.stringify(await records()) === JSON.stringify(before));
    }
    await workbench.pressKeys('c');
    await pick('50');
    await poll('more', async () => (await records()).length > before.length);
    await workbench.pressKeys('u');
    await poll('as before', async () => JSON.stringify(await records()) === JSON.stringify(before));
  });

  it('K shows the keys, and a line does what it says', async () => {
    await workbench.pressKeys('k');
    await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('desk-keys');
    await pick('leave review');
    await poll(
      'the review to end',
      async () => !(await workbench.statusBar()).some((text) => /Review:/u.test(text)),
    );
  });

  it('out of review Alt+Enter asks what selected words name, several selections at once', async () => {
    await select('chantier');
    await workbench.pressKeys('Alt+Enter');
    await workbench.page.locator('.quick-input-widget:visible', { hasText: 'chantier' }).waitFor();
    await workbench.screenshot('desk-annotate');
    await pick('Petit Pont');
    await waitForRecord('confirmed person chantier: Petit Pont');
    await workbench.pressKeys('Alt+Backspace');
    await waitForNone('confirmed person chantier: Petit Pont');
    await workbench.pressKeys('Shift+Alt+Backspace');
    await waitForRecord('confirmed person chantier: Petit Pont');
  });

  it('words across a confirmed name are refused with a word in the status bar', async () => {
    await select('Castaing a rencontré');
    await workbench.pressKeys('Alt+Enter');
    await status(/is confirmed here already/u);
  });

  it('opened no dialog and no notification', async () => {
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
    assert.deepEqual(await workbench.notifications(), []);
  });
});
