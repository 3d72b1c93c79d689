import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le maire de Lille reçoit la ministre

LILLE, 24 septembre 2025 – La ministre Hélène Castaing a rencontré le maire de Lille, Marc Delaunay, le 3 octobre 2025.

« Nous irons jusqu’au bout », a déclaré Hélène Castaing. « Rien ne sera oublié », a-t-elle ajouté.
`;

describe('annotating by keys and mouse', () => {
  let workbench: Workbench;
  const sidecar = () => workbench.readFile('lille.article.annotations.yaml');

  before(async () => {
    workbench = await openWorkbench({
      files: { 'lille.article': article },
      open: 'lille.article',
      theme: 'dark',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('octobre')));
  });

  after(() => workbench.close());

  it('draws types with different lines, and quotations with a background', async () => {
    const found = await workbench.readDecorations();
    const line = (words: string) =>
      found.find(({ text, borderBottomStyle }) => text.trim() === words && borderBottomStyle !== 'none');
    assert.equal(line('Hélène Castaing')?.borderBottomStyle, 'solid');
    assert.equal(line('24 septembre 2025')?.borderBottomStyle, 'dotted');
    assert.notEqual(line('Hélène Castaing')?.borderBottomColor, line('24 septembre 2025')?.borderBottomColor);
    const quoted = found.find(({ text }) => text.includes('Nous irons jusqu’au bout'));
    assert.notEqual(quoted?.backgroundColor, 'rgba(0, 0, 0, 0)');
  });

  it('says in the status bar how much was found', async () => {
    await poll('the state', async () =>
      (await workbench.statusBar()).some((text) => /\d+\s+.*2/u.test(text)),
    );
  });

  it('a card tells what a name is and takes a decision by a click', async () => {
    assert.match(await workbench.hoverText('Marc Delaunay'), /Marc Delaunay.*person.*suggested/su);
    await workbench.page.locator('.monaco-hover:visible a', { hasText: 'Confirm' }).first().click();
    await poll('the sidecar', async () => (await sidecar())?.includes('exact: "Marc Delaunay"'));
    assert.match(await workbench.hoverText('Marc Delaunay'), /confirmed/u);
  });

  it('F9 goes from name to name, and Alt+Enter confirms', async () => {
    await workbench.clickText('rencontré');
    await workbench.pressKeys('Control+Home', 'F9');
    await poll('a name to be selected', async () =>
      (await workbench.statusBar()).some((text) => /selected/u.test(text)),
    );
    await workbench.pressKeys('Alt+Enter');
    await poll(
      'a second decision',
      async () => ((await sidecar())?.match(/status: confirmed/gu)?.length ?? 0) >= 2,
    );
  });

  it('Shift+Alt+Enter rejects what the caret is in', async () => {
    await workbench.clickText('3 octobre');
    await workbench.pressKeys('Shift+Alt+Enter');
    await poll('the rejection', async () => (await sidecar())?.includes('status: rejected'));
    await workbench.waitForDecorations((found) => !found.some(({ text }) => text.includes('3 octobre')));
  });

  it('a type is corrected by keys alone', async () => {
    await workbench.clickText('septembre 2025');
    await workbench.pressKeys('Control+K', 'y');
    await workbench.page.locator('.quick-input-widget input').fill('event');
    await workbench.pressKeys('Enter');
    await poll('the correction', async () => /type: event[\s\S]*replaces/u.test((await sidecar()) ?? ''));
  });

  it('the caret in a quotation brings out its words of saying and who speaks', async () => {
    await workbench.clickText('irons jusqu');
    await workbench.waitForDecorations((found) =>
      found.some(
        ({ text, borderBottomStyle }) => text.includes('a déclaré') && borderBottomStyle === 'solid',
      ),
    );
  });

  it('F12 in a quotation goes to its speaker', async () => {
    await workbench.clickText('irons jusqu');
    await workbench.pressKeys('F12');
    await poll('the caret in the line of the speaker', async () =>
      (await workbench.statusBar()).some((text) => text.includes('Ln 3')),
    );
  });

  it('moves with the text while typing, and is not drawn anew', async () => {
    await workbench.clickText('Rien ne sera');
    await workbench.pressKeys('Control+Home');
    await workbench.type('Hier soir, ');
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.trim() === 'Marc Delaunay'));
  });

  it('opens the annotations file beside the article', async () => {
    await workbench.runCommand('Verbatim: Show Annotations File');
    await workbench.page.locator('.tab', { hasText: 'lille.article.annotations.yaml' }).waitFor();
  });
});
