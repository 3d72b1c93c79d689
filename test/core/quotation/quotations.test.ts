import assert from 'node:assert/strict';
import type { EntityType } from '../../../src/core/annotation/types';
import type { MentionSuggestion } from '../../../src/core/annotation/suggestion';
import { groupMentions } from '../../../src/core/analysis/entities/grouping/groupMentions';
import { quotations } from '../../../src/core/analysis/quotation/quotations';
import type { AnalyzedArticle, EntityLayer, QuotationLayer } from '../../../src/core/analysis/types';
import { createArticle } from '../../../src/core/text/article';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenize } from '../../../src/core/text/tokens';
import { runSteps } from '../../../src/core/util/steps';
import { cueCases } from './cases/cues';
import { indirectCases } from './cases/indirect';
import { markCases } from './cases/marks';
import { refusedCases } from './cases/refused';
import { severalCases } from './cases/several';
import { speakerCases } from './cases/speakers';
import { verbCases } from './cases/verbs';
import { readCase, type MarkedCase, type QuotationCase } from './quotationCase';

// To add a case: write a line in the file of its phenomenon; the markup is told in quotationCase.ts.
const tables: readonly (readonly [string, readonly QuotationCase[]])[] = [
  ['quotation marks', markCases],
  ['words of saying', cueCases],
  ['verbs', verbCases],
  ['indirect speech', indirectCases],
  ['marks that quote nobody', refusedCases],
  ['speakers', speakerCases],
  ['several speakers and relations', severalCases],
];

describe('quotations', () => {
  for (const [group, cases] of tables)
    describe(group, () => {
      for (const [name, markup, speaker, strictness] of cases)
        it(name, () => check(readCase(markup), speaker, strictness === 'loose'));
    });
  it('has a table of at least 200 sentences', () => {
    assert.ok(tables.reduce((sum, [, cases]) => sum + cases.length, 0) >= 200);
  });
});

const forms = { q: 'direct', m: 'mixed', i: 'indirect' } as const;
const entityTypes: Readonly<Record<string, EntityType>> = {
  p: 'person',
  o: 'organization',
  l: 'location',
  w: 'product',
};

function check(marked: MarkedCase, speaker: string | undefined, loose: boolean): void {
  const { found, layer } = analyse(marked);
  assert.deepEqual(
    found.quotations.map((quotation) => shown(marked.text, quotation.form, quotation.content)),
    expected(marked),
  );
  const [first] = found.quotations;
  if (first) {
    checkCue(marked, first.cue?.span, loose);
    checkSource(marked, first.source);
    if (speaker !== undefined) assert.equal(namesOf(first.speakers, layer), speaker === '-' ? '' : speaker);
  }
  const refused = marked.spans
    .filter(({ tag }) => tag === 'x')
    .map(({ start, end }) => marked.text.slice(start, end));
  if (refused.length > 0)
    assert.deepEqual(
      found.refused.map(({ span }) => marked.text.slice(span.start, span.end)),
      refused,
    );
}

function shown(
  text: string,
  form: string,
  content: readonly { readonly start: number; readonly end: number }[],
): string {
  return `${form}: ${content.map(({ start, end }) => text.slice(start, end)).join(' | ')}`;
}

/** The quotations that the markup tells, in text order. */
function expected({ text, spans }: MarkedCase): string[] {
  const parts = new Map<string, { form: string; content: { start: number; end: number }[] }>();
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const form = forms[span.tag[0] as keyof typeof forms];
    if (!form) continue;
    const known = parts.get(span.tag) ?? { form, content: [] };
    known.content.push(span);
    parts.set(span.tag, known);
  }
  return [...parts.values()].map(({ form, content }) => shown(text, form, content));
}

function checkCue(
  { text, spans }: MarkedCase,
  cue: { start: number; end: number } | undefined,
  loose: boolean,
): void {
  const marked = spans.find(({ tag }) => tag === 'c');
  if (!marked) return;
  assert.ok(cue, 'no words of saying');
  if (loose) assert.ok(cue.start < marked.end && marked.start < cue.end, text.slice(cue.start, cue.end));
  else assert.equal(text.slice(cue.start, cue.end), text.slice(marked.start, marked.end));
}

function checkSource({ text, spans }: MarkedCase, source: { start: number; end: number } | undefined): void {
  const marked = spans.find(({ tag }) => tag === 's');
  if (!marked) return;
  assert.ok(source, 'no speaking mention');
  assert.ok(source.start < marked.end && marked.start < source.end, text.slice(source.start, source.end));
}

function namesOf(keys: readonly string[], layer: EntityLayer): string {
  return keys.map((key) => layer.entities.find((entity) => entity.key === key)?.name).join(' et ');
}

function analyse({ text, spans }: MarkedCase): { found: QuotationLayer; layer: EntityLayer } {
  const article = createArticle(text);
  const blocks = article.blocks.map((block) => {
    const tokens = tokenize(block.text);
    return { block, tokens, sentences: splitSentences(tokens) };
  });
  const analyzed: AnalyzedArticle = {
    article,
    blocks,
    names: blocks.map(() => []),
    times: blocks.map(() => []),
  };
  const mentions = spans
    .filter(({ tag }) => entityTypes[tag] !== undefined)
    .map(({ tag, start, end }): MentionSuggestion => ({
      span: { start, end },
      type: entityTypes[tag] as EntityType,
      form: 'name',
      confidence: 0.99,
      why: [],
    }))
    .sort((a, b) => a.span.start - b.span.start);
  const layer = runSteps(groupMentions(analyzed, mentions, genderOf));
  return { found: runSteps(quotations(analyzed, layer, {})), layer };
}

function genderOf(givenName: string): 'feminine' | 'masculine' | undefined {
  if (/^(?:Anne|Lise)$/u.test(givenName)) return 'feminine';
  return /^(?:Paul|Hugo|Luc|Karl|Amadou|Igor)$/u.test(givenName) ? 'masculine' : undefined;
}
