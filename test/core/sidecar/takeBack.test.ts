import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  type DecisionHistory,
  followed,
  noHistory,
  redone,
  remember,
  undone,
} from '../../../src/core/sidecar/decisionHistory';
import { editSidecar, type SidecarChange } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { fieldsOfRaw, recordSteps } from '../../../src/core/sidecar/recordSteps';
import { reversed, takeBack } from '../../../src/core/sidecar/takeBack';
import { change } from './arbitrary';

/** A sidecar with the history of what is decided in it. */
class Desk {
  source: string;
  history: DecisionHistory = noHistory;

  constructor(source = newSidecar('a.article', 'fr')) {
    this.source = source;
  }

  decide(...changes: readonly SidecarChange[]): void {
    this.history = remember(this.history, this.#steps(changes));
  }

  /** What the editor writes when an article is saved after edits. */
  refresh(...changes: readonly SidecarChange[]): void {
    this.history = followed(this.history, this.#steps(changes));
  }

  undo(): readonly string[] {
    const result = takeBack(parseSidecar(this.source), this.history.made.at(-1) ?? []);
    this.#edit(result.changes);
    this.history = undone(this.history, result.done.map(reversed));
    return result.left.map(({ id }) => id);
  }

  redo(): readonly string[] {
    const result = takeBack(parseSidecar(this.source), this.history.undone.at(-1) ?? []);
    this.#edit(result.changes);
    this.history = redone(this.history, result.done.map(reversed));
    return result.left.map(({ id }) => id);
  }

  get records(): unknown {
    const { sections } = parseSidecar(this.source);
    return sections.flatMap(({ records }) => records.map(fieldsOfRaw));
  }

  #steps(changes: readonly SidecarChange[]) {
    const before = parseSidecar(this.source);
    this.#edit(changes);
    return recordSteps(before, parseSidecar(this.source), changes);
  }

  #edit(changes: readonly SidecarChange[]): void {
    const edited = editSidecar(parseSidecar(this.source), changes);
    assert.ok('source' in edited, JSON.stringify(edited));
    this.source = edited.source;
  }
}

const mention = (id: string, exact: string, entity?: string): SidecarChange => ({
  kind: 'addAnnotation',
  record: {
    id,
    kind: 'mention',
    type: 'person',
    selector: { exact, prefix: 'de ', suffix: ' à' },
    status: 'confirmed',
    ...(entity !== undefined && { entity }),
  },
});

const entity = (id: string, name: string): SidecarChange => ({
  kind: 'addEntity',
  record: { id, type: 'person', name },
});

describe('taking decisions back', () => {
  it('an addition goes, with the entity that it brought along, and comes back', () => {
    const desk = new Desk();
    desk.decide(entity('e1', 'Jean Petit'), mention('a1', 'Jean Petit', 'e1'));
    const before = desk.source;
    assert.deepEqual(desk.undo(), []);
    assert.deepEqual(desk.records, []);
    assert.deepEqual(desk.redo(), []);
    assert.deepEqual(parseSidecar(desk.source).annotations, parseSidecar(before).annotations);
  });

  it('an entity stays while something else refers to it', () => {
    const desk = new Desk();
    desk.decide(entity('e1', 'Jean Petit'), mention('a1', 'Jean Petit', 'e1'));
    desk.refresh(mention('a2', 'Petit', 'e1'));
    assert.deepEqual(desk.undo(), []);
    const { annotations, entities } = parseSidecar(desk.source);
    assert.deepEqual([annotations.map(({ id }) => id), entities.map(({ id }) => id)], [['a2'], ['e1']]);
  });

  it('a record that somebody changed since stays, and is named', () => {
    const desk = new Desk();
    desk.decide(mention('a1', 'Jean Petit'), mention('a2', 'Petit'));
    desk.source = desk.source.replace(/(id: a1[\s\S]*?)confirmed/u, '$1rejected');
    assert.deepEqual(desk.undo(), ['a1']);
    assert.match(desk.source, /rejected/u);
    assert.doesNotMatch(desk.source, /id: a2/u);
  });

  it('of a change of fields only those fields count, and others keep what somebody wrote since', () => {
    const desk = new Desk();
    desk.refresh(mention('a1', 'Jean Petit'));
    desk.decide({ kind: 'set', id: 'a1', fields: { status: 'rejected', scope: 'span' } });
    desk.source = desk.source.replace('status: rejected', 'status: rejected\n    note: "à revoir"');
    assert.deepEqual(desk.undo(), []);
    assert.match(desk.source, /status: confirmed\n {4}note: "à revoir"/u);
    assert.doesNotMatch(desk.source, /scope/u);
  });

  it('what a save rewrites is not taken for somebody else’s change', () => {
    const desk = new Desk();
    desk.decide(mention('a1', 'Jean Petit'));
    desk.refresh({ kind: 'set', id: 'a1', fields: { prefix: 'chez ', suffix: undefined } });
    assert.deepEqual(desk.undo(), []);
    assert.deepEqual(desk.records, []);
    assert.deepEqual(desk.redo(), []);
    assert.match(desk.source, /prefix: "chez "/u);
  });

  it('a removed record comes back to its place, with the keys of its own', () => {
    const desk = new Desk();
    desk.refresh(mention('a1', 'Un'), mention('a3', 'Trois'));
    desk.source = desk.source.replace('status: confirmed', 'status: confirmed\n    maison: [1, deux]');
    const before = parseSidecar(desk.source);
    desk.decide({ kind: 'remove', id: 'a1' });
    desk.undo();
    assert.deepEqual(parseSidecar(desk.source).annotations, before.annotations);
    assert.match(desk.source, /maison:/u);
  });

  it('a new decision ends what could be redone; undoing nothing changes nothing', () => {
    const desk = new Desk();
    desk.decide(mention('a1', 'Un'));
    desk.undo();
    desk.decide(mention('a2', 'Deux'));
    const { source } = desk;
    desk.redo();
    assert.equal(desk.source, source);
    desk.undo();
    desk.undo();
    assert.deepEqual(desk.records, []);
  });

  // Removals may leave references to what an earlier decision added, which then has to stay.
  const decision = fc.array(
    change.filter(({ kind }) => kind !== 'remove'),
    { minLength: 1, maxLength: 3 },
  );

  it('law: undoing all decisions gives the records from before, redoing them those after', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 5 }), (decisions) => {
        const desk = new Desk();
        desk.refresh(entity('e-1', 'Un'), entity('e-2', 'Deux'), mention('a1', 'Un'));
        const before = desk.records;
        for (const changes of decisions) {
          const edited = editSidecar(parseSidecar(desk.source), changes);
          if ('source' in edited && parseSidecar(edited.source).problems.length === 0)
            desk.decide(...changes);
        }
        const after = desk.records;
        const count = desk.history.made.length;
        for (let i = 0; i < count; i++) assert.deepEqual(desk.undo(), []);
        assert.deepEqual(desk.records, before);
        for (let i = 0; i < count; i++) assert.deepEqual(desk.redo(), []);
        assert.deepEqual(desk.records, after);
      }),
      { numRuns: 25 },
    );
  });
});
