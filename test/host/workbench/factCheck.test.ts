import { strict as assert } from 'node:assert';

import { readFinding } from '../../../src/core/annotation/check';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le port de Lorient s’agrandit

LORIENT, 24 septembre 2025 – La maire de Lorient, Jeanne Kervadec, et le président du port, Marc Delaunay, ont présenté le projet.

« Nous irons au bout », a déclaré Jeanne Kervadec.

« Le chantier coûtera 25 millions d’euros », a précisé Marc Delaunay.

« Personne ne perdra son emploi », a assuré Jeanne Kervadec.

« Les pêcheurs garderont leurs quais (…) pendant les travaux », a ajouté Marc Delaunay.

« La criée sera la plus grande de Bretagne », a conclu Jeanne Kervadec.
`;

const transcript = `WEBVTT

00:00:05.000 --> 00:00:09.000
Euh, nous irons au bout.

00:01:05.000 --> 00:01:09.000
Le chantier coûtera trente-cinq millions d’euros.

00:02:10.000 --> 00:02:14.000
Personne ne perdra son emploi.

00:03:00.000 --> 00:03:07.000
Les pêcheurs garderont leurs quais, je l’ai promis, pendant les travaux.
`;

/** Opens a list by keys, types a part of a row in it and takes that row. */
async function pickIn(workbench: Workbench, typed: string, open: () => Promise<void>): Promise<void> {
  await open();
  const widget = workbench.page.locator('.quick-input-widget:visible');
  await widget.locator('input').first().waitFor();
  await widget.locator('input').first().fill(typed);
  await poll(`"${typed}" in the list`, async () => {
    const [first] = await widget.locator('.monaco-list-row.focused').allInnerTexts();
    return first?.includes(typed);
  });
  await workbench.pressKeys('Enter');
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Which signs stand in the gutter, by the names of their pictures. */
async function gutter(workbench: Workbench): Promise<string> {
  const icons: readonly string[] = await workbench.page.evaluate(
    `[...document.querySelectorAll('.glyph-margin-widgets > *')].flatMap((each) =>
      [undefined, '::before'].map((part) => getComputedStyle(each, part).backgroundImage))`,
  );
  return icons
    .flatMap((icon) => /check-(\w+-\w+)\.svg/u.exec(icon)?.[1] ?? [])
    .sort()
    .join(' ');
}

/** A picture of the list once it no longer fades in. */
async function picture(workbench: Workbench, name: string): Promise<void> {
  await poll('the list to be drawn', () =>
    workbench.page.evaluate<boolean>(
      `getComputedStyle(document.querySelector('.quick-input-widget')).opacity === '1'`,
    ),
  );
  await workbench.screenshot(name);
}

/** A release of five quotations and its transcript, as a fact-checker goes through them by keys. */
describe('fact-checking by keyboard', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: { 'port.article': article, 'port.vtt': transcript },
      open: 'port.article',
      settings: { 'verbatim.factCheck.name': 'A. Lebrun' },
      theme: 'dark',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('plus grande')));
  });

  after(() => workbench.close());

  const widget = () => workbench.page.locator('.quick-input-widget:visible');
  const rows = () => widget().locator('.quick-input-list .monaco-list-row').allInnerTexts();

  /** Verdicts by the first words of what was checked. */
  async function verdicts(): Promise<Readonly<Record<string, string>>> {
    const { annotations } = parseSidecar((await workbench.readFile('port.article.annotations.yaml')) ?? '');
    return Object.fromEntries(
      annotations.flatMap((record) => {
        const finding = readFinding(record.check);
        if (record.kind !== 'quotation' || !finding) return [];
        return [[record.content[0]?.exact ?? '', `${finding.verdict} ${finding.by ?? ''}`]];
      }),
    );
  }

  const waitForVerdict = (words: string, verdict: string) =>
    poll(`${verdict} of "${words}"`, async () => (await verdicts())[words] === verdict).catch(
      async (error: unknown) => {
        throw new Error(`${String(error)} There are: ${JSON.stringify(await verdicts())}`);
      },
    );

  const pick = (typed: string, key: () => Promise<void>) => pickIn(workbench, typed, key);

  const status = (part: RegExp) =>
    poll(`${part} in the status bar`, async () =>
      (await workbench.statusBar()).find((text) => part.test(text)),
    );

  it('Alt+F9 asks for the verdict of the quotation at the caret, and keeps who checked', async () => {
    await workbench.clickText('irons');
    await pick('accurate', async () => {
      await workbench.pressKeys('Alt+F9');
      await widget().waitFor();
      await picture(workbench, 'fact-check-verdicts');
    });
    await waitForVerdict('Nous irons au bout', 'accurate A. Lebrun');
  });

  it('Shift+Alt+F9 goes to the next that is not checked, which Alt+F9 then checks', async () => {
    await workbench.pressKeys('Control+Home', 'Shift+Alt+F9');
    await status(/4 still to check/u);
    await status(/Ln 7, Col 3/u);
    await pick('altered', () => workbench.pressKeys('Alt+F9'));
    await waitForVerdict('Le chantier coûtera 25 millions d’euros', 'altered A. Lebrun');
    await workbench.pressKeys('Shift+Alt+F9');
    await status(/Ln 9, Col 3/u);
  });

  it('the status bar tells how far the checks are', async () => {
    const item = workbench.page.locator('.statusbar-item[id*="verbatim.state"]');
    await poll('the counts', async () =>
      /2 checked, 3 still to check/u.test(
        (await item.locator('[aria-label]').first().getAttribute('aria-label')) ?? '',
      ),
    );
  });

  it('“Compare Quotations With Source…” lists how each stands, what differs first', async () => {
    await workbench.runCommand('Verbatim: Compare Quotations With Source…');
    await widget().getByText('port.vtt').first().waitFor();
    await workbench.pressKeys('Enter');
    await widget().getByText('Enter compares').or(widget().getByText('words changed')).first().waitFor();
    const listed = (await rows()).map((row) => row.replace(/\s+/gu, ' '));
    await picture(workbench, 'fact-check-compare');
    const saying = (words: string) => listed.find((row) => row.includes(words)) ?? '';
    assert.equal(listed.length, 5);
    assert.match(saying('Le chantier'), /words changed.*00:01:05.*Checked: altered/iu);
    assert.match(saying('Nous irons'), /written otherwise/u);
    assert.match(saying('Personne ne perdra'), /verbatim.*would be checked as: accurate/u);
    assert.match(saying('Les pêcheurs'), /with marked gaps/u);
    assert.match(saying('La criée'), /not found/u);
    assert.match(listed[0] ?? '', /words changed/u);
  });

  it('Enter shows what was said beside what is quoted', async () => {
    await widget().locator('input').first().fill('chantier');
    await poll('one row', async () => (await rows()).length === 1);
    await workbench.pressKeys('Enter');
    await workbench.page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await poll('the words on both sides', async () => {
      const shown = (await workbench.page.locator('.monaco-diff-editor .view-lines').allInnerTexts()).join(
        ' ',
      );
      return shown.includes('trente-cinq') && shown.includes('25');
    });
    await workbench.screenshot('fact-check-diff');
    await workbench.pressKeys('Control+W');
    await workbench.page.locator('.tab.active', { hasText: 'port.article' }).waitFor();
  });

  it('editing the words makes the check stale, in Problems and in the gutter', async () => {
    await poll('two signs', async () => (await gutter(workbench)) === 'checked-dark fault-dark');
    await workbench.screenshot('fact-check-gutter-dark');
    await workbench.clickText('irons');
    await workbench.type('xx');
    await workbench.pressKeys('Control+Shift+M');
    await poll('the stale check in Problems', async () =>
      (await workbench.page.locator('.markers-panel .monaco-list-row').allInnerTexts()).some((row) =>
        row.includes('Nous irons au bout'),
      ),
    );
    await poll('the stale sign', async () => (await gutter(workbench)) === 'fault-dark stale-dark');
    await workbench.screenshot('fact-check-stale');
  });

  it('the report opens as a table', async () => {
    await workbench.clickText('Personne');
    await workbench.runCommand('Verbatim: Fact-Check Report…');
    await widget().getByText('Markdown').first().waitFor();
    await picture(workbench, 'fact-check-report-formats');
    await widget().locator('input').first().fill('Markdown');
    await workbench.pressKeys('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    const row = await poll('the table', async () =>
      (await workbench.visibleText()).join('').match(/\| 7 \|[^\n]*?A\. Lebrun/u),
    );
    assert.match(row?.[0] ?? '', /Le chantier coûtera 25 millions d’euros \| Marc Delaunay \|.*altered/u);
    await workbench.screenshot('fact-check-report');
  });
});

describe('fact-checking in French, in a light theme', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: { 'port.article': article, 'port.vtt': transcript },
      open: 'port.article',
      locale: 'fr',
      theme: 'light',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('plus grande')));
  });

  after(() => workbench.close());

  it('verdicts, signs and the list are in French', async () => {
    for (const [words, verdict] of [
      ['irons', 'exact'],
      ['chantier', 'altéré'],
    ] as const) {
      await workbench.clickText(words);
      await pickIn(workbench, verdict, () => workbench.pressKeys('Alt+F9'));
    }
    await poll('two signs', async () => (await gutter(workbench)) === 'checked-light fault-light');
    await workbench.screenshot('fact-check-gutter-light');
    await workbench.runCommand('Verbatim: Comparer les citations à une source…');
    const widget = workbench.page.locator('.quick-input-widget:visible');
    await widget.getByText('port.vtt').first().waitFor();
    await workbench.pressKeys('Enter');
    await widget.getByText('Le chantier').first().waitFor();
    const [first] = await widget.locator('.monaco-list-row').allInnerTexts();
    assert.match(first ?? '', /Le chantier[\s\S]*Vérifié : altéré/u);
    await picture(workbench, 'fact-check-compare-fr');
  });
});
