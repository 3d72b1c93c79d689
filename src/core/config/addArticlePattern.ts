import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';

import type { TextEdit } from '../text/textEdit';

/**
 * The edit that names one more pattern in the source of a `verbatim.yaml`, at its place and nowhere else: comments and layout stay.
 * `undefined` where the file is not understood or names it already.
 */
export function addArticlePattern(source: string, pattern: string): TextEdit | undefined {
  const end = source.length;
  const item = JSON.stringify(pattern);
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(source, { logLevel: 'silent' });
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  const pairs = (contents?.items ?? []) as readonly Pair<Node, Node | null>[];
  const value = pairs.find(({ key }) => isScalar(key) && key.value === 'articles')?.value;
  if (value === undefined) {
    const before = source === '' || source.endsWith('\n') ? '' : eol;
    const version = source.trim() === '' ? `version: 1${eol}` : '';
    return insertion(end, `${before}${version}articles:${eol}  - ${item}${eol}`);
  }
  if (!isSeq(value)) return undefined;
  const items = value.items as readonly Node[];
  if (items.some((each) => isScalar(each) && each.value === pattern)) return undefined;
  const last = items.at(-1)?.range;
  if (value.flow === true) {
    const close = source.lastIndexOf(']', value.range?.[1] ?? end);
    return close < 0 ? undefined : insertion(last ? last[1] : close, `${last ? ', ' : ''}${item}`);
  }
  if (!last) return undefined;
  const lineStart = source.lastIndexOf('\n', last[0] - 1) + 1;
  const dash = /^\s*-\s+/u.exec(source.slice(lineStart, last[0]))?.[0];
  const lineEnd = /\r?\n|$/u.exec(source.slice(last[1]))?.index ?? 0;
  return dash === undefined ? undefined : insertion(last[1] + lineEnd, `${eol}${dash}${item}`);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
