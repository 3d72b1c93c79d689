import type { NamedMention } from './groups';
import { abbreviates, isAcronym } from './nameForm';

/**
 * Mentions that the article puts beside each other as name and acronym: "Alliance des États du Sahel (AES)", "l’ONU (Organisation
 * des Nations unies)". Mentions in text order; only an acronym that fits the name, or that brackets enclose, makes a pair.
 */
export function acronymPairs(
  text: string,
  mentions: readonly NamedMention[],
): (readonly [NamedMention, NamedMention])[] {
  const pairs: (readonly [NamedMention, NamedMention])[] = [];
  for (const [i, first] of mentions.entries()) {
    const second = mentions[i + 1];
    if (!second || first.mention.type !== second.mention.type) continue;
    const between = text.slice(first.mention.span.end, second.mention.span.start);
    if (!/^\s*[(,]\s*(?:l['’]|la |le )?$/u.test(between)) continue;
    const pair = asPair(first, second, between.includes('(') && text[second.mention.span.end] === ')');
    if (pair) pairs.push(pair);
  }
  return pairs;
}

function asPair(
  a: NamedMention,
  b: NamedMention,
  inBrackets: boolean,
): readonly [NamedMention, NamedMention] | undefined {
  if (isAcronym(b.form.text) && !isAcronym(a.form.text)) {
    return abbreviates(b.form.text, a.form) || (inBrackets && a.form.words.length >= 2 && sharesInitial(a, b))
      ? [a, b]
      : undefined;
  }
  if (isAcronym(a.form.text) && !isAcronym(b.form.text))
    return abbreviates(a.form.text, b.form) ? [b, a] : undefined;
  return undefined;
}

/** "Centre hospitalier (CHU)" does not fit by its initials, but begins like it. */
function sharesInitial(name: NamedMention, acronym: NamedMention): boolean {
  return name.form.words[0]?.[0] === acronym.form.key[0];
}
