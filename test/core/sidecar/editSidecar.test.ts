import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlainMap } from '../../../src/core/annotation/plain';
import type { AnnotationRecord, EntityRecord } from '../../../src/core/annotation/record';
import { editSidecar, type SidecarChange } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { idOf } from '../../../src/core/sidecar/recordSteps';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import type { Sidecar } from '../../../src/core/sidecar/sidecar';
import { fieldsOf } from '../../../src/core/sidecar/writeRecord';
import { change } from './arbitrary';

const file = `# a comment
version: 1 # one
article:   a.txt
language: fr

entities:

  # the minister
  - type: person   # reordered by hand
    id: e-1
    name: 'Abdoulaye Diop'
    mine: {kept: yes}


annotations:

  - id: a1
    kind: mention
    type: person
    exact: "Diop"
    prefix: "M. "
    entity: e-1
    status: confirmed

  # about the next one
  - id: a2
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons"   # first
        prefix: "« "
      # between
      - {exact: "jusqu'au bout", suffix: " »"}
    cue: {exact: "a dit"}   # near
    speakers: [e-1]
    status: suggested
    folded: >-
      kept as
      it is
`;

const apply = (source: string, ...changes: readonly SidecarChange[]): string => {
  const result = editSidecar(parseSidecar(source), changes);
  assert.ok('source' in result, JSON.stringify(result));
  return result.source;
};
const recordOf = (source: string, id: string) => {
  const { annotations, entities } = parseSidecar(source);
  return [...annotations, ...entities].find((record) => record.id === id) as AnnotationRecord & EntityRecord;
};
const lineDiff = (before: string, after: string) => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
};

