/* global document, window, NodeFilter, getComputedStyle */
// Runs in the page of the workbench: what the driver reads from the editor's DOM.

/** The editor draws a space as a no-break space, so all kinds of spaces are taken for one. */
const plain = (text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

/** The visible lines of the active editor from top to bottom; a wrapped line is several. */
function visibleLines() {
  const editor =
    document.querySelector('.editor-group-container.active .monaco-editor') ??
    document.querySelector('.monaco-editor');
  const lines = [...(editor?.querySelectorAll('.view-lines > .view-line') ?? [])];
  return lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

/** All characters of the visible lines in order, with the text node and the offset each is at. */
function characters(lines) {
  const found = [];
  lines.forEach((line, row) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let offset = 0; offset < node.data.length; offset += 1)
        found.push({ node, offset, row, text: node.data[offset] });
    }
  });
  return found;
}

function boxOf(first, last) {
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  const { x, y, width, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return { x, y, width, height };
}

const looks = [
  'color',
  'backgroundColor',
  'textDecorationLine',
  'textDecorationStyle',
  'textDecorationColor',
  'fontStyle',
  'fontWeight',
  'borderBottomStyle',
  'borderBottomColor',
  'outlineStyle',
  'opacity',
];

function describe(element, text, row, kind) {
  const style = getComputedStyle(element);
  const classes = [...element.classList].filter((name) => name.startsWith('ced-'));
  return {
    kind,
    text: plain(text),
    row,
    classes,
    ...Object.fromEntries(looks.map((name) => [name, style[name]])),
  };
}

window.verbatimDriver = {
  /** The text that can be seen in the active editor, one string for each line on the screen. */
  visibleText: () => visibleLines().map((line) => plain(line.textContent)),

  /** The box of the n-th visible occurrence of a text in the active editor, up to the end of its line. */
  boxOfText(text, occurrence) {
    const all = characters(visibleLines());
    const whole = plain(all.map((character) => character.text).join(''));
    let start = -1;
    for (let n = 0; n <= occurrence; n += 1) start = whole.indexOf(plain(text), start + 1);
    if (start < 0) return undefined;
    const inside = all.slice(start, start + text.length).filter(({ row }) => row === all[start].row);
    return boxOf(inside[0], inside[inside.length - 1]);
  },

  /** What extensions draw in the visible lines: styled text, and boxes behind it. */
  decorations() {
    const lines = visibleLines();
    const styled = lines.flatMap((line, row) =>
      [...line.querySelectorAll('span[class*="ced-"]')].map((span) =>
        describe(span, span.textContent, row, 'text'),
      ),
    );
    const all = characters(lines).map((character) => ({ ...character, box: boxOf(character, character) }));
    const boxes = [...document.querySelectorAll('.view-overlays .cdr[class*="ced-"]')].map((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const covered = all.filter(({ box: { x, y, width, height } }) => {
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        return middleX > left && middleX < right && middleY > top && middleY < bottom;
      });
      return describe(box, covered.map(({ text }) => text).join(''), covered[0]?.row ?? -1, 'box');
    });
    return [...styled, ...boxes];
  },
};
