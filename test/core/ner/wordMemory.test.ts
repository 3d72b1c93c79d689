import assert from 'node:assert/strict';

import { hashForm } from '../../../src/core/analysis/ner/hash';
import { noWord, unnumbered, WordMemory, wordRoom } from '../../../src/core/analysis/ner/wordMemory';

const kind = 1;

function number(memory: WordMemory, word: string, ofKind = kind, hash = hashForm(word)): number {
  return memory.numberOf(hash, `« ${word} »`, 2, 2 + word.length, ofKind);
}

describe('WordMemory', () => {
  it('gives a word one number, wherever it stands', () => {
    const memory = new WordMemory();
    const first = number(memory, 'Vannes');
    assert.equal(memory.numberOf(hashForm('Vannes'), 'Vannes', 0, 6, kind), first);
    assert.notEqual(first, noWord);
  });

  const pairs: readonly (readonly [name: string, other: (memory: WordMemory) => number])[] = [
    ['words of one hash', (memory) => number(memory, 'Rennes', kind, hashForm('Vannes'))],
    ['the beginning of a word', (memory) => number(memory, 'Vanne', kind, hashForm('Vannes'))],
    ['capitals', (memory) => number(memory, 'VANNES', kind, hashForm('Vannes'))],
    ['kinds of token', (memory) => number(memory, 'Vannes', kind + 1)],
  ];
  for (const [name, other] of pairs)
    it(`tells apart ${name}`, () => {
      const memory = new WordMemory();
      assert.notEqual(number(memory, 'Vannes'), other(memory));
    });

  it('numbers no more when it is full, keeps what it has, and starts anew at the next block', () => {
    const memory = new WordMemory();
    const first = number(memory, 'Vannes');
    for (let i = 0; i < wordRoom; i++) number(memory, `x${i}`);
    assert.equal(number(memory, 'Rennes'), unnumbered);
    assert.equal(number(memory, 'Vannes'), first);
    const { generation } = memory;
    memory.makeRoom();
    assert.equal(memory.generation, generation + 1);
    assert.notEqual(number(memory, 'Rennes'), unnumbered);
  });

  it('forgets nothing while there is room', () => {
    const memory = new WordMemory();
    const first = number(memory, 'Vannes');
    memory.makeRoom();
    assert.equal(memory.generation, 0);
    assert.equal(number(memory, 'Vannes'), first);
  });
});
