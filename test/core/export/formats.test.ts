import assert from 'node:assert/strict';

import { brat } from '../../../src/core/export/brat';
import { conll } from '../../../src/core/export/conll';
import { exportFormats } from '../../../src/core/export/formats';
import { webAnnotations } from '../../../src/core/export/webAnnotations';
import { sourceOf, text, view, viewOf } from './exportCase';

describe('export formats', () => {
  it('have ids and extensions of their own', () => {
    for (const field of ['id', 'extension'] as const)
      assert.equal(new Set(exportFormats.map((format) => format[field])).size, exportFormats.length);
  });

  it('take an empty article', () => {
    for (const format of exportFormats) assert.equal(typeof format.write(sourceOf('', viewOf([]))), 'string');
  });

  it('CoNLL: a token a line, names and quotations by their columns', () => {
    const lines = conll.write(sourceOf(text, view)).split('\n');
    assert.deepEqual(lines.slice(0, 5), ['Le\tO\tO', 'maire\tO\tO', 'parle\tO\tO', '', 'LILLE\tO\tO']);
    for (const line of [
      '24\tB-DATE\tO',
      '2025\tI-DATE\tO',
      'Nous\tO\tB-QUOTE',
      'irons\tO\tI-QUOTE',
      'Mali\tB-LOC\tI-QUOTE',
      'Delaunay\tI-PER\tO',
    ])
      assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
  });

  it('brat: offsets in code points, relations and decisions', () => {
    const lines = brat.write(sourceOf(text, view)).trimEnd().split('\n');
    const points = [...text];
    for (const line of lines) {
      const [, start, end, words] = /^T\d+\t\S+ (\d+) (\d+)\t(.*)$/u.exec(line) ?? [];
      if (words !== undefined) assert.equal(points.slice(Number(start), Number(end)).join(''), words);
    }
    assert.ok(lines.includes('A1\tConfirmed T2'));
    assert.ok(lines.includes('N1\tReference T2 Wikidata:Q912\tMali'));
    assert.ok(lines.includes('R2\tSaidBy Arg1:T4 Arg2:T3'), lines.join('\n'));
  });

  it('W3C annotations: quotes and positions that fit, and who says so', () => {
    const page = JSON.parse(webAnnotations.write(sourceOf(text, view))) as {
      readonly items: readonly {
        readonly creator: { readonly name: string };
        readonly body: readonly { readonly value: string }[];
        readonly target: {
          readonly selector: readonly [
            { readonly exact: string },
            { readonly start: number; readonly end: number },
          ];
        };
      }[];
    };
    const points = [...text];
    for (const { target } of page.items) {
      const [quote, position] = target.selector;
      assert.equal(points.slice(position.start, position.end).join(''), quote.exact);
    }
    assert.equal(page.items.length, 4);
    assert.deepEqual(
      page.items.map(({ creator }) => creator.name),
      ['Verbatim', 'Ana', 'Verbatim', 'Verbatim'],
    );
    assert.deepEqual(
      page.items.at(-1)?.body.map(({ value }) => value),
      ['quotation', 'direct', 'Marc Delaunay'],
    );
  });
});
