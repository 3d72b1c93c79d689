import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer } from '../../../src/core/analysis/analyzer';
import { createFrenchStages } from '../../../src/core/analysis/french';
import { pairMarks } from '../../../src/core/analysis/quotation/marks';
import type { Analysis } from '../../../src/core/annotation/suggestion';
import type { LanguageStages } from '../../../src/core/analysis/types';
import { runSteps } from '../../../src/core/util/steps';

// Pieces of which press sentences are made, and what breaks them.
const pieces = [
  '« ',
  ' »',
  '«',
  '»',
  '“',
  '”',
  '"',
  "'",
  '’',
  '‹',
  '›',
  '„',
  '— ',
  '\n',
  '\n\n',
  '. ',
  ', ',
  ' : ',
  ' ? ',
  '(',
  ')',
  '…',
  ' ',
  'Anne Morel',
  'M. Girard',
  'le maire',
  'la ministre',
  'il',
  'a déclaré',
  'a-t-il ajouté',
  'affirme que',
  'selon ',
  'd’après ',
  'pour ',
  'Nous irons',
  'jusqu’au bout',
  'une dérive',
  'le pont',
  'qui',
  'et que',
  'en précisant',
  's’est réjoui',
  '27"',
  '😀',
  '\u202f',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(' '));

/** French, with every capitalised pair of words taken for a person, so that the laws are tried with names too. */
function stages(): LanguageStages {
  const french = createFrenchStages();
  return {
    ...french,
    *entities(analyzed) {
      yield;
      const text = analyzed.article.text;
      const found = [...text.matchAll(/Anne Morel|Girard/gu)];
      const mentions = found.map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        type: 'person' as const,
        form: 'name' as const,
        entity: match[0],
        confidence: 0.9,
        why: [],
      }));
      const names = [...new Set(found.map((match) => match[0]))];
      return {
        mentions,
        entities: names.map((name) => ({ key: name, type: 'person', name, aliases: [], roles: [] })),
      };
    },
  };
}

function analyse(text: string): Analysis {
  return runSteps(createAnalyzer(stages()).analyze(text, 'plain'));
}

describe('laws of quotations', () => {
  it('keeps every span inside the text, parts in order and apart', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { content, marks, cue, source } of analyse(text).quotations) {
          assert.ok(content.length > 0);
          for (const span of [...content, ...marks, ...(cue ? [cue.span] : []), ...(source ? [source] : [])])
            assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
          for (const [index, part] of content.entries()) {
            const before = content[index - 1];
            if (before) assert.ok(before.end <= part.start);
          }
        }
      }),
    );
  });

  it('keeps fragments apart where marks open again and again', () => {
    const { quotations } = analyse('s’est réjoui „ «  en précisant „ « ');
    const ends = quotations.flatMap(({ content }) =>
      content.slice(1).map((part, i) => part.start - (content[i]?.end ?? 0)),
    );
    assert.ok(quotations.length > 0 && ends.every((distance) => distance >= 0));
  });

  it('gives probabilities, and speakers that are entities', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quotations, entities } = analyse(text);
        const keys = new Set(entities.map((entity) => entity.key));
        for (const { confidence, speakers, candidates } of quotations) {
          for (const value of Object.values(confidence)) assert.ok(value >= 0 && value <= 1 + 1e-9);
          for (const key of [...speakers, ...candidates.map(({ entity }) => entity)])
            assert.ok(keys.has(key));
        }
      }),
    );
  });

  it('never takes and refuses the same marks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quotations, refused } = analyse(text);
        const taken = new Set(
          quotations
            .filter(({ form }) => form !== 'indirect')
            .flatMap(({ content }) => content.map(({ start, end }) => `${start} ${end}`)),
        );
        for (const { span } of refused) assert.ok(!taken.has(`${span.start} ${span.end}`));
      }),
    );
  });

  it('is the same after an edit as from the start', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (first, inserted, place) => {
        const analyzer = createAnalyzer(stages());
        runSteps(analyzer.analyze(first, 'plain'));
        const at = first.length === 0 ? 0 : place % first.length;
        const edited = first.slice(0, at) + inserted + first.slice(at);
        assert.deepEqual(runSteps(analyzer.analyze(edited, 'plain')), analyse(edited));
      }),
      { numRuns: 60 },
    );
  });

  it('nests marked spans within their parents', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { spans } = pairMarks(text);
        for (const [index, { content, parent }] of spans.entries()) {
          assert.ok(parent < index);
          const outer = spans[parent];
          if (outer) assert.ok(outer.content.start <= content.start && content.end <= outer.content.end);
        }
      }),
    );
  });
});
