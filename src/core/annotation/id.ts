/** A source of numbers in [0, 1), given by the host. */
export type Random = () => number;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `0123456789${letters}`;

/** A new record's id: nine characters, the first a letter, so that no YAML reader takes it for a number (10¹⁴ ids). */
export function makeId(random: Random): string {
  return pick(letters, random) + tail(8, random);
}

/** A new entity's id: its name as far as ASCII can say it, then a random part that makes it unique. */
export function makeEntityId(name: string, random: Random): string {
  const readable = slug(name);
  return `${readable === '' ? pick(letters, random) : `${readable}-`}${tail(6, random)}`;
}

const longestSlug = 40;

/** Lower-case ASCII letters and hyphens, beginning with a letter; may be empty. Whole words as far as there is room. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  if (plain.length <= longestSlug) return plain;
  const cut = plain.slice(0, longestSlug + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 0)) || plain.slice(0, longestSlug);
}

function tail(length: number, random: Random): string {
  return Array.from({ length }, () => pick(alphabet, random)).join('');
}

function pick(from: string, random: Random): string {
  return from.charAt(Math.floor(random() * from.length));
}
