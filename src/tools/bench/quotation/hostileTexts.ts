/** Texts made to defeat the quotation stage, by their length. */
export const hostileTexts: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['nested marks opened and closed', filled('««««»»»»')],
  ['the same by lines', filled('««««»»»»\n\n')],
  ['quoted yes, inverted verb, que', filled('« oui » a dit il que ')],
  ['the same by lines', filled('« oui » a dit il que\n\n')],
  ['opening marks', filled('« ')],
  ['opening marks by lines', filled('« \n\n')],
  ['opening marks and words by lines', filled('« Oui et non.\n\n')],
  ['opening and closing marks', filled('« » ')],
  ['closing marks', filled('» ” ')],
  ['straight marks', filled('" ')],
  ['straight marks and words', filled('"a ')],
  ['single marks', filled("'a ")],
  ['single opening marks', filled('‘a ')],
  ['all kinds of opening marks', filled('« “ „ ‹ " ')],
  ['unbalanced marks', filled('Il dit « non et “ oui ')],
  ['dialogue dashes', filled('— ')],
  ['dialogue lines', filled('— Oui, dit-il.\n')],
  ['dialogue paragraphs', filled('— Oui, dit-il. Non.\n\n')],
  ['nested levels', nested],
  ['interview questions', filled('Que dites-vous ?\n\nRien.\n\n')],
  [
    'remarks in an interview',
    (size) => `Que dites-vous ?\n\n${filled('(Il rit) (Rires ')(size)}.\n\nEt ?\n\nRien.`,
  ],
  ['verbs of saying', filled('dit ')],
  ['verbs of saying with que', filled('dit que ')],
  ['auxiliaries', filled('a ')],
  ['inverted verbs', filled('dit-il, ')],
  ['attributions', filled('selon ')],
  ['attributions and commas', filled('selon lui, ')],
  ['full stops inside marks', filled('« Oui. Non. ')],
  ['one name', filled('Jean Dupont a dit que Paul Girard, ministre, selon Anne Morel, ')],
  ['names between marks', filled('« Jean Dupont », a dit Paul Girard, ministre. ')],
  ['capitals', filled('Paris ')],
  ['roles', filled('le ministre des Affaires étrangères du Mali, ')],
  ['complements', filled('de la ')],
  ['commas', filled(', ')],
  ['no space', filled('a')],
  ['digits and marks', filled('1" ')],
  ['a table', table],
  ['a table by lines with marks', filled('"Dupont, Jean";"Lyon";"Il a dit ""oui"""\n')],
];

function filled(piece: string): (size: number) => string {
  return (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

function nested(size: number): string {
  const level = '« dit “ il " que ';
  const half = Math.floor(size / 2 / level.length);
  return `${level.repeat(half)}${'” » '.repeat(Math.floor(size / 8))}`.slice(0, size);
}

function table(size: number): string {
  const rows: string[] = [];
  for (let i = 0, length = 0; length < size; i++) {
    const row = `${i};"Dupont, Jean";Lyon;2019-03-${(i % 28) + 1};${i * 7},50`;
    rows.push(row);
    length += row.length + 1;
  }
  return rows.join('\n').slice(0, size);
}
