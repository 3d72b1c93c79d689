const shown = new WeakMap<HTMLElement, readonly string[]>();

/** Puts the blocks into the element; those that are as before at the beginning and the end stay, with what is selected in them. */
export function showBlocks(parent: HTMLElement, blocks: readonly string[]): void {
  const before = shown.get(parent) ?? [];
  let head = 0;
  while (head < blocks.length && head < before.length && blocks[head] === before[head]) head++;
  let tail = 0;
  const most = Math.min(blocks.length, before.length) - head;
  while (tail < most && blocks.at(-1 - tail) === before.at(-1 - tail)) tail++;
  const children = [...parent.children];
  for (const child of children.slice(head, before.length - tail)) child.remove();
  const fresh = document.createElement('template');
  fresh.innerHTML = blocks.slice(head, blocks.length - tail).join('');
  parent.insertBefore(fresh.content, children[before.length - tail] ?? null);
  shown.set(parent, blocks);
}
