import assert from 'node:assert/strict';

import fc from 'fast-check';

import { type Label, label } from '../../../src/core/export/exportSource';
import { articleMarkup, machineTime } from '../../../src/core/export/html/articleMarkup';
import { escapeHtml } from '../../../src/core/export/html/escapeHtml';
import { htmlDocument } from '../../../src/core/export/html/htmlDocument';
import type { Span } from '../../../src/core/util/span';
import { quotationForms, mentionTypes } from '../../../src/core/annotation/types';
import { readJson } from '../../l10n/sources';
import { mentionAt, quotationAt, sourceOf, spanOf, text, view, viewOf } from './exportCase';

describe('the exported page', () => {
  const page = htmlDocument(sourceOf(text, view));

  const parts: readonly (readonly [string, string])[] = [
    ['the headline', '<h1 data-start="0" data-end="14" property="headline">Le maire parle</h1>'],
    ['the title', '<title>Le maire parle</title>'],
    ['a date that machines read', 'datetime="2025-09-24">24 septembre 2025</time>'],
    ['a confirmed place, its text escaped', '&#60;<span class="mention location confirmed"'],
    ['the article’s own marks as text', 'Marc Delaunay</span> &#38; fils.'],
    ['the person', 'property="mentions" typeof="Person" resource="#e2"'],
    ['the role', '<bdi property="jobTitle" lang="fr">maire</bdi>'],
    ['another name, escaped', '>M. &#34;Del&#34;</bdi>'],
    ['the place’s identity', '<link property="sameAs" href="https://www.wikidata.org/entity/Q912">'],
    ['the quotation', 'property="hasPart" typeof="Quotation"'],
    ['its words', 'property="text">Nous irons au &#60;Mali&#62; 👍</blockquote>'],
    ['its speaker', '<span property="spokenByCharacter creator" typeof="Person" resource="#e2">'],
    ['that nothing may run', `content="default-src &#39;none&#39;`.replaceAll('&#39;', "'")],
  ];
  for (const [what, html] of parts) it(`holds ${what}`, () => assert.ok(page.includes(html), page));

  it('nests, and names each place once', () => {
    checkNesting(page);
    checkLinks(page);
  });

  it('fetches and runs nothing', () => {
    assert.doesNotMatch(page, /<script|<img|<iframe|\son\w+=|src=|url\(|@import|javascript:/iu);
    const addresses = [...page.matchAll(/href="([^"#][^"]*)"/gu)].map(([, href]) => href);
    assert.deepEqual(addresses, ['https://www.wikidata.org/entity/Q912']);
  });

  it('says everything by codes that have words', () => {
    const messages = readJson<Readonly<Record<string, string>>>('l10n/messages.json');
    const said: Label[] = [];
    const say = (each: Label): string => {
      said.push(each);
      return each.code;
    };
    const all = mentionTypes.map((type, i) => mentionAt({ start: i, end: i + 1 }, { type }));
    const quotations = quotationForms.map((form) => quotationAt([spanOf(text, 'Nous irons')], { form }));
    for (const each of [view, viewOf(all, quotations)]) htmlDocument({ ...sourceOf(text, each), say });
    for (const type of mentionTypes.slice(0, 5)) said.push(label(`export-group-${type}`));
    assert.deepEqual(
      [...new Set(said.map(({ code }) => code))].filter((code) => !Object.hasOwn(messages, code)),
      [],
    );
  });

  it('of an empty article is a page as well', () => {
    const empty = htmlDocument(sourceOf('', viewOf([])));
    checkNesting(empty);
    assert.ok(empty.includes('<h1 property="headline">a.article</h1>'));
  });

  it('leaves out the markup of Markdown', () => {
    const markdown = '# Un *grand* jour\n\nVoir [le site](https://example.org/x) **ici**.\n';
    const html = htmlDocument(sourceOf(markdown, viewOf([]), 'markdown'));
    assert.ok(html.includes('>Un grand jour</h1>'), html);
    assert.ok(html.includes('>Voir le site ici.</p>'), html);
  });
});

describe('spans that nest and cross', () => {
  const words = 'Un deux trois quatre cinq six.';
  const cases: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
    ['a name in a quotation', ['deux'], ['Un deux trois'], 'Q(Un M(deux) trois) quatre cinq six.'],
    ['a quotation in a name', ['Un deux trois'], ['deux'], 'M(Un )Q(M(deux))M( trois) quatre cinq six.'],
    ['crossing at the start', ['Un deux'], ['deux trois'], 'M(Un )Q(M(deux) trois) quatre cinq six.'],
    ['crossing at the end', ['trois quatre'], ['deux trois'], 'Un Q(deux M(trois))M( quatre) cinq six.'],
    ['the same words', ['deux'], ['deux'], 'Un Q(M(deux)) trois quatre cinq six.'],
    ['a name in a name', ['deux trois', 'trois'], [], 'Un M(deux M(trois)) quatre cinq six.'],
    ['crossing quotations', [], ['Un deux', 'deux trois'], 'Q(Un Q(deux))Q( trois) quatre cinq six.'],
    ['nothing', [], [], 'Un deux trois quatre cinq six.'],
  ];
  for (const [title, mentions, quotations, expected] of cases)
    it(title, () => {
      const shown = viewOf(
        mentions.map((each) => mentionAt(spanOf(words, each))),
        quotations.map((each) => quotationAt([spanOf(words, each)])),
      );
      const html = articleMarkup(sourceOf(words, shown).article, shown)
        .map((block) => block.html)
        .join('');
      const short = html
        .replace(/<\/?(?:p|h1)[^>]*>/gu, '')
        .replace(/<span class="quotation[^>]*>/gu, 'Q(')
        .replace(/<span class="mention[^>]*>/gu, 'M(')
        .replace(/<\/span>/gu, ')');
      assert.equal(short, expected);
    });

  it('whatever spans there are: tags nest, ids are unique, the text is all there', () => {
    const lines = 'Un mot\n\nDeux « mots » ici, et là.\n\nTrois mots encore.\n\nQuatre.\n';
    const anySpan: fc.Arbitrary<Span> = fc
      .tuple(fc.nat(lines.length), fc.nat(lines.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.array(anySpan, { maxLength: 8 }),
        fc.array(fc.array(anySpan, { maxLength: 3 }), { maxLength: 4 }),
        (names, quotes) => {
          const shown = viewOf(
            names.map((each) => mentionAt(each)),
            quotes.map((content) => quotationAt(content.toSorted((a, b) => a.start - b.start))),
          );
          const html = articleMarkup(sourceOf(lines, shown).article, shown)
            .map((block) => block.html)
            .join('\n');
          checkNesting(html);
          assert.equal(html.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ''), lines.replace(/\s+/gu, ''));
        },
      ),
    );
  });
});

describe('text as HTML', () => {
  it('is shown as it is', () =>
    assert.equal(
      escapeHtml(`<a href="x">&amp;</a> l'été`),
      '&#60;a href=&#34;x&#34;&#62;&#38;amp;&#60;/a&#62; l&#39;été',
    ));
  it('has nothing that HTML does not allow', () =>
    assert.equal(escapeHtml('a\u0000b\u0085\ud800c\ufffe\n\t'), 'a\ufffdb\ufffd\ufffdc\ufffd\n\t'));

  const times: readonly (readonly [string, string | undefined])[] = [
    ['2025-09-24', '2025-09-24'],
    ['2025-09', '2025-09'],
    ['2025', '2025'],
    ['T18:30', '18:30'],
    ['2025-09-24T18:30', '2025-09-24T18:30'],
    ['2025-03~', undefined],
    ['2016/2018', undefined],
  ];
  for (const [edtf, time] of times)
    it(`${edtf}: ${time ?? 'no time'}`, () => assert.equal(machineTime(edtf), time));
});

const voidElements = new Set(['meta', 'link', '!DOCTYPE']);

function checkNesting(html: string): void {
  const open: string[] = [];
  const ids = new Set<string>();
  for (const [, end, name = '', rest = ''] of html.matchAll(
    /<(\/?)([!\w]+)((?:\s+[\w-]+(?:="[^"]*")?|\s+html)*)>/gu,
  )) {
    const id = /\sid="([^"]*)"/u.exec(rest)?.[1];
    if (id !== undefined) {
      assert.ok(!ids.has(id), `${id} twice`);
      ids.add(id);
    }
    if (end === '/') assert.equal(open.pop(), name, html);
    else if (!voidElements.has(name)) open.push(name);
  }
  assert.deepEqual(open, []);
}

function checkLinks(html: string): void {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id));
  for (const [, target] of html.matchAll(/href="#([^"]*)"/gu)) assert.ok(ids.has(target), target);
}
