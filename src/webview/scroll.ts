/** The blocks of the article, with the stretch of its text that each shows. */
function blocksOf(main: HTMLElement): readonly HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(':scope > [data-start]')];
}

function startOf({ dataset }: HTMLElement): number {
  return Number(dataset.start);
}

/** Height of the controls, which stay at the top. */
function headHeight(): number {
  return document.querySelector('header')?.getBoundingClientRect().height ?? 0;
}

/** The place in the article that is at the top of the window, in UTF-16 units. */
export function offsetAtTop(main: HTMLElement): number {
  const top = headHeight();
  const block = blocksOf(main).find((each) => each.getBoundingClientRect().bottom > top);
  if (!block) return 0;
  const box = block.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, (top - box.top) / Math.max(1, box.height)));
  return Math.round(startOf(block) + part * (Number(block.dataset.end) - startOf(block)));
}

/** Brings a place of the article to the top of the window. */
export function scrollToOffset(main: HTMLElement, offset: number): void {
  const block = blocksOf(main).findLast((each) => startOf(each) <= offset);
  if (!block) return window.scrollTo({ top: 0 });
  const box = block.getBoundingClientRect();
  const length = Math.max(1, Number(block.dataset.end) - startOf(block));
  const part = Math.min(1, (offset - startOf(block)) / length);
  window.scrollTo({ top: window.scrollY + box.top + part * box.height - headHeight() });
}
