import assert from 'node:assert/strict';

import type { CancellationToken } from 'vscode';

import { runSteps } from '../../../src/core/util/steps';
import { readKept, writeKept } from '../../../src/vscode/folder/keptSidecars';
import {
  type KeptSidecar,
  readSidecars,
  type SidecarFilesPort,
} from '../../../src/vscode/folder/readSidecars';

function sidecar(words: string): string {
  return `version: 1\nannotations:\n\n  - id: m1abcdefg\n    kind: mention\n    type: person\n    exact: "${words}"\n    status: confirmed\n`;
}

/** Files in memory that tell what was read of them. */
class Files implements SidecarFilesPort {
  readonly read: SidecarFilesPort['read'];
  readonly wasRead: string[] = [];
  readonly #texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = new Map(Object.entries(texts));
    this.read = (key) => {
      this.wasRead.push(key);
      return Promise.resolve(this.#texts.get(key));
    };
  }

  stat(key: string) {
    const text = this.#texts.get(key);
    return Promise.resolve(text === undefined ? undefined : { mtime: text.length, size: text.length });
  }
}

function stopper(): { token: CancellationToken; stop(): void } {
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  return { token, stop: () => (token.isCancellationRequested = true) };
}

async function readAll(files: Files, keys: readonly string[], known = new Map<string, KeptSidecar>()) {
  const taken = new Map<string, KeptSidecar | undefined>();
  const done = await readSidecars(keys, known, files, (key, kept) => taken.set(key, kept), stopper().token);
  return { taken, done };
}

describe('reading the sidecars of a folder', () => {
  it('tells what each says, and of those that cannot be read that nothing is known', async () => {
    const files = new Files({ a: sidecar('Awa'), b: sidecar('Luc'), big: 'x'.repeat(2_000_000) });
    const { taken, done } = await readAll(files, ['a', 'b', 'gone', 'big']);
    assert.equal(done, 4);
    assert.deepEqual(taken.get('b')?.summary.forms, [{ form: 'Luc', type: 'person', decision: 'confirmed' }]);
    assert.equal(taken.get('a')?.summary.counts?.confirmed, 1);
    assert.deepEqual([taken.get('gone'), taken.get('big')], [undefined, undefined]);
  });

  it('reads again only what has changed, or what an earlier version summed up', async () => {
    const first = await readAll(new Files({ a: sidecar('Awa'), b: sidecar('Luc'), c: sidecar('Zoé') }), [
      'a',
      'b',
      'c',
    ]);
    const known = runSteps(readKept(runSteps(writeKept(first.taken as Map<string, KeptSidecar>))));
    assert.deepEqual([...known].sort(), [...first.taken].sort());
    const c = known.get('c');
    assert.ok(c);
    known.set('c', { ...c, summary: { forms: [] } });
    const files = new Files({ a: sidecar('Awa'), b: sidecar('Lucien'), c: sidecar('Zoé') });
    const second = await readAll(files, ['a', 'b', 'c'], known);
    assert.deepEqual(files.wasRead.sort(), ['b', 'c']);
    assert.equal(second.taken.get('b')?.summary.forms[0]?.form, 'Lucien');
    assert.equal(second.taken.get('a'), known.get('a'));
  });

  it('stops soon when it is told to', async () => {
    const { token, stop } = stopper();
    const keys = Array.from({ length: 1000 }, (_, i) => `k${i}`);
    const files = new Files(Object.fromEntries(keys.map((key) => [key, sidecar(key)])));
    let taken = 0;
    const done = await readSidecars(
      keys,
      new Map(),
      files,
      () => {
        if (++taken === 20) stop();
      },
      token,
    );
    assert.ok(done < 40 && taken === done, String(done));
  });

  it('passes over lines of the cache that it cannot read', () => {
    const text = 'nonsense\n["a",1,2,{"forms":[]}]\n["b",1]\n{}\n["c",1,2,null]\n\n["d","x",2,{"forms":[]}]';
    assert.deepEqual([...runSteps(readKept(text)).keys()], ['a']);
  });
});
