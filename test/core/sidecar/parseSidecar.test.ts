import assert from 'node:assert/strict';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { brokenFiles, brokenRecords } from './hostile';
import { mutated } from './mutate';

describe('parseSidecar', () => {
  for (const [name, source, code] of brokenFiles)
    it(`does not understand, and locks: ${name}`, () => {
      const { problems, readOnly } = parseSidecar(source);
      assert.equal(problems[0]?.code, code);
      assert.ok(readOnly !== undefined);
      assert.ok((problems[0]?.span?.end ?? 0) <= source.length);
    });

  for (const [name, source, code] of brokenRecords)
    it(`tells of, and leaves alone: ${name}`, () => {
      const { problems, readOnly } = parseSidecar(source);
      assert.equal(problems[0]?.code, code, JSON.stringify(problems));
      assert.equal(readOnly, undefined);
    });

  it('reads the other records of a file with a broken one', () => {
    const [, source] = brokenFiles.find(([name]) => name === 'a half-written string') ?? ['', '', ''];
    const before = '  - {id: m0, kind: mention, type: person, exact: "x", status: confirmed}\n';
    const { annotations } = parseSidecar(source.replace('annotations:\n\n', `annotations:\n\n${before}`));
    assert.deepEqual(
      annotations.map(({ id }) => id),
      ['m0'],
    );
  });

  it('takes what looks like a number or a truth value for words where words belong', () => {
    const file =
      'version: 1\nannotations:\n- id: m1\n  kind: mention\n  type: date\n  exact: 1989\n  prefix: No\n  status: confirmed\n';
    const [record] = parseSidecar(file).annotations;
    assert.deepEqual(record?.kind === 'mention' && record.selector, { exact: '1989', prefix: 'No' });
  });

  it('opens a newer major version for reading only, with what it understands', () => {
    const file = parseSidecar('version: 2.1\nentities:\n  - {id: e1, type: person, name: "x"}\n');
    assert.deepEqual(
      [file.readOnly, file.entities.length, file.problems[0]?.code],
      ['newerVersion', 1, 'sidecar-newer-version'],
    );
  });

  it('survives mutations of files, many in one process', () => {
    for (let seed = 0; seed < 100; seed++) {
      const source = mutated(seed);
      const { problems } = parseSidecar(source);
      for (const { span } of problems)
        assert.ok(!span || (span.start <= span.end && span.end <= source.length), source);
    }
  });
});
