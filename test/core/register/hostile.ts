/** A broken entry, and the code of the first problem that is told of it. */
export type BrokenEntry = readonly [name: string, fields: string, code: string];

export const brokenEntries: readonly BrokenEntry[] = [
  ['no id', 'type: person\n    name: x', 'sidecar-missing'],
  ['no type', 'id: e1\n    name: x', 'sidecar-missing'],
  ['a date for a type', 'id: e1\n    type: date\n    name: x', 'sidecar-unknown-value'],
  ['no name', 'id: e1\n    type: person', 'sidecar-missing'],
  ['an empty name', 'id: e1\n    type: person\n    name: ""', 'sidecar-missing'],
  ['aliases that are a word', 'id: e1\n    type: person\n    name: x\n    aliases: y', 'sidecar-wrong-type'],
  ['an empty alias', 'id: e1\n    type: person\n    name: x\n    aliases: [""]', 'sidecar-wrong-type'],
  ['roles that are a word', 'id: e1\n    type: person\n    name: x\n    roles: maire', 'sidecar-wrong-type'],
  [
    'a role that is a word',
    'id: e1\n    type: person\n    name: x\n    roles: [maire]',
    'sidecar-wrong-type',
  ],
  [
    'a role of nothing',
    'id: e1\n    type: person\n    name: x\n    roles: [{since: "2020"}]',
    'register-role',
  ],
  [
    'a role that is a list',
    'id: e1\n    type: person\n    name: x\n    roles: [{role: [a]}]',
    'register-role',
  ],
  [
    'a date in words',
    'id: e1\n    type: person\n    name: x\n    roles: [{role: a, since: "juin 2020"}]',
    'register-date',
  ],
  [
    'a month too many',
    'id: e1\n    type: person\n    name: x\n    roles: [{role: a, until: "2020-13"}]',
    'register-date',
  ],
  [
    'an address for an item',
    'id: e1\n    type: person\n    name: x\n    wikidata: "https://x/Q1"',
    'register-identifier',
  ],
  [
    'an item without its Q',
    'id: e1\n    type: person\n    name: x\n    wikidata: "42"',
    'register-identifier',
  ],
  ['a short ORCID', 'id: e1\n    type: person\n    name: x\n    orcid: "0000-0002"', 'register-identifier'],
  ['a picture upwards', 'id: e1\n    type: person\n    name: x\n    image: "../x.png"', 'register-image'],
  [
    'a picture inside and up',
    'id: e1\n    type: person\n    name: x\n    image: "a/../../x.png"',
    'register-image',
  ],
  [
    'a picture from the root',
    'id: e1\n    type: person\n    name: x\n    image: "/etc/x.png"',
    'register-image',
  ],
  [
    'a picture from afar',
    'id: e1\n    type: person\n    name: x\n    image: "https://x/y.png"',
    'register-image',
  ],
  [
    'a data picture',
    'id: e1\n    type: person\n    name: x\n    image: "data:image/png;base64,x"',
    'register-image',
  ],
  ['a picture with a program', 'id: e1\n    type: person\n    name: x\n    image: "x.svg"', 'register-image'],
  ['a backslash', 'id: e1\n    type: person\n    name: x\n    image: "a\\\\x.png"', 'register-image'],
];
