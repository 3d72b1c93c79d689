import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { Frame, Page } from 'playwright-core';

import { htmlDocument } from '../../../src/core/export/html/htmlDocument';
import { sourceOf, text as exportedText, view as exportedView } from '../../core/export/exportCase';
import { readJson } from '../../l10n/sources';
import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const paragraphs = Array.from(
  { length: 30 },
  (_, i) => `Paragraphe ${i + 1}, où rien ne se passe à Lyon.`,
).join('\n\n');
const article = `Le maire reçoit la ministre

LILLE, 24 septembre 2025 – La ministre Hélène Castaing a rencontré Marc Delaunay le 3 octobre 2025.

« Nous irons jusqu’au bout », a déclaré Hélène Castaing. « Rien ne sera oublié », a répondu Marc Delaunay.

${paragraphs}

Fin de l’article.
`;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong with a page, in words. */
async function axeViolations(frame: Frame | Page): Promise<readonly string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await frame.evaluate(source);
  const found = await frame.evaluate<{ readonly violations: readonly Violation[] }>('axe.run(document)');
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`,
  );
}

describe('the annotated preview', () => {
  let workbench: Workbench;
  const frame = (): Promise<Frame> =>
    poll('the page of the preview', async () => {
      for (const each of workbench.page.frames())
        if (
          (await each
            .locator('main#article h1')
            .count()
            .catch(() => 0)) > 0
        )
          return each;
      return undefined;
    });

  before(async () => {
    workbench = await openWorkbench({
      files: { 'lille.article': article },
      theme: 'dark',
      size: { width: 1400, height: 800 },
    });
    // A file to open in the page's address would be opened instead of what was open before, when the window comes back.
    await workbench.openFile('lille.article');
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('octobre')));
    await workbench.clickText('rencontré');
    await workbench.pressKeys('Control+K', 'v');
  });

  after(() => workbench.close());

  it('opens beside the article by its key, with names and quotations marked', async () => {
    const page = await frame();
    assert.equal(await page.locator('h1').innerText(), 'Le maire reçoit la ministre');
    assert.deepEqual(await page.locator('main .mention.person').allInnerTexts(), [
      'Hélène Castaing',
      'Marc Delaunay',
      'Hélène Castaing',
      'Marc Delaunay',
    ]);
    assert.equal((await page.locator('.quotation.direct').count()) > 1, true);
    await workbench.screenshot('preview-dark');
  });

  it('lets in only what it brings', async () => {
    const policy = await (await frame()).locator('meta[http-equiv]').getAttribute('content');
    assert.match(
      policy ?? '',
      /^default-src 'none'; style-src \S+( \S+)*; script-src 'nonce-[0-9a-f]{32}'$/u,
    );
    assert.doesNotMatch(policy ?? '', /unsafe/u);
  });

  it('hides by the legend and follows one speaker', async () => {
    const page = await frame();
    const line = () =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('main .mention.person')).textDecorationLine`,
      );
    assert.equal(await line(), 'underline');
    await page.locator('button[data-part="person"]').press('Enter');
    assert.equal(await line(), 'none');
    assert.equal(await page.locator('button[data-part="person"]').getAttribute('aria-pressed'), 'false');
    await page.locator('button[data-part="person"]').press('Enter');
    await page.locator('#speaker').selectOption({ index: 1 });
    assert.ok((await page.locator('.quotation.other').count()) > 0);
    assert.ok((await page.locator('.quotation:not(.other)').count()) > 0);
    await page.locator('#speaker').selectOption({ index: 0 });
    assert.equal(await page.locator('.quotation.other').count(), 0);
  });

  it('goes from mark to mark by the arrows, says what each is, and Enter goes there in the editor', async () => {
    const page = await frame();
    await page.locator('main').focus();
    for (let i = 0; i < 3; i++) await workbench.pressKeys('ArrowRight');
    const said = await poll(
      'what is said',
      async () => (await page.locator('#status').innerText()) || undefined,
    );
    assert.match(said, /, (?:person|date|place), suggested|quotation/u);
    await workbench.pressKeys('Enter');
    await poll('a selection in the editor', async () =>
      (await workbench.statusBar()).some((item) => /selected/u.test(item)),
    );
  });

  it('follows what is typed', async () => {
    const page = await frame();
    await workbench.clickText('a rencontré');
    await workbench.pressKeys('Control+End');
    await workbench.type('À Bamako, Driss Benameur attend.');
    await page.locator('.mention.person', { hasText: 'Driss Benameur' }).waitFor();
  });

  it('scrolls with the editor, and the editor with it', async () => {
    const page = await frame();
    await workbench.pressKeys('Control+Home');
    await poll('the top of the page', async () => (await page.evaluate<number>('window.scrollY')) < 40);
    await workbench.pressKeys('Control+End');
    await poll('the page to scroll', async () => (await page.evaluate<number>('window.scrollY')) > 300);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await page.evaluate('window.scrollTo({ top: 0 })');
    await poll('the editor to scroll', async () =>
      (await workbench.visibleText()).some((line) => line.startsWith('Le maire reçoit')),
    );
  });

  it('axe finds nothing', async () => assert.deepEqual(await axeViolations(await frame()), []));

  it('comes back with the window, as it was', async () => {
    await (await frame()).locator('button[data-part="date"]').press('Enter');
    // In a browser the workbench writes down every five seconds what is open; nothing tells when it has.
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    await workbench.page.reload();
    await workbench.page.locator('.monaco-workbench .statusbar').waitFor();
    const page = await frame();
    const isOff = page.locator('button[data-part="date"][aria-pressed="false"]');
    await poll('the legend with dates off', async () => (await isOff.count()) > 0);
  });

  it('is exported as a page by a command', async () => {
    await workbench.page.locator('.view-lines .view-line', { hasText: 'rencontré' }).first().click();
    await workbench.runCommand('Verbatim: Export as HTML…');
    const input = workbench.page.locator('.quick-input-widget input');
    await poll('a name for the file', async () => (await input.inputValue()).endsWith('lille.article.html'));
    await workbench.pressKeys('Enter');
    assert.match(
      await workbench.waitForFile('lille.article.html'),
      /^<!DOCTYPE html>[\s\S]*Hélène Castaing/u,
    );
  });
});

