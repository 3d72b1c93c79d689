import type { Page } from 'playwright-core';

import { poll } from './poll';

/** Something an extension drew in a visible line: styled text, or a box behind the text. Colours are CSS colours. */
export interface Decoration {
  readonly kind: 'text' | 'box';
  readonly text: string;
  /** The line on the screen, from 0; a wrapped line is several. */
  readonly row: number;
  /** One class for each decoration type that covers the text. */
  readonly classes: readonly string[];
  readonly color: string;
  readonly backgroundColor: string;
  readonly textDecorationLine: string;
  readonly textDecorationStyle: string;
  readonly textDecorationColor: string;
  readonly fontStyle: string;
  readonly fontWeight: string;
  readonly borderBottomStyle: string;
  readonly borderBottomColor: string;
  readonly outlineStyle: string;
  readonly opacity: string;
}

/** The active editor. All texts are compared with no-break spaces taken for spaces. */
export interface Editor {
  /** The lines on the screen from top to bottom; a wrapped line is several. */
  visibleText(): Promise<readonly string[]>;
  /** Everything that extensions draw in the visible lines. */
  readDecorations(): Promise<readonly Decoration[]>;
  /** Waits until `enough` holds for the decorations, and gives them. */
  waitForDecorations(enough?: (found: readonly Decoration[]) => boolean): Promise<readonly Decoration[]>;
  /** Puts the caret into a visible text by a click: the n-th one, counted from 0. */
  clickText(text: string, occurrence?: number): Promise<void>;
  /** Moves the mouse over a visible text and gives the text of the card that opens. */
  hoverText(text: string, occurrence?: number): Promise<string>;
  /** Opens the card at the caret by the keyboard and gives its text. */
  hoverAtCaret(): Promise<string>;
}

/** The driver of the active editor of a page, where `page.js` runs. */
export function editorOf(page: Page): Editor {
  const readDecorations = (): Promise<readonly Decoration[]> => page.evaluate('verbatimDriver.decorations()');
  return {
    visibleText: () => page.evaluate('verbatimDriver.visibleText()'),
    readDecorations,
    waitForDecorations: (enough = (found) => found.length > 0) =>
      poll('decorations in the editor', async () => {
        const found = await readDecorations();
        return enough(found) ? found : undefined;
      }),
    clickText: async (text, occurrence = 0) => {
      const { x, y } = await middleOf(page, text, occurrence);
      await page.mouse.click(x, y);
    },
    hoverText: (text, occurrence = 0) => hoverText(page, text, occurrence),
    hoverAtCaret: async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      return cardText(page);
    },
  };
}

/**
 * A card that nobody has something to say for yet does not come by itself later: so the mouse leaves and comes back
 * until there is one.
 */
async function hoverText(page: Page, text: string, occurrence: number): Promise<string> {
  return poll(`a card for "${text}"`, async () => {
    const { x, y } = await middleOf(page, text, occurrence);
    await page.mouse.move(x, 1);
    await card(page).waitFor({ state: 'hidden' });
    await page.mouse.move(x, y, { steps: 5 });
    return card(page)
      .waitFor({ timeout: 2_000 })
      .then(
        () => cardText(page),
        () => undefined,
      );
  });
}

function card(page: Page): ReturnType<Page['locator']> {
  return page
    .locator('.monaco-editor .monaco-hover:visible, .monaco-resizable-hover:visible .monaco-hover')
    .first();
}

async function cardText(page: Page): Promise<string> {
  await card(page).waitFor();
  const loading = /^(?:Loading|Chargement)/;
  return poll('the text of a hover card', async () => {
    const text = (await card(page).innerText()).trim();
    return text === '' || loading.test(text) ? undefined : text.replace(/[\u00a0\u202f]/g, ' ');
  });
}

async function middleOf(
  page: Page,
  text: string,
  occurrence: number,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = await poll(`the text "${text}" in the editor`, () =>
    page.evaluate<{ x: number; y: number; width: number; height: number } | undefined>(
      `verbatimDriver.boxOfText(${JSON.stringify(text)}, ${occurrence})`,
    ),
  );
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
