import type { Dice } from './random';
import { added, joined, type Manuscript, part, replaced } from './manuscript';

/** Ways in which articles are edited. `others` is text of other articles, for words and paragraphs that are new here. */
export interface EditClass {
  readonly name: string;
  /** Whether what is edited is little, so that changed words should be recovered. */
  readonly light: boolean;
  /** Set when the truth is not in the text, so that its row is shown but stays out of the sums. */
  readonly undecidable?: true;
  edit(article: Manuscript, dice: Dice, others: Others): Manuscript;
}

export interface Others {
  readonly words: readonly string[];
  readonly sentences: readonly string[];
  readonly paragraphs: readonly string[];
}

type Edit = EditClass['edit'];

export const editClasses: readonly EditClass[] = [
  { name: 'no edit', light: true, edit: (article) => article },
  { name: 'typing errors set right', light: true, edit: letters(0.003) },
  { name: 'words swapped, 1 in 50', light: true, edit: words(0.02) },
  { name: 'words swapped, 1 in 10', light: false, edit: words(0.1) },
  { name: 'words added and dropped, 1 in 30', light: true, edit: addedAndDropped(0.033) },
  { name: 'one name in four changed everywhere', light: false, edit: namesChanged },
  { name: 'sentences rewritten, 1 in 5', light: false, edit: sentences(0.2, rewritten) },
  { name: 'sentences replaced, 1 in 5', light: false, edit: sentences(0.2, exchanged) },
  { name: 'sentences deleted, 1 in 5', light: false, edit: sentences(0.2, () => added('')) },
  { name: 'paragraphs moved', light: false, edit: movedParagraphs },
  { name: 'paragraphs deleted', light: false, edit: deletedParagraphs },
  { name: 'paragraphs added', light: false, edit: addedParagraphs },
  { name: 'duplicates inserted', light: false, edit: duplicates },
  // A copy that stands word for word where the original was edited: nobody can tell it from a paragraph that was moved.
  {
    name: 'duplicates, then words swapped',
    light: false,
    undecidable: true,
    edit: both(duplicates, words(0.05)),
  },
  { name: 're-typeset', light: true, edit: retypeset },
  { name: 'new version', light: false, edit: newVersion },
];

function both(...edits: readonly Edit[]): Edit {
  return (article, dice, others) => edits.reduce((now, edit) => edit(now, dice, others), article);
}

/** Applies an edit to each piece that the expression finds. */
function pieces(
  article: Manuscript,
  expression: RegExp,
  edit: (piece: Manuscript) => Manuscript,
): Manuscript {
  const parts: Manuscript[] = [];
  let at = 0;
  for (const { index, 0: text } of article.text.matchAll(expression)) {
    parts.push(part(article, at, index), edit(part(article, index, index + text.length)));
    at = index + text.length;
  }
  return joined([...parts, part(article, at, article.text.length)]);
}

