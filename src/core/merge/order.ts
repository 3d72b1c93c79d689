/**
 * One order from three, without a look at the article: that of the side that changed it (ours, where both did), with what only
 * the other side added behind the record that it stands behind there. Additions of both at one place come in the order of their
 * first ids, so that the result does not depend on which side is called ours.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): readonly string[] {
  const theyMoved = !sameOrder(base, theirs) && sameOrder(base, ours);
  const [first, second] = theyMoved ? [theirs, ours] : [ours, theirs];
  const merged = first.filter((id) => kept.has(id));
  const known = new Set(base);
  const present = new Set(merged);
  const runs = additionRuns(second, present, kept);
  for (const { after, ids } of runs) {
    let at = after === undefined ? 0 : merged.indexOf(after) + 1;
    // Beside an addition of the first side at the same place: smaller first id first.
    if (
      (merged[at] ?? '') !== '' &&
      !known.has(merged[at] as string) &&
      (merged[at] as string) < (ids[0] as string)
    )
      while (at < merged.length && !known.has(merged[at] as string)) at++;
    merged.splice(at, 0, ...ids);
  }
  return merged;
}

interface AdditionRun {
  readonly after?: string;
  readonly ids: string[];
}

/** What the other order has more, in runs, each with the shared record before it. */
function additionRuns(
  order: readonly string[],
  present: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): readonly AdditionRun[] {
  const runs: AdditionRun[] = [];
  let after: string | undefined;
  let open: AdditionRun | undefined;
  for (const id of order) {
    if (present.has(id)) {
      after = id;
      open = undefined;
    } else if (kept.has(id)) {
      if (!open) runs.push((open = { ids: [], ...(after !== undefined && { after }) }));
      open.ids.push(id);
    }
  }
  return runs;
}

/** Whether the ids that both have come in the same order. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const common = b.filter((id) => inA.has(id));
  return a.filter((id) => inB.has(id)).every((id, i) => id === common[i]);
}
