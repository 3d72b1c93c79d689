import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le maire de Lille reçoit la ministre

LILLE, 24 septembre 2025 – La ministre Hélène Castaing a rencontré le maire, Marc Delaunay.

« Nous irons jusqu’au bout », a déclaré Marc Delaunay. L’avis de Delaunay a surpris.
`;

describe('language features by keys', () => {
  let workbench: Workbench;
  const lines = async (): Promise<string> => (await workbench.visibleText()).join(' ');

  before(async () => {
    workbench = await openWorkbench({
      files: { 'lille.article': article },
      open: 'lille.article',
      theme: 'light',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('Delaunay')));
  });

  after(() => workbench.close());

  it('the caret in a name brings out all its mentions, and in another word nothing', async () => {
    const marked = workbench.page.locator('.cdr.wordHighlightText, .cdr.wordHighlight');
    await workbench.clickText('Hélène');
    await poll('the highlights', async () => (await marked.count()) > 0);
    await workbench.clickText('rencontré');
    await poll('no highlights', async () => (await marked.count()) === 0);
    await workbench.clickText('Marc Delaunay');
    await poll('three highlights', async () => (await marked.count()) >= 3);
    await workbench.screenshot('highlights-light');
  });

  it('Shift+F12 shows the references', async () => {
    await workbench.clickText('Marc Delaunay');
    await workbench.pressKeys('Shift+F12');
    await poll('three references', async () =>
      /3 references|References \(3\)|\(3\)/u.test(
        await workbench.page.locator('.peekview-widget').innerText(),
      ),
    );
    await workbench.pressKeys('Escape');
  });

  it('Control+. offers decisions, and Enter makes one', async () => {
    await poll('the actions', async () => {
      await workbench.clickText('Hélène');
      await workbench.pressKeys('Control+.');
      const action = workbench.page.locator('.action-widget', { hasText: 'Confirm “Hélène Castaing”' });
      const isOpen = await action.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (!isOpen) await workbench.pressKeys('Escape');
      return isOpen;
    });
    await workbench.screenshot('code-actions-light');
    await workbench.pressKeys('Enter');
    assert.match(await workbench.waitForFile('lille.article.annotations.yaml'), /exact: "Hélène Castaing"/u);
  });

  it('F2 renames by the like of each mention', async () => {
    const input = workbench.page.locator('.rename-input');
    await poll('the name to change', async () => {
      await workbench.pressKeys('Escape');
      // The first one may be broken at the end of a line of the screen.
      await workbench.clickText('Marc Delaunay', 1);
      await workbench.pressKeys('F2');
      const isOpen = await input.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      return isOpen && (await input.inputValue()) === 'Marc Delaunay';
    });
    await input.fill('Émile Aubry');
    await workbench.pressKeys('Enter');
    await poll('the new name', async () => (await lines()).includes('a déclaré Émile Aubry.'));
    await poll('its elision', async () => (await lines()).includes('L’avis d’Aubry a surpris'));
    await workbench.pressKeys('Control+Z');
    await poll('the old name again', async () => (await lines()).includes('L’avis de Delaunay a surpris'));
  });

  it('three letters with a capital offer known names; Tab takes one, Enter does not', async () => {
    await workbench.clickText('Marc Delaunay');
    await workbench.pressKeys('Control+End');
    await workbench.type('Puis Dela');
    const list = workbench.page.locator('.suggest-widget.visible');
    await poll('the names', async () => /Delaunay/u.test(await list.innerText()));
    await workbench.screenshot('completion-light');
    await workbench.pressKeys('Enter');
    await workbench.type('Puis Cast');
    await poll('the names', async () => /Castaing/u.test(await list.innerText()));
    await workbench.pressKeys('Tab');
    await poll('the name', async () => /Puis Dela .*Puis (?:Hélène )?Castaing/u.test(await lines()));
  });

  it('Control+T finds names', async () => {
    await workbench.pressKeys('Control+T');
    await workbench.page.locator('.quick-input-widget input').fill('#castaing');
    await poll('the name', async () =>
      (await workbench.page.locator('.quick-input-list').innerText()).includes('Hélène Castaing'),
    );
    await workbench.pressKeys('Escape');
  });
});

describe('a diff editor', () => {
  it('marks the article on the working side', async () => {
    const workbench = await openWorkbench({
      files: { 'old.txt': article.replace('Marc', 'Jean'), 'new.article': article },
      open: 'new.article',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('Delaunay')));
    await workbench.openFile('old.txt');
    await workbench.runCommand('File: Compare Active File With...');
    await workbench.page.locator('.quick-input-widget input').fill('new.article');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'new.article' })
      .first()
      .waitFor();
    await workbench.pressKeys('Enter');
    const modified = workbench.page.locator(
      '.diff-editor .editor.modified, .monaco-diff-editor .modified-in-monaco-diff-editor',
    );
    await poll(
      'marks in the diff editor',
      async () => (await modified.locator('[class*="ced-"]').count()) > 3,
    );
    await workbench.screenshot('diff');
    await workbench.close();
  });
});
