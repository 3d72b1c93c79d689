/**
 * Name of the case; its text in markup; the full name of the first quotation's speaker, "-" when there must be none, absent when it
 * is not looked at; "loose" when the words of saying need only overlap those marked.
 *
 * Markup: `[q …]` direct, `[m …]` mixed, `[i …]` indirect content, `[c …]` words of saying, `[s …]` speaking mention, `[x …]` marks that
 * quote nobody; a digit tells a second quotation (`[q2 …]`, `[c2 …]`). `[p …]` person, `[o …]` organisation, `[l …]` place, `[w …]` work
 * are names handed in, so that nothing depends on the recogniser. `\\[` and `\\]` are brackets.
 */
export type QuotationCase = readonly [
  name: string,
  markup: string,
  speaker?: string | undefined,
  strictness?: 'loose',
];

export interface MarkedCase {
  readonly text: string;
  readonly spans: readonly { readonly tag: string; readonly start: number; readonly end: number }[];
}

export function readCase(markup: string): MarkedCase {
  const spans: { tag: string; start: number; end: number }[] = [];
  const open: { tag: string; start: number }[] = [];
  let text = '';
  for (let at = 0; at < markup.length; at++) {
    const tag = /^\[([qmicsxpolw]\d?) /u.exec(markup.slice(at, at + 5))?.[1];
    if (markup[at] === '\\') text += markup[++at] ?? '';
    else if (tag) {
      open.push({ tag, start: text.length });
      at += tag.length + 1;
    } else if (markup[at] === ']') {
      const last = open.pop();
      if (!last) throw new Error(`"]" closes nothing: ${markup}`);
      spans.push({ ...last, end: text.length });
    } else text += markup[at] ?? '';
  }
  if (open.length > 0) throw new Error(`A tag stays open: ${markup}`);
  return { text, spans };
}
