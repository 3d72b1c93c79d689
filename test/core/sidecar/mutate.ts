import { brokenFiles, brokenRecords } from './hostile';

const whole = `version: 1
article: a.txt
language: fr

entities:

  - id: diop-k3f9
    type: person
    name: "Abdoulaye Diop"

annotations:

  - id: m1
    kind: mention
    type: person
    exact: "le chef de la diplomatie malienne"
    prefix: "a expliqué "
    entity: diop-k3f9
    status: confirmed # sure

  - id: q1
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons jusqu'au bout"
    cue: {exact: "a expliqué"}
    speakers: [diop-k3f9]
    status: confirmed
    note: |
      two
      lines
`;

const sources = [
  whole,
  whole,
  ...[...brokenFiles, ...brokenRecords].map(([, source]) => source).filter(({ length }) => length < 4000),
];
const pieces = [
  '"',
  "'",
  '[',
  '{',
  '}',
  ']',
  '- ',
  ': ',
  '? ',
  '&a ',
  '*a ',
  '!t ',
  '|\n',
  '>\n',
  '#',
  '\n',
  '\r\n',
  '\t',
  '  ',
  '\0',
  '<<<<<<< x\n',
  '---\n',
  '\ud800',
  '\\',
  '%',
  ',',
  '\ufeff',
  '[['.repeat(40),
  '- '.repeat(70),
];

/** A file with a few pieces cut, doubled, swapped or put in; the same for the same seed. */
export function mutated(seed: number): string {
  const next = generator(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  let source = sources[below(sources.length)] as string;
  for (let edits = 1 + below(6); edits > 0; edits--) {
    const at = below(source.length + 1);
    const end = Math.min(source.length, at + below(30));
    const piece = pieces[below(pieces.length)] as string;
    const inner = [
      source.slice(at, end).repeat(2),
      '',
      piece,
      source.slice(at, end) + piece,
      piece.repeat(1 + below(200)),
    ];
    source = source.slice(0, at) + (inner[below(inner.length)] as string) + source.slice(end);
  }
  return source;
}

function generator(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}
