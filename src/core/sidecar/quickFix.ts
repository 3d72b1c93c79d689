import { entityTypes, mentionTypes, quotationForms, statuses } from '../annotation/types';
import { recordKinds, rejectionScopes } from '../annotation/record';
import type { Problem } from '../problem/problem';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { span } from '../util/span';
import { lineAt, lineEndOf, linesOf, lineStart } from './lines';
import { parseSidecar } from './parseSidecar';
import { formatVersion } from './sidecar';

/** Edits of the file that put a problem right, and what they do, as a message code with arguments. */
export interface QuickFix {
  readonly code: string;
  readonly args: readonly string[];
  readonly edits: readonly TextEdit[];
}

/**
 * How a problem of a sidecar can be put right without a decision of anybody; undefined where only a person can tell. A fix is given only
 * when the file is read with fewer problems afterwards. Reads the file again, so it is for the one problem that somebody looks at.
 */
export function quickFix(source: string, problem: Problem): QuickFix | undefined {
  const before = parseSidecar(source).problems.length;
  return candidates(source, problem).find(
    ({ edits }) => parseSidecar(applyEdits(source, edits)).problems.length < before,
  );
}

function candidates(source: string, problem: Problem): readonly QuickFix[] {
  switch (problem.code) {
    case 'sidecar-version':
      return [versionFix(source, problem)];
    case 'sidecar-yaml':
      return [tabFix(source), quoteFix(source, problem)].flatMap((fix) => fix ?? []);
    case 'sidecar-tag':
      return tagFix(source, problem);
    case 'sidecar-unknown-value':
      return nearestFix(source, problem);
    case 'sidecar-wrong-type':
      return listFix(source, problem);
    default:
      return [];
  }
}

function versionFix(source: string, { span: at }: Problem): QuickFix {
  const version = String(formatVersion);
  const line = at && lineAt(source, lineStart(source, at.start));
  const written = line && /^version[ \t]*:[ \t]*(.*)$/.exec(source.slice(line.start, line.end));
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const edit =
    line && written
      ? { span: span(line.end - (written[1] as string).length, line.end), text: version }
      : { span: span(start, start), text: `version: ${version}${lineEndOf(source)}` };
  return { code: 'fix-version', args: [version], edits: [edit] };
}

/** YAML is indented with spaces. */
function tabFix(source: string): QuickFix | undefined {
  const edits = [...linesOf(source)].flatMap((line) => {
    const margin = /^[ \t]*\t[ \t]*/.exec(source.slice(line.start, line.end))?.[0];
    if (margin === undefined) return [];
    return [{ span: span(line.start, line.start + margin.length), text: margin.replace(/\t/g, '  ') }];
  });
  return edits.length > 0 ? { code: 'fix-tabs', args: [], edits } : undefined;
}

/** Words that YAML takes for something else, or a quotation mark that is not closed. */
function quoteFix(source: string, { span: at }: Problem): QuickFix | undefined {
  if (!at) return undefined;
  const line = lineAt(source, lineStart(source, Math.min(at.start, Math.max(0, source.length - 1))));
  const found = /^([ \t]*(?:- +)?[A-Za-z][\w-]*:[ \t]+)(\S.*?)[ \t]*$/.exec(
    source.slice(line.start, line.end),
  );
  const [, before = '', words = ''] = found ?? [];
  if (words === '' || /^[[{|>]/.test(words)) return undefined;
  const bare = words.replace(/^"((?:[^"\\]|\\.)*)$/, '$1');
  const start = line.start + before.length;
  return {
    code: 'fix-quotes',
    args: [],
    edits: [{ span: span(start, start + words.length), text: JSON.stringify(bare) }],
  };
}

function tagFix(source: string, { span: at, args }: Problem): readonly QuickFix[] {
  if (!at) return [];
  const line = lineAt(source, lineStart(source, at.start));
  const tag = /![^\s]*[ \t]+/.exec(source.slice(line.start, line.end));
  if (!tag) return [];
  const start = line.start + tag.index;
  const edit = { span: span(start, start + tag[0].length), text: '' };
  return [{ code: 'fix-tag', args: [String(args[0] ?? '')], edits: [edit] }];
}

const known: Readonly<Record<string, readonly string[]>> = {
  kind: recordKinds,
  type: [...new Set([...mentionTypes, ...entityTypes])],
  form: quotationForms,
  status: statuses,
  scope: rejectionScopes,
};
/** More differing letters than this are another word. */
const mostTypos = 2;

function nearestFix(source: string, { span: at, args }: Problem): readonly QuickFix[] {
  const [key, written] = args.map(String);
  if (!at || key === undefined || written === undefined) return [];
  const start = source.lastIndexOf(written, at.end);
  if (start < at.start) return [];
  return (known[key] ?? [])
    .map((value) => ({ value, typos: distance(value, written.toLowerCase()) }))
    .filter(({ typos }) => typos <= mostTypos)
    .toSorted((a, b) => a.typos - b.typos)
    .slice(0, 1)
    .map(({ value }) => ({
      code: 'fix-value',
      args: [value],
      edits: [{ span: span(start, start + written.length), text: value }],
    }));
}

function listFix(source: string, { span: at }: Problem): readonly QuickFix[] {
  if (!at) return [];
  const found = /^([A-Za-z]\w*:[ \t]+)([\w"][^\r\n]*?)[ \t]*$/.exec(source.slice(at.start, at.end));
  if (!found) return [];
  const start = at.start + (found[1] as string).length;
  const words = found[2] as string;
  return [
    { code: 'fix-list', args: [], edits: [{ span: span(start, start + words.length), text: `[${words}]` }] },
  ];
}

/** Edit distance; the words are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] as number;
}
