import { strict as assert } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openWorkbench, type Workbench } from './driver';
import { poll } from './poll';

const article = `Le port de Lorient attend ses grues

LORIENT, 24 septembre 2025 – La ministre de la Défense, Jeanne Kervadec, a visité le port de Lorient avec le maire, Marc Delaunay.

« Les grues seront là au printemps », a déclaré Jeanne Kervadec. Jeanne Kervadec était attendue depuis juin.

Marc Delaunay a salué une décision « attendue depuis dix ans ».
`;

const register = `version: 1

entities:

  # à relire après le remaniement
  - id: kervadec-1a2b3c
    type: person
    name: "Jeanne Kervadec"
    roles:
      - role: "ministre de la Mer"
        since: "2023-06"
    wikidata: Q4242
    orcid: "0000-0002-1825-0097"
    description: "Élue de la côte, ministre depuis 2023."
    image: "portraits/kervadec.png"
    note: "Prononcer [kɛʁvadɛk](command:verbatim.reject)."
`;

const elsewhere = `version: 1

entities:

  - id: jk-1a2b3c
    type: person
    name: "Jeanne Kervadec"
    register: kervadec-1a2b3c

annotations:

  - id: q1a2b3c4d
    kind: quotation
    form: direct
    content:
      - exact: "Nous avons promis des grues"
    speakers: [jk-1a2b3c]
    status: confirmed
`;

/** A drawn head, so that the picture can be seen in a screenshot: an 8-bit grey PNG. */
const portrait = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAAAAAByaaZbAAAAb0lEQVR42u3UsRGAMAxDUc35J2YsqkCAA8vJwVHYtV6TWNaSHBX4DNDGA/RjAHgUCvIXoSh/FrMAIlHgl+D91chva74P+cblO12n0gT3rzr/08nlg7AQiuNHIivfCXn5XcjMb0JuvolRAK4YBGCLFT6lylRobXGXAAAAAElFTkSuQmCC',
  'base64',
);

for (const theme of ['dark', 'light'] as const)
  describe(`the card of an entity that the register lists (${theme})`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({
        files: {
          'port.article': article,
          'verbatim.entities.yaml': register,
          '2025-03-02-promesse.article': 'Jeanne Kervadec : « Nous avons promis des grues ».\n',
          '2025-03-02-promesse.article.annotations.yaml': elsewhere,
        },
        open: 'port.article',
        theme,
      });
      await mkdir(join(workbench.folder, 'portraits'), { recursive: true });
      await writeFile(join(workbench.folder, 'portraits/kervadec.png'), portrait);
      await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('Kervadec')));
    });

    after(() => workbench.close());

    it('opens at the caret by keys and tells what is known', async () => {
      await workbench.clickText('Jeanne Kervadec');
      const card = await poll('the register and the other article in the card', async () => {
        const text = await workbench.hoverAtCaret();
        if (/Register: Jeanne/u.test(text) && /promesse/u.test(text)) return text;
        await workbench.pressKeys('Escape');
        return undefined;
      });
      assert.match(card, /ministre de la Mer \(since June 2023\)/u);
      assert.match(card, /The article says “ministre de la Défense”, the register says ministre de la Mer/u);
      assert.match(card, /Élue de la côte/u);
      assert.match(card, /Through the article: [▁-█]{12} · /u);
      assert.match(card, /promesse[^]*Nous avons promis des grues/u);
      assert.match(card, /Wikidata Q4242 · ORCID 0000-0002-1825-0097/u);
      assert.match(card, /Prononcer \[kɛʁvadɛk\]\(command:verbatim\.reject\)/u);
      await workbench.screenshot(`card-register-${theme}`);
    });

    it('shows the picture', async () => {
      const picture = workbench.page.locator('.monaco-hover:visible img').first();
      await picture.waitFor();
      assert.equal(await picture.getAttribute('alt'), 'Jeanne Kervadec');
      await poll('the picture to be drawn', () =>
        workbench.page.evaluate<boolean>(
          'document.querySelector(".monaco-hover img")?.naturalWidth > 0 || undefined',
        ),
      );
    });

    it('takes the focus by keys, link after link, and opens the entry', async () => {
      await workbench.pressKeys('Control+K', 'Control+I');
      const focused = (): Promise<string> =>
        workbench.page.evaluate(
          '(() => { const e = document.activeElement; return e?.closest(".monaco-hover") ? `${e.tagName} ${e.textContent}` : ""; })()',
        );
      await poll('the card to have the focus', async () => (await focused()) !== '' || undefined);
      const labels: string[] = [];
      await poll('the link to the entry', async () => {
        await workbench.pressKeys('Tab');
        const label = await focused();
        labels.push(label);
        return label.includes('Open entry') || undefined;
      });
      assert.ok(
        labels.some((label) => label.includes('Confirm')),
        labels.join(', '),
      );
      await workbench.screenshot(`card-register-focused-${theme}`);
      await workbench.pressKeys('Enter');
      await workbench.page.locator('.tab', { hasText: 'verbatim.entities.yaml' }).waitFor();
      await poll('the caret at the entry', async () =>
        (await workbench.statusBar()).some((text) => text.includes('Ln 6')),
      );
    });
  });

describe('the register by keys', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: { 'port.article': article },
      open: 'port.article',
      theme: 'dark',
    });
    await workbench.waitForDecorations((found) => found.some(({ text }) => text.includes('Delaunay')));
  });

  after(() => workbench.close());

  it('gets an entry from the palette, and a second name linked to it', async () => {
    await workbench.clickText('Marc Delaunay');
    await workbench.runCommand('Verbatim: Add to the Register');
    const written = await workbench.waitForFile('verbatim.entities.yaml');
    assert.match(written, /name: "Marc Delaunay"/u);
    await poll(
      'the link',
      async () =>
        /register: marc-delaunay-/u.test((await workbench.readFile('port.article.annotations.yaml')) ?? '') ||
        undefined,
    );
    await workbench.clickText('Jeanne Kervadec');
    await workbench.runCommand('Verbatim: Link to an Entry of the Register…');
    const input = workbench.page.locator('.quick-input-widget input');
    await input.fill('Delaunay');
    await workbench.screenshot('register-choose');
    await workbench.pressKeys('Enter');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Only link' }).waitFor();
    await workbench.pressKeys('ArrowDown', 'Enter');
    await poll(
      'the new name',
      async () =>
        /aliases:\n\s+- "Jeanne Kervadec"/u.test(
          (await workbench.readFile('verbatim.entities.yaml')) ?? '',
        ) || undefined,
    );
    await poll(
      'the second link',
      async () =>
        ((await workbench.readFile('port.article.annotations.yaml')) ?? '').match(
          /register: marc-delaunay-/gu,
        )?.length === 2 || undefined,
    );
    assert.deepEqual(await workbench.notifications(), []);
  });
});
