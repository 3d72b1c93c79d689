import assert from 'node:assert/strict';
import { draftQuotations } from '../../../src/core/analysis/quotation/drafts';
import { pairMarks } from '../../../src/core/analysis/quotation/marks';
import { createPassage, type Passage } from '../../../src/core/analysis/quotation/passage';
import { quotationModel } from '../../../src/core/analysis/quotation/weights';
import { createArticle } from '../../../src/core/text/article';
import { splitSentences } from '../../../src/core/text/sentences';
import { tokenize } from '../../../src/core/text/tokens';
import { hostileTexts } from '../../../src/tools/bench/quotation/hostileTexts';

// A look at a word or its class is what the stage does most; a block holds 5,000 units at most, so two sizes below show the growth.
const [small, large] = [1_200, 2_400];

describe('words that the quotation stage looks at', function () {
  // Counting slows each look down.
  this.timeout(20_000);
  for (const [name, make] of hostileTexts) {
    it(`grow with the text: ${name}`, () => {
      const [few, many] = [looksAt(make(small)), looksAt(make(large))];
      assert.ok(many <= 2.8 * few + 20_000, `${few} looks at ${small} units, ${many} at ${large}`);
      assert.ok(many < 1_000 * large, `${many} looks at ${large} units`);
    });
  }
});

function looksAt(text: string): number {
  const counter = { looks: 0 };
  for (const [index, block] of createArticle(text).blocks.entries()) {
    const tokens = tokenize(block.text);
    const tokenized = { block, tokens, sentences: splitSentences(tokens) };
    const passage = createPassage(index, tokenized, pairMarks(block.text), []);
    draftQuotations(counted(passage, counter), quotationModel);
  }
  return counter.looks;
}

function counted(passage: Passage, counter: { looks: number }): Passage {
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key) {
        counter.looks++;
        const value: unknown = Reflect.get(object, key, object);
        return typeof value === 'function' ? (value.bind(object) as unknown) : value;
      },
    });
  return {
    ...passage,
    words: watch(passage.words),
    flags: watch(passage.flags),
    inside: watch(passage.inside),
  };
}