describe('editSidecar', () => {
  it('reads the file of these tests without a problem', () => {
    assert.deepEqual(parseSidecar(file).problems, []);
  });

  const cases: [name: string, change: (source: string) => SidecarChange, gone: string[], come: string[]][] = [
    [
      'a status',
      (s) => ({ kind: 'update', record: { ...recordOf(s, 'a1'), status: 'rejected' } }),
      ['    status: confirmed'],
      ['    status: rejected'],
    ],
    [
      'a field that was not there, in its place',
      () => ({ kind: 'set', id: 'a1', fields: { scope: 'type' } }),
      [],
      ['    scope: type'],
    ],
    [
      'a field removed',
      () => ({ kind: 'set', id: 'a1', fields: { entity: undefined } }),
      ['    entity: e-1'],
      [],
    ],
    [
      'words of the second part, written as a flow map',
      (s) => {
        const quotation = recordOf(s, 'a2');
        const content = [
          quotation.kind === 'quotation' && quotation.content[0],
          { exact: 'au bout', suffix: ' »' },
        ];
        return { kind: 'set', id: 'a2', fields: { content: content as unknown as PlainMap[] } };
      },
      [`      - {exact: "jusqu'au bout", suffix: " »"}`],
      ['      - {exact: "au bout", suffix: " »"}'],
    ],
    [
      'a list written on one line',
      () => ({ kind: 'set', id: 'a2', fields: { speakers: ['e-1', 'e-2'] } }),
      ['    speakers: [e-1]'],
      ['    speakers: [e-1, e-2]'],
    ],
    ['nothing', (s) => ({ kind: 'update', record: recordOf(s, 'a2') }), [], []],
  ];
  for (const [name, make, gone, come] of cases)
    it(`changes no other line: ${name}`, () => {
      const now = apply(file, make(file));
      assert.deepEqual(lineDiff(file, now), { gone, come });
      assert.deepEqual(parseSidecar(now).problems, []);
    });

  it('keeps the comment of a first field that goes', () => {
    const now = apply(file, { kind: 'set', id: 'e-1', fields: { type: undefined } });
    assert.match(now, / {2}- +# reordered by hand\n {4}id: e-1\n/);
    assert.equal(parseSidecar(now).sections[0]?.records[0]?.id, 'e-1');
  });

  it('puts a new record behind its predecessor, with a blank line, before what follows', () => {
    const record: AnnotationRecord = {
      id: 'a9',
      kind: 'mention',
      type: 'date',
      status: 'confirmed',
      selector: { exact: 'No' },
    };
    const now = apply(file, { kind: 'addAnnotation', record, after: 'a1' });
    const added = '\n\n  - id: a9\n    kind: mention\n    type: date\n    exact: "No"\n    status: confirmed';
    const at = file.indexOf('\n\n  # about the next one');
    assert.equal(now, file.slice(0, at) + added + file.slice(at));
  });

  it('keeps CRLF line ends and a byte order mark', () => {
    const source = `\ufeff${file.replace(/\n/g, '\r\n')}`;
    const now = apply(source, { kind: 'set', id: 'a1', fields: { scope: 'span', note: 'b' } });
    assert.equal(now.replace(/\r\n/g, '').includes('\n'), false);
    assert.equal(now.startsWith('\ufeff'), true);
    assert.deepEqual(parseSidecar(now).problems, []);
  });

  const refused: [name: string, source: string, changes: SidecarChange[], code: string][] = [
    ['an unknown id', file, [{ kind: 'remove', id: 'zz' }], 'sidecar-no-record'],
    [
      'an id that is there',
      file,
      [{ kind: 'addEntity', record: { id: 'a1', type: 'person', name: 'x' } }],
      'sidecar-duplicate-id',
    ],
    ['a newer version', file.replace('version: 1', 'version: 2'), [], 'sidecar-read-only'],
    ['YAML that is not understood', `${file}\n  bad: "`, [], 'sidecar-read-only'],
    ['conflict markers', `${file}<<<<<<< ours\n`, [], 'sidecar-read-only'],
  ];
  for (const [name, source, changes, code] of refused)
    it(`refuses ${name}`, () => {
      const result = editSidecar(parseSidecar(source), changes);
      assert.equal('problem' in result && result.problem.code, code);
    });

  it('edits as the model says, and touches no line of other records', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.constantFrom(file, newSidecar('a.txt', 'fr')),
        (changes, start) => {
          let source = start;
          for (const one of changes) {
            const before = parseSidecar(source);
            const result = editSidecar(before, [one]);
            if ('problem' in result) continue;
            const after = parseSidecar(result.source);
            assert.deepEqual(after.problems, [], result.source);
            assert.deepEqual(fieldsById(after), expected(before, one), result.source);
            for (const record of untouched(before, one)) assert.ok(result.source.includes(record), record);
            source = result.source;
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  it('makes all changes at once as one after the other', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const fitting: SidecarChange[] = [];
        let source = file;
        for (const one of changes) {
          const result = editSidecar(parseSidecar(source), [one]);
          if ('problem' in result) continue;
          // A record that is removed and added again is a new one, and goes elsewhere.
          fitting.push(one);
          source = result.source;
        }
        const together = editSidecar(parseSidecar(file), fitting);
        if ('problem' in together) assert.equal(together.problem.code, 'sidecar-duplicate-id');
        else assert.deepEqual(fieldsById(parseSidecar(together.source)), fieldsById(parseSidecar(source)));
      }),
      { numRuns: 10 },
    );
  });
});

type Fields = Map<string, PlainMap>;

function fieldsById(sidecar: Sidecar): Fields {
  const records = sidecar.sections.flatMap((section) => section.records);
  const entries = records.map(
    (record) =>
      [record.id as string, Object.fromEntries(record.fields.map(({ key, value }) => [key, value]))] as const,
  );
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The records' fields after the change, by the meaning of changes alone. */
function expected(before: Sidecar, one: SidecarChange): Fields {
  const fields = fieldsById(before);
  const id = idOf(one);
  const old = fields.get(id) ?? {};
  if (one.kind === 'remove') fields.delete(id);
  else if (one.kind === 'set') fields.set(id, defined({ ...old, ...one.fields }));
  else if (one.kind === 'restore') fields.set(id, one.fields);
  else fields.set(id, { ...unknownOf(old), ...fieldsOf(one.record) });
  return new Map([...fields].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function defined(fields: Record<string, unknown>): PlainMap {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as PlainMap;
}

function unknownOf(fields: PlainMap): PlainMap {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => ['house', 'mine', 'folded'].includes(key)),
  );
}

function untouched(before: Sidecar, one: SidecarChange): readonly string[] {
  const id = idOf(one);
  const records = before.sections.flatMap((section) => section.records).filter((record) => record.id !== id);
  return records.map(({ span }) => before.source.slice(span.start, span.end));
}