for (const theme of ['light', 'highContrastDark', 'highContrastLight'] as const)
  describe(`the annotated preview, ${theme}`, () => {
    it('axe finds nothing', async () => {
      const workbench = await openWorkbench({
        files: { 'lille.article': article },
        open: 'lille.article',
        theme,
      });
      await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('octobre')));
      await workbench.clickText('rencontré');
      await workbench.pressKeys('Control+K', 'v');
      const page = await poll('the page of the preview', async () => {
        for (const each of workbench.page.frames())
          if (
            (await each
              .locator('main#article h1')
              .count()
              .catch(() => 0)) > 0
          )
            return each;
        return undefined;
      });
      const found = await axeViolations(page);
      await workbench.screenshot(`preview-${theme}`);
      await workbench.close();
      assert.deepEqual(found, []);
    });
  });

describe('the exported page in a browser', () => {
  for (const colorScheme of ['light', 'dark'] as const)
    it(`axe finds nothing, ${colorScheme}`, async () => {
      const workbench = await openWorkbench({ files: { 'a.txt': 'a' } });
      const page = await workbench.page.context().newPage();
      await page.emulateMedia({ colorScheme });
      const messages = readJson<Readonly<Record<string, string>>>('l10n/messages.json');
      const say = ({ code, args }: { code: string; args: readonly (string | number)[] }): string =>
        (messages[code] ?? code).replace(/\{(\d)\}/gu, (_, i: string) => String(args[Number(i)]));
      await page.setContent(htmlDocument({ ...sourceOf(exportedText, exportedView), say }));
      const found = await axeViolations(page);
      await page.close();
      await workbench.close();
      assert.deepEqual(found, []);
    });
});
