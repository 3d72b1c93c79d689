/** Two may bear one name: then they are told apart by their order. `taken` counts what was given before. */
export function uniqueId(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id} #${count}`;
}
