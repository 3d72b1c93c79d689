import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le maire Jean-Baptiste Petitgrand a pris la parole hier soir. « Nous irons vraiment jusqu’au bout », a dit le maire à la presse.
`;

const decided = `version: 1
article: maire.article
language: fr

annotations:

  - id: m1
    kind: mention
    type: person
    exact: "Jean-Batiste Petitgrand"
    prefix: "Le maire "
    suffix: " a pris la parole hier soir. «"
    status: confirmed

  - id: q1
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons jusqu’au bout"
        prefix: "la parole hier soir. « "
        suffix: " », a dit le maire"
    status: confirmed
    check:
      of:
        words: "Nous irons jusqu’au bout"
      verdict: accurate

  - id: m2
    kind: mention
    type: location
    exact: "Saint-Chély-d’Apcher"
    prefix: "sur la grand-place de "
    suffix: ", devant les élèves du lycée"
    status: confirmed
`;

const other = `Le texte dit le 3 octobre 2025.
`;
const side = (status: string) => `version: 1
article: autre.article

annotations:

  - id: d1
    kind: mention
    type: date
    exact: "3 octobre 2025"
    note: "${status}"
    status: ${status}
`;
const conflicted = `<<<<<<< HEAD\n${side('confirmed')}=======\n${side('rejected')}>>>>>>> other\n`;

describe('review by keys', () => {
  let workbench: Workbench;
  const sidecar = () => workbench.readFile('maire.article.annotations.yaml');
  const list = () => workbench.page.locator('.pane:has([aria-label*="To Review"]) .monaco-list-row');
  const rows = () => list().allInnerTexts();
  const row = (words: string) => list().filter({ hasText: words }).first();

  before(async () => {
    workbench = await openWorkbench({
      files: {
        'maire.article': article,
        'maire.article.annotations.yaml': decided,
        'autre.article': other,
        'autre.article.annotations.yaml': conflicted,
        'venu.article': article,
        'parti.article.annotations.yaml': decided.replace('maire.article', 'parti.article'),
      },
      open: 'maire.article',
      theme: 'dark',
      settings: { 'explorer.confirmDelete': false },
    });
    await workbench.waitForDecorations();
    await workbench.runCommand('Verbatim: Focus on To Review View');
  });

  after(() => workbench.close());

  it('shows sections with the words then and now, what was checked first', async () => {
    await row('Nous irons jusqu’au bout').waitFor();
    const all = (await rows()).join('\n').replace(/[\u00a0\u202f]/gu, ' ');
    assert.match(all, /Checked, and changed since[\s\S]*Changed words[\s\S]*Lost words/u);
    assert.match(all, /Jean-Batiste Petitgrand[\s\S]*→ Jean-Baptiste Petitgrand/u);
    await workbench.screenshot('review');
  });

  it('Enter shows the words in the article, and Alt+Enter accepts them', async () => {
    await row('Jean-Batiste').click();
    await poll('the words to be selected', async () =>
      (await workbench.statusBar()).some((text) => /24 selected/u.test(text)),
    );
    await workbench.pressKeys('Alt+Enter');
    await poll('the words', async () => (await sidecar())?.includes('exact: "Jean-Baptiste Petitgrand"'));
    await row('Jean-Batiste').waitFor({ state: 'detached' });
  });

  it('Ctrl+Enter compares then and now', async () => {
    await row('Nous irons').click();
    await workbench.pressKeys('Control+Enter');
    await workbench.page.locator('.monaco-diff-editor').first().waitFor();
    await workbench.screenshot('review-compare');
    await workbench.openFile('maire.article');
  });

  it('Alt+Enter at what was checked asks what becomes of the check', async () => {
    await row('Nous irons').click();
    await workbench.pressKeys('Alt+Enter');
    await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.screenshot('review-check');
    await workbench.pressKeys('Enter');
    await poll('the check', async () => (await sidecar())?.includes('words: "Nous irons vraiment'));
  });

  it('Delete deletes a decision that is lost', async () => {
    await row('Saint-Chély').click();
    await workbench.pressKeys('Delete');
    await poll('it to be gone', async () => (await sidecar())?.includes('m2') === false);
    await poll('the message', async () =>
      (await workbench.page.locator('.pane-body .message:visible').allInnerTexts()).some((text) =>
        text.includes('Nothing to review'),
      ),
    );
  });

  it('conflicts are settled by keys alone, one question after another', async () => {
    await workbench.openFile('autre.article');
    await row('3 octobre 2025').waitFor();
    await workbench.screenshot('review-conflicts');
    await workbench.runCommand('Verbatim: Resolve Conflicts of Annotations');
    const answers = workbench.page.locator('.quick-input-list .monaco-list-row');
    await answers.filter({ hasText: 'Take HEAD' }).waitFor();
    await workbench.screenshot('review-conflict-question');
    const title = workbench.page.locator('.quick-input-title');
    assert.match(await title.innerText(), /Conflicts left: 2/u);
    await workbench.pressKeys('Enter');
    await poll('the second question', async () => /Conflicts left: 1/u.test(await title.innerText()));
    await workbench.pressKeys('ArrowDown', 'Enter');
    await poll('no markers', async () => {
      const text = await workbench.readFile('autre.article.annotations.yaml');
      return text !== undefined && !text.includes('<<<<<<<') && text.includes('status:');
    });
  });

  it('annotations whose article was renamed elsewhere are found and taken over', async () => {
    await workbench.openFile('venu.article');
    await row('parti.article.annotations.yaml').waitFor();
    await workbench.screenshot('review-lost');
    await row('parti.article.annotations.yaml').click();
    assert.match(await workbench.waitForFile('venu.article.annotations.yaml'), /Nous irons jusqu’au bout/u);
    await poll('the old one to be gone', async () => {
      return (await workbench.readFile('parti.article.annotations.yaml')) === undefined;
    });
  });

  it('deleting an article in the explorer asks what becomes of its annotations', async () => {
    const dialog = workbench.page.locator('.monaco-dialog-box');
    const question = dialog.filter({ hasText: 'Delete the annotations too' });
    const article = workbench.page.locator('.explorer-folders-view .monaco-list-row', {
      hasText: 'venu.article',
    });
    await poll(
      'the question',
      async () => {
        if (await question.isVisible()) return true;
        // The explorer may still be drawing what was moved, and then takes no key.
        await workbench.pressKeys('Control+Shift+E');
        await article
          .first()
          .click({ timeout: 3_000 })
          .catch(() => undefined);
        await workbench.pressKeys('Delete');
        await question.waitFor({ timeout: 5_000 }).catch(() => undefined);
        return question.isVisible();
      },
      60_000,
    );
    await workbench.screenshot('review-delete');
    await dialog.getByText('Keep Annotations').click();
    await poll(
      'the article to be gone',
      async () => (await workbench.readFile('venu.article')) === undefined,
    );
    assert.ok(await workbench.readFile('venu.article.annotations.yaml'));
  });
});
