import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Chain } from '../../../src/core/analysis/ner/chain';
import {
  insideTransition,
  labelCount,
  outside,
  startTransition,
  transitionCount,
} from '../../../src/core/analysis/ner/labels';

/** Every labelling of `length` tokens that the chain allows, with its score. */
function enumerate(
  scores: readonly number[],
  transitions: readonly number[],
  length: number,
): [number[], number][] {
  let paths: [number[], number][] = [[[], 0]];
  for (let i = 0; i <= length; i++) {
    paths = paths.flatMap(([labels, score]) => {
      const options = i < length ? Array.from({ length: labelCount }, (_, label) => label) : [outside];
      return options.flatMap((label): [number[], number][] => {
        const step = transition(labels.at(-1) ?? outside, label);
        if (step === undefined) return [];
        const emission = i < length ? (scores[i * labelCount + label] as number) : 0;
        return [[[...labels, label], score + (transitions[step] as number) + emission]];
      });
    });
  }
  return paths;
}

function transition(before: number, label: number): number | undefined {
  const [placeBefore, place] = [(before - 1) & 3, (label - 1) & 3];
  const [typeBefore, type] = [(before - 1) >> 2, (label - 1) >> 2];
  const open = before !== outside && placeBefore < 2;
  const inside = label !== outside && (place === 1 || place === 2);
  if (open !== inside) return undefined;
  if (inside) return typeBefore === type ? insideTransition(type, placeBefore * 2 + place - 1) : undefined;
  return startTransition(
    before === outside ? 0 : typeBefore + 1,
    label === outside ? 0 : 1 + 2 * type + (place === 3 ? 1 : 0),
  );
}

const length = 3;

function randomChain(): fc.Arbitrary<{ scores: number[]; transitions: number[] }> {
  const value = fc.double({ min: -4, max: 4, noNaN: true });
  return fc.record({
    scores: fc.array(value, { minLength: length * labelCount, maxLength: length * labelCount }),
    transitions: fc.array(value, { minLength: transitionCount, maxLength: transitionCount }),
  });
}

function runChain({ scores, transitions }: { scores: number[]; transitions: number[] }): Chain {
  const chain = new Chain();
  chain.setTransitions(transitions);
  chain.reset(length);
  chain.scores.set(scores);
  chain.run();
  return chain;
}

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6 * (1 + Math.abs(expected)), `${actual} is not ${expected}`);
}

describe('linear chain', () => {
  it('agrees with the sum over all labellings', () => {
    fc.assert(
      fc.property(randomChain(), (input) => {
        const chain = runChain(input);
        const paths = enumerate(input.scores, input.transitions, length);
        const total = paths.reduce((sum, [, score]) => sum + Math.exp(score), 0);
        close(chain.logTotal, Math.log(total));
        const share = (test: (labels: readonly number[]) => boolean) =>
          paths.reduce((sum, [labels, score]) => (test(labels) ? sum + Math.exp(score) : sum), 0) / total;
        close(
          chain.marginal(1, outside),
          share((labels) => labels[1] === outside),
        );
        close(
          chain.marginal(2, 4),
          share((labels) => labels[2] === 4),
        );
        const names = new Map<string, number>();
        chain.eachName(0, (type, from, to, probability) => names.set(`${type} ${from} ${to}`, probability));
        close(
          names.get('0 0 0') as number,
          share((labels) => labels[0] === 4),
        );
        close(
          names.get('1 1 2') as number,
          share((labels) => labels[1] === 5 && labels[2] === 7),
        );
        close(
          names.get('2 0 2') as number,
          share((labels) => labels[0] === 9 && labels[2] === 11),
        );
        const expected = new Float64Array(transitionCount);
        chain.addTransitions(expected);
        const outsideTwice = paths.reduce((sum, [labels, score]) => {
          const steps = [outside, ...labels].filter(
            (label, i, all) => i > 0 && label === outside && all[i - 1] === outside,
          );
          return sum + steps.length * Math.exp(score);
        }, 0);
        close(expected[startTransition(0, 0)] as number, outsideTwice / total);
      }),
      { numRuns: 25 },
    );
  });
});
