import { lineEndOf, linesOf } from '../sidecar/lines';
import type { MergedPiece, MergeInput, MergeResult } from './types';

export interface MarkerOptions {
  /** What git calls the sides. */
  readonly ours?: string;
  readonly base?: string;
  readonly theirs?: string;
  /** Length of the markers; git passes it to merge drivers as `%L`. */
  readonly size?: number;
}

/**
 * The merged file with both versions of each record in conflict between markers, as git writes them in its diff3 style. Read
 * back by `splitConflict`, it gives versions that merge to the same conflicts.
 */
export function withMarkers({ pieces }: MergeResult, options: MarkerOptions = {}): string {
  const { ours = 'ours', base = 'base', theirs = 'theirs', size = 7 } = options;
  const lineEnd = lineEndOf(pieces.map(settledText).join(''));
  const line = (marker: string, label: string) => `${marker.repeat(size)}${label && ` ${label}`}${lineEnd}`;
  return pieces
    .map((piece) =>
      'text' in piece
        ? piece.text
        : [
            line('<', ours) + piece.ours,
            line('|', base) + piece.base,
            line('=', '') + piece.theirs,
            line('>', theirs),
          ].join(''),
    )
    .join('');
}

function settledText(piece: MergedPiece): string {
  return 'text' in piece ? piece.text : piece.ours;
}

type Part = 'all' | 'ours' | 'base' | 'theirs';

/**
 * Takes a file with conflict markers (merge, diff3 or zdiff3 style) apart into the versions that it was made of. The base is
 * there only when every conflict shows it. Undefined when the markers are not properly paired; lines that only look like markers
 * are not taken for some.
 */
export function splitConflict(source: string): MergeInput | undefined {
  const versions = { ours: [] as string[], base: [] as string[], theirs: [] as string[] };
  let part: Part = 'all';
  let [conflicts, bases] = [0, 0];
  for (const line of linesOf(source)) {
    const text = source.slice(line.start, line.next);
    const next = partAfter(part, source.slice(line.start, line.end));
    if (next === 'broken') return undefined;
    if (next !== undefined) {
      if (next === 'ours') conflicts++;
      if (next === 'base') bases++;
      part = next;
    } else
      for (const version of part === 'all' ? (['ours', 'base', 'theirs'] as const) : [part])
        versions[version].push(text);
  }
  if (part !== 'all' || conflicts === 0) return undefined;
  const [ours, base, theirs] = [versions.ours.join(''), versions.base.join(''), versions.theirs.join('')];
  return bases === conflicts ? { base, ours, theirs } : { ours, theirs };
}

/** The part that begins after a marker line; `broken` for a marker out of place; undefined for any other line. */
function partAfter(part: Part, line: string): Part | 'broken' | undefined {
  const marker = /^(<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?$/.exec(line)?.[1]?.[0];
  if (marker === undefined) return undefined;
  if (marker === '<') return part === 'all' ? 'ours' : 'broken';
  if (marker === '|') return part === 'ours' ? 'base' : 'broken';
  if (marker === '=') return part === 'ours' || part === 'base' ? 'theirs' : 'broken';
  return part === 'theirs' ? 'all' : 'broken';
}
