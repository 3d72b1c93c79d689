import { Parser } from 'htmlparser2';

import type { Source } from '../source';
import { SourceText } from './sourceText';

/** What a page does not say to its reader. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'nav', 'iframe', 'object']);

/** Elements that end a line of text. */
const blocks = new Set(
  (
    'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p ' +
    'pre section table td th tr ul title'
  ).split(' '),
);

/** The words of a saved page, in the order of its source text. Markup of any quality is read, as browsers do. */
export function readHtml(file: string): Source {
  const text = new SourceText();
  let silence = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        if (silent.has(name)) silence++;
        if (blocks.has(name)) text.separate('\n');
      },
      onclosetag(name) {
        if (silent.has(name)) silence = Math.max(0, silence - 1);
        if (blocks.has(name)) text.separate('\n');
      },
      ontext(words) {
        // The parser tells where it is, entities as they stand in the file.
        if (silence === 0) text.add(words, parser.startIndex, parser.endIndex + 1 - parser.startIndex);
      },
    },
    { decodeEntities: true },
  );
  parser.write(file);
  parser.end();
  return text.finish();
}
