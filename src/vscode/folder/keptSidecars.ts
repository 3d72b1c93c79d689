import type { Steps } from '../../core/util/steps';
import type { KeptSidecar } from './readSidecars';

const linesPerStep = 50;

/** The cache as text: a line of JSON for each sidecar, so that it is written and read in small steps. */
export function* writeKept(kept: Iterable<readonly [string, KeptSidecar]>): Steps<string> {
  const lines: string[] = [];
  for (const [key, { mtime, size, summary }] of kept) {
    lines.push(JSON.stringify([key, mtime, size, summary]));
    if (lines.length % linesPerStep === 0) yield;
  }
  return lines.join('\n');
}

/** What of the cache can be read; lines that cannot cost a sidecar read again. */
export function* readKept(text: string): Steps<Map<string, KeptSidecar>> {
  const kept = new Map<string, KeptSidecar>();
  let start = 0;
  for (let count = 1; start < text.length; count++) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    const entry = entryOf(line);
    if (entry) kept.set(...entry);
    if (count % linesPerStep === 0) yield;
  }
  return kept;
}

function entryOf(line: string): readonly [string, KeptSidecar] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (!Array.isArray(value)) return undefined;
    const [key, mtime, size, summary] = value as readonly unknown[];
    const isEntry = typeof key === 'string' && typeof mtime === 'number' && typeof size === 'number';
    return isEntry && isSummary(summary) ? [key, { mtime, size, summary }] : undefined;
  } catch {
    return undefined;
  }
}

function isSummary(value: unknown): value is KeptSidecar['summary'] {
  return typeof value === 'object' && value !== null && 'forms' in value && Array.isArray(value.forms);
}
