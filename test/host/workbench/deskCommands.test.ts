import { strict as assert } from 'node:assert';

import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le maire de Lille reçoit la ministre

LILLE, 24 septembre 2025 – La ministre Hélène Castaing a rencontré le maire de Lille, Marc Delaunay, hier.

« Nous irons jusqu’au bout », a déclaré Hélène Castaing. Mme Castaing a quitté Lille. Le bourgmestre et le bourgmestre adjoint
sont restés : « Le chantier avance », note Marc Delaunay.
`;

/** The desk's commands by their French titles, out of review, and several selections at once. */
describe('the commands of the desk, in French', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: { 'lille.article': article },
      open: 'lille.article',
      locale: 'fr',
      theme: 'light',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('septembre')));
    await workbench.clickText('rencontré');
  });

  after(() => workbench.close());

  async function records(): Promise<readonly string[]> {
    const { annotations, entities } = parseSidecar(
      (await workbench.readFile('lille.article.annotations.yaml')) ?? '',
    );
    const name = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id;
    return annotations.map((record) => {
      if (record.kind === 'claim') return 'claim';
      return record.kind === 'mention'
        ? `${record.status} ${record.type} ${record.selector.exact}: ${name(record.entity ?? '')}`
        : `${record.status} ${record.form} ${record.content.map(({ exact }) => exact).join(' … ')}: ${record.speakers.map(name).join(', ')}`;
    });
  }

  const waitFor = (...expected: readonly string[]) =>
    poll(`${expected.join(', ')}`, async () => {
      const all = await records();
      return expected.every(
        (each) =>
          all.filter((record) => record === each).length >= expected.filter((other) => other === each).length,
      );
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)} There are: ${JSON.stringify(await records())}`);
    });

  async function undoAll(): Promise<void> {
    for (let count = (await records()).length; count > 0;) {
      await workbench.pressKeys('Alt+Backspace');
      count = await poll('one less', async () => {
        const now = (await records()).length;
        return now !== count ? now + 1 : undefined;
      }).then((now) => now - 1);
    }
  }

  async function run(title: string): Promise<void> {
    await workbench.pressKeys('F1');
    await workbench.page.locator('.quick-input-widget:visible input').first().fill(`>Verbatim: ${title}`);
    await poll('the command', async () =>
      (await workbench.page.locator('.quick-input-list .monaco-list-row.focused').innerText()).includes(
        title,
      ),
    );
    await workbench.pressKeys('Enter');
  }

  async function select(words: string): Promise<void> {
    await workbench.pressKeys('Control+Home', 'Control+F');
    await workbench.page.locator('.find-widget.visible textarea').first().fill(words);
    await poll('the words to be found', async () =>
      /^1 /u.test(await workbench.page.locator('.find-widget .matchesCount').innerText()),
    );
    await workbench.pressKeys('Escape');
  }

  async function pick(text: string): Promise<void> {
    const widget = workbench.page.locator('.quick-input-widget:visible');
    await widget.locator('input').first().waitFor();
    await poll(
      'the question',
      async () => !(await widget.locator('input').first().inputValue()).startsWith('>'),
    );
    await widget.locator('input').first().fill(text);
    await poll('an answer', async () =>
      (await workbench.page.locator('.quick-input-list .monaco-list-row.focused').innerText()).includes(text),
    );
    await workbench.pressKeys('Enter');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  it('several selections are decided at once', async () => {
    await select('bourgmestre');
    await workbench.pressKeys('Control+Shift+L', 'Alt+Enter');
    await workbench.page.locator('.quick-input-widget:visible', { hasText: 'et 1 de plus' }).waitFor();
    await workbench.screenshot('desk-several');
    await pick('personne');
    await waitFor('confirmed person bourgmestre: bourgmestre', 'confirmed person bourgmestre: bourgmestre');
    await workbench.pressKeys('Escape');
    await undoAll();
  });

  it('« Annoter la sélection sans l’ajuster aux mots… » takes exactly what is selected', async () => {
    await select('hantie');
    await run('Annoter la sélection sans l’ajuster aux mots…');
    await pick('produit');
    await waitFor('confirmed product hantie: hantie');
    await undoAll();
  });

  it('« Annoter la sélection selon un type… » asks for the type, of the word at the caret too', async () => {
    await select('chantier');
    await workbench.pressKeys('ArrowLeft');
    await run('Annoter la sélection selon un type…');
    await pick('lieu');
    await waitFor('confirmed location chantier: chantier');
    await undoAll();
  });

  it('« Annoter toutes les occurrences… » offers all forms of the entity', async () => {
    await select('Hélène Castaing');
    await run('Annoter toutes les occurrences…');
    await pick('Toutes les formes du nom');
    await waitFor(
      'confirmed person Hélène Castaing: Hélène Castaing',
      'confirmed person Hélène Castaing: Hélène Castaing',
      'confirmed person Castaing: Hélène Castaing',
    );
    await workbench.pressKeys('Alt+Backspace');
    await poll('nothing', async () => (await records()).length === 0);
  });

  it('« Étendre d’un mot au début » and the others decide at once out of review', async () => {
    const steps: readonly (readonly [string, string])[] = [
      ['Étendre d’un mot au début', 'ministre Hélène Castaing'],
      ['Étendre d’un mot à la fin', 'ministre Hélène Castaing a'],
      ['Réduire d’un mot à la fin', 'ministre Hélène Castaing'],
      ['Réduire d’un mot au début', 'Hélène Castaing'],
      ['Étendre jusqu’à la fin de la proposition', 'Hélène Castaing a rencontré le maire de Lille'],
      [
        'Étendre jusqu’au début de la proposition',
        'La ministre Hélène Castaing a rencontré le maire de Lille',
      ],
    ];
    await select('Hélène Castaing');
    for (const [title, words] of steps) {
      await run(title);
      await waitFor(`confirmed person ${words}: Hélène Castaing`);
    }
    for (const _ of steps) await workbench.pressKeys('Alt+Backspace');
    await poll('nothing', async () => (await records()).length === 0);
  });

  it('« Relier à une autre entité… » corrects the type with it', async () => {
    await select('Marc Delaunay');
    await run('Relier à une autre entité…');
    await pick('Lille');
    await waitFor('confirmed location Marc Delaunay: Lille');
    await undoAll();
  });

  it('Ctrl+K L says who speaks, Ctrl+K Q what is quoted', async () => {
    await select('Nous irons jusqu’au bout');
    await workbench.pressKeys('Control+K', 'l');
    await pick('Delaunay');
    await waitFor('confirmed direct Nous irons jusqu’au bout: Marc Delaunay');
    await undoAll();
    await select('bourgmestre adjoint');
    await workbench.pressKeys('Control+K', 'q');
    await workbench.screenshot('desk-speaker-fr');
    await pick('Laisser ouvert');
    await waitFor('confirmed indirect bourgmestre adjoint: ');
    await undoAll();
  });

  it('« Accepter toutes celles du type » asks for the type where there is none', async () => {
    await workbench.pressKeys('Control+End');
    await run('Accepter toutes celles du type');
    await pick('date');
    await waitFor('confirmed date 24 septembre 2025: ');
    await workbench.pressKeys('Alt+Backspace');
    await poll('nothing', async () => (await records()).length === 0);
  });

  it('« Accepter toutes les suggestions de l’article » is undone by one step, and done again by one', async () => {
    await run('Accepter toutes les suggestions de l’article');
    await poll('many', async () => (await records()).length > 6);
    await workbench.pressKeys('Alt+Backspace');
    await poll('nothing', async () => (await records()).length === 0);
    await workbench.pressKeys('Shift+Alt+Backspace');
    await poll('many again', async () => (await records()).length > 6);
    await workbench.pressKeys('Alt+Backspace');
  });

  it('« Passer les suggestions en revue » tells in French how far it is; closing the article ends it', async () => {
    await run('Passer les suggestions en revue');
    await poll('the review', async () =>
      (await workbench.statusBar()).some((text) =>
        /Revue : 0 sur \d+ · K montre les touches · Échap quitte/u.test(text),
      ),
    );
    await workbench.page
      .locator('.monaco-hover:visible', { hasText: 'toutes les touches' })
      .first()
      .waitFor();
    await workbench.screenshot('desk-review-fr');
    await workbench.pressKeys('Control+K', 'w');
    await workbench.page.locator('.tab').waitFor({ state: 'detached' });
    await poll('the review to end', async () =>
      (await workbench.statusBar()).every((text) => !text.includes('Revue')),
    );
    await workbench.openFile('lille.article');
    await poll('the text to be open for edits', async () => {
      await workbench.pressKeys('Control+End', 'p');
      return (await workbench.page.locator('.tab.active.dirty').count()) > 0;
    });
    await workbench.pressKeys('Control+Z');
    assert.deepEqual(await workbench.notifications(), []);
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
  });
});