const word = /[\p{L}\p{N}]+/gu;
const sentence = /[^.!?\n]+[.!?]*[»”"]?/g;
const name = /\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu;

function words(rate: number): Edit {
  return (article, dice, others) =>
    pieces(article, word, (old) => (dice.chance(rate) ? replaced(old, dice.pick(others.words)) : old));
}

function addedAndDropped(rate: number): Edit {
  return (article, dice, others) =>
    pieces(article, /[\p{L}\p{N}]+ /gu, (old) => {
      if (!dice.chance(rate)) return old;
      return dice.chance(0.5) ? added('') : joined([old, added(`${dice.pick(others.words)} `)]);
    });
}

function letters(rate: number): Edit {
  return (article, dice) =>
    pieces(article, /\p{L}/gu, (old) =>
      dice.chance(rate) ? replaced(old, dice.pick(['', 'e', 'nn', 'à'])) : old,
    );
}

/** One in four different names becomes another everywhere. */
function namesChanged(article: Manuscript, dice: Dice, others: Others): Manuscript {
  const found = new Set(Array.from(article.text.matchAll(name), ([text]) => text));
  const renamed = new Map(
    [...found].filter(() => dice.chance(0.25)).map((old) => [old, capital(dice.pick(others.words))]),
  );
  return pieces(article, name, (old) => {
    const now = renamed.get(old.text);
    return now === undefined ? old : replaced(old, now);
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentences(rate: number, edit: Edit): Edit {
  return (article, dice, others) =>
    pieces(article, sentence, (old) => (dice.chance(rate) ? edit(old, dice, others) : old));
}

/** Half of the words are other ones, some are dropped, some swap places with the next. */
function rewritten(old: Manuscript, dice: Dice, others: Others): Manuscript {
  const now = addedAndDropped(0.15)(words(0.4)(old, dice, others), dice, others);
  return pieces(now, /[\p{L}\p{N}]+ [\p{L}\p{N}]+/gu, (pair) => {
    if (!dice.chance(0.15)) return pair;
    const gap = pair.text.indexOf(' ');
    return joined([part(pair, gap + 1, pair.text.length), part(pair, gap, gap + 1), part(pair, 0, gap)]);
  });
}

/** Another sentence stands there, which has nothing to do with the first. */
function exchanged(old: Manuscript, dice: Dice, others: Others): Manuscript {
  return added(`${/^\s*/.exec(old.text)?.[0] ?? ''}${dice.pick(others.sentences)}`);
}

function paragraphsOf(article: Manuscript): Manuscript[] {
  const found = Array.from(article.text.matchAll(/[^\n]*\n+|[^\n]+$/g), ({ index, 0: text }) =>
    part(article, index, index + text.length),
  );
  const last = found.at(-1);
  if (last && !last.text.endsWith('\n')) found[found.length - 1] = joined([last, added('\n')]);
  return found;
}

function movedParagraphs(article: Manuscript, dice: Dice): Manuscript {
  const all = paragraphsOf(article);
  for (let moves = 1 + dice.below(2); moves > 0 && all.length > 1; moves--) {
    const [moved] = all.splice(dice.below(all.length), 1);
    all.splice(dice.below(all.length + 1), 0, moved as Manuscript);
  }
  return joined(all);
}

function deletedParagraphs(article: Manuscript, dice: Dice): Manuscript {
  const all = paragraphsOf(article);
  return joined(all.filter(() => !dice.chance(0.3)));
}

function addedParagraphs(article: Manuscript, dice: Dice, others: Others): Manuscript {
  const all = paragraphsOf(article);
  for (let more = 1 + dice.below(3); more > 0; more--)
    all.splice(dice.below(all.length + 1), 0, added(`${dice.pick(others.paragraphs)}\n`));
  return joined(all);
}

/**
 * Copies of paragraphs or sentences of the article itself, not beside the original: which of two neighbours is the copy is not in
 * the text.
 */
function duplicates(article: Manuscript, dice: Dice): Manuscript {
  const all = paragraphsOf(article);
  for (let more = 1 + dice.below(2); more > 0; more--) {
    const from = dice.below(all.length);
    const text = (all[from] as Manuscript).text;
    const copied = dice.chance(0.5) ? text : `${dice.pick(text.match(sentence) ?? [text]).trim()}\n`;
    const to = dice.below(all.length + 1);
    // The paragraph may be a copy itself, so the original is looked for, too.
    const beside = all.slice(Math.max(0, to - 2), to + 2).some((old) => old.text.includes(copied.trim()));
    if (!beside && Math.abs(to - from - 0.5) > 2) all.splice(to, 0, added(copied));
  }
  return joined(all);
}

/** Other quotation marks, apostrophes, spaces and composition, soft hyphens: the words stay. */
function retypeset(article: Manuscript, dice: Dice): Manuscript {
  const [curly, french, decomposed, hyphens] = [0.5, 0.5, 0.3, 0.3].map((p) => dice.chance(p));
  return pieces(article, /[\s\S]/gu, (old) => {
    const unit = old.text;
    if (/['’]/.test(unit)) return replaced(old, curly ? '’' : "'");
    if (/[«“"]/.test(unit) && french)
      return replaced(old, unit === '«' ? '“' : unit === '“' ? '«\u00a0' : unit);
    if (/[»”]/.test(unit) && french) return replaced(old, unit === '»' ? '”' : '\u00a0»');
    if (unit === ' ' || unit === '\u00a0') return dice.chance(0.05) ? replaced(old, '\u00a0') : old;
    if (decomposed && /\p{L}/u.test(unit)) return replaced(old, unit.normalize('NFD'));
    return hyphens && /\p{L}/u.test(unit) && dice.chance(0.03) ? replaced(old, `${unit}\u00ad`) : old;
  });
}

/** What a newsroom does to a story overnight. */
function newVersion(article: Manuscript, dice: Dice, others: Others): Manuscript {
  const edits = [
    sentences(0.25, rewritten),
    sentences(0.15, exchanged),
    sentences(0.1, () => added('')),
    movedParagraphs,
    addedParagraphs,
    words(0.02),
    retypeset,
  ];
  return both(...edits)(article, dice, others);
}
