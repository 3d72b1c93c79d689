import type { EntityLayer } from '../../../core/analysis/types';

/** The entity that a reference's speaker name means: equal words first, then all its words in one of the entity's names. */
export function entityNamed(layer: EntityLayer, name: string): string | undefined {
  const wanted = wordsOf(name);
  if (wanted.length === 0) return undefined;
  const named = layer.entities.map((entity) => ({
    key: entity.key,
    names: [entity.name, ...entity.aliases].map(wordsOf),
  }));
  const equal = named.find(({ names }) => names.some((words) => words.join(' ') === wanted.join(' ')));
  if (equal) return equal.key;
  return named.find(({ names }) =>
    names.some(
      (words) =>
        words.length > 0 &&
        (words.every((word) => wanted.includes(word)) || wanted.every((word) => words.includes(word))),
    ),
  )?.key;
}

/** Several entities named as one speaker: "Irakli Tchkheidze et Rauf Mammadov"; `undefined` where the words name one. */
export function severalNamed(layer: EntityLayer, name: string): readonly string[] | undefined {
  const parts = name.split(' et ');
  const whole = wordsOf(name).join(' ');
  if (parts.length < 2 || layer.entities.some((entity) => wordsOf(entity.name).join(' ') === whole))
    return undefined;
  const keys = parts.map((part) => entityNamed(layer, part)).filter((key) => key !== undefined);
  return new Set(keys).size === parts.length ? keys : undefined;
}

function wordsOf(name: string): readonly string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !/^(?:le|la|les|l|du|de|des|d|m|mme|me)$/u.test(word),
  );
}
