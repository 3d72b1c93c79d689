import { problem, type Problem } from '../problem/problem';
import { span } from '../util/span';
import { longestSidecar } from './limits';

/**
 * What forbids to read the file at all, found by one linear look: too long, a NUL byte, or conflict markers. The YAML parser
 * sees none of these.
 */
export function refusalOf(source: string): Problem | undefined {
  if (source.length > longestSidecar)
    return problem('sidecar-too-large', 'error', [source.length, longestSidecar], span(0, 0));
  const nul = source.indexOf('\0');
  if (nul >= 0) return problem('sidecar-nul', 'error', [], span(nul, nul + 1));
  const marker = conflictMarker(source);
  return marker === undefined
    ? undefined
    : problem('sidecar-conflict', 'error', [], span(marker, marker + 7));
}

/** Offset of the first line that only git's conflict markers can be: no YAML line of a sidecar begins with seven of them. */
export function conflictMarker(source: string): number | undefined {
  const found = /(?:^|[\r\n])(?:<{7,} |>{7,} |\|{7,}(?: |[\r\n]|$)|={7,}(?:[\r\n]|$))/.exec(source);
  return found ? found.index + (/[\r\n]/.test(found[0][0] as string) ? 1 : 0) : undefined;
}
