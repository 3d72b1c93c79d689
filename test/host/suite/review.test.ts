import { assert } from 'chai';
import { type CodeAction, commands, languages, Range, Selection, Uri, window, workspace } from 'vscode';

import { toReview } from '../../../src/core/view/review';
import type { ArticleSession } from '../../../src/vscode/articleSession';
import { analysed, put, read, show, type, until } from './support';

const text =
  'Le maire Jean-Baptiste Petitgrand a pris la parole hier soir. « Nous irons vraiment jusqu’au bout », a dit le maire à la presse.\n';

const decided = (name: string) => `version: 1
article: ${name}
language: fr

annotations:

  - id: m1
    kind: mention
    type: person
    exact: "Jean-Batiste Petitgrand"
    prefix: "Le maire "
    suffix: " a pris la parole hier soir. «"
    status: confirmed

  - id: q1
    kind: quotation
    form: direct
    content:
      - exact: "Nous irons jusqu’au bout"
        prefix: "la parole hier soir. « "
        suffix: " », a dit le maire"
    status: confirmed
    check:
      of:
        words: "Nous irons jusqu’au bout"
      verdict: accurate

  - id: m2
    kind: mention
    type: location
    exact: "Saint-Chély-d’Apcher"
    prefix: "sur la grand-place de "
    suffix: ", devant les élèves du lycée"
    status: confirmed
`;

function sidecarOf(session: ArticleSession): Uri {
  const { uri } = session.document;
  return uri.with({ path: `${uri.path}.annotations.yaml` });
}

function found(session: ArticleSession): readonly string[] {
  const items = toReview(session.placed, session.sidecar.current.entities);
  return items.map(({ reason, record }) => `${reason} ${record.id}`);
}

async function open(name: string): Promise<ArticleSession> {
  await put(`${name}.annotations.yaml`, decided(name));
  const session = await analysed((await show(await put(name, text))).document);
  await until('the decisions to be placed', () => (found(session).length === 3 ? true : undefined));
  return session;
}

const named = ({ document }: ArticleSession, record: string) => ({ uri: document.uri.toString(), record });

/** The tree and the quick fixes look a moment after the text has changed. */
async function warnings(session: ArticleSession, count: number): Promise<readonly string[]> {
  return until(`${count} warnings`, () => {
    const all = languages.getDiagnostics(session.document.uri).filter(({ code }) => code === 'stale-check');
    return all.length === count ? all.map(({ message }) => message) : undefined;
  });
}

describe('review', () => {
  it('finds what changed and what is lost, and warns of what was checked', async () => {
    const session = await open('review.article');
    assert.deepEqual(found(session), ['check q1', 'changed m1', 'lost m2']);
    const [message] = await warnings(session, 1);
    assert.include(message, 'accurate');
    assert.include(message, 'Nous irons jusqu’au bout');
  });

  it('accepts the words by a quick fix at them', async () => {
    const session = await open('accept.article');
    await warnings(session, 1);
    const at = session.document.positionAt(text.indexOf('Petitgrand'));
    const actions = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      session.document.uri,
      new Range(at, at),
    );
    const command = actions
      .map((each) => each.command)
      .find((each) => each?.command === 'verbatim.acceptWords');
    assert.isDefined(command);
    await commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    assert.include(await read(sidecarOf(session)), 'exact: "Jean-Baptiste Petitgrand"');
    await until('the rest', () => (found(session).join() === 'check q1,lost m2' ? true : undefined));
  });

  it('lets a check hold for the new words, and the warning goes', async () => {
    const session = await open('check.article');
    await warnings(session, 1);
    await commands.executeCommand('verbatim.renewCheck', named(session, 'q1'));
    const written = await read(sidecarOf(session));
    assert.include(written, 'words: "Nous irons vraiment jusqu’au bout"');
    await warnings(session, 0);
  });

  it('places lost words at the selection', async () => {
    const session = await open('place.article');
    await warnings(session, 1);
    const editor = await show(session.document.uri);
    const start = text.indexOf('la presse');
    editor.selection = new Selection(
      session.document.positionAt(start),
      session.document.positionAt(start + 'la presse'.length),
    );
    await commands.executeCommand('verbatim.replaceWords', named(session, 'm2'));
    assert.include(await read(sidecarOf(session)), 'exact: "la presse"');
    await until('the rest', () => (found(session).join() === 'check q1,changed m1' ? true : undefined));
  });

  it('sets aside without a word in the file, and deletes', async () => {
    const session = await open('aside.article');
    await warnings(session, 1);
    const before = await read(sidecarOf(session));
    await commands.executeCommand('verbatim.setAside', named(session, 'q1'));
    await warnings(session, 0);
    assert.equal(await read(sidecarOf(session)), before);
    await commands.executeCommand('verbatim.removeDecision', named(session, 'm2'));
    assert.notInclude(await read(sidecarOf(session)), 'm2');
  });

  it('finds what is edited and saved, with the first words kept', async () => {
    const session = await open('saved.article');
    await commands
      .executeCommand('verbatim.acceptWords', named(session, 'm1'))
      .then(undefined, () => undefined);
    await warnings(session, 1);
    await commands.executeCommand('verbatim.acceptWords', named(session, 'm1'));
    await type(session.document, text.indexOf('Petitgrand'), 'Saint-');
    await session.document.save();
    const written = await until('the words to be written', async () => {
      const source = await read(sidecarOf(session));
      return source?.includes('exact: "Jean-Baptiste Saint-Petitgrand"') === true ? source : undefined;
    });
    assert.match(written, /was:\n\s+exact: "Jean-Baptiste Petitgrand"/u);
    await until('it to be found', () => (found(session).includes('changed m1') ? true : undefined));
  });

  it('compares then and now in the diff editor', async () => {
    const session = await open('compare.article');
    await warnings(session, 1);
    await commands.executeCommand('verbatim.compareWords', named(session, 'q1'));
    // Those of other tests may not be closed yet.
    await until('the words then and now', () => {
      const shown = workspace.textDocuments.filter(({ uri }) => uri.scheme === 'verbatim-comparison');
      const texts = shown.map((document) => document.getText());
      const isThen = (each: string): boolean => each.includes('vraiment');
      return texts.some(isThen) && texts.some((each) => each !== '' && !isThen(each)) ? true : undefined;
    });
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

const base = decided('conflict.article');
const [ours, theirs] = ['confirmed', 'rejected\n    scope: span'].map((status) =>
  base.replace(
    'a pris la parole hier soir. «"\n    status: confirmed',
    `a pris la parole hier soir. «"\n    status: ${status}\n    note: "${status.slice(0, 3)}"`,
  ),
) as [string, string];

describe('a sidecar with conflict markers', () => {
  const source = `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

  async function conflicted(name: string): Promise<{ session: ArticleSession; sidecar: Uri }> {
    const sidecar = await put(`${name}.annotations.yaml`, source);
    const session = await analysed((await show(await put(name, text))).document);
    await until('the conflict', () => session.sidecar.conflicted);
    return { session, sidecar };
  }

  it('shows what both sides agree on', async () => {
    const { session } = await conflicted('agreed.article');
    await until('the quotation', () =>
      session.view.quotations.some(({ status }) => status === 'confirmed') ? true : undefined,
    );
    assert.isFalse(session.view.mentions.some(({ record }) => record === 'm1'));
    assert.equal(session.sidecar.current.readOnly, 'conflict');
  });

  it('is settled conflict by conflict, on the disk each time, and can be undone', async () => {
    const { session, sidecar } = await conflicted('settled.article');
    const conflicts = () => session.sidecar.conflicted?.result.conflicts ?? [];
    assert.lengthOf(conflicts(), 2);
    const take = async (command: string, unit: string) => {
      const conflict = conflicts().find((each) => each.kind === 'unit' && each.unit === unit);
      assert.isDefined(conflict, unit);
      await commands.executeCommand(command, { sidecar, conflict });
    };
    await take('verbatim.takeBoth', 'note');
    const first = await read(sidecar);
    assert.include(first, 'note: "con\\nrej"');
    assert.include(first, '<<<<<<< HEAD');
    await until('one conflict', () => (conflicts().length === 1 ? true : undefined));
    await take('verbatim.takeTheirs', 'decision');
    const last = await read(sidecar);
    assert.notInclude(last, '<<<<<<<');
    assert.match(last ?? '', /status: rejected/u);
    await until('no conflict', () => (session.sidecar.current.readOnly === undefined ? true : undefined));

    await window.showTextDocument(await workspace.openTextDocument(sidecar));
    await commands.executeCommand('undo');
    await until('the conflict to be back', () => (conflicts().length === 1 ? true : undefined));
    await commands.executeCommand('workbench.action.files.save');
    assert.equal(await read(sidecar), first);
  });

  it('takes a decision into both sides', async () => {
    const { session, sidecar } = await conflicted('decided.article');
    await commands
      .executeCommand('verbatim.renewCheck', named(session, 'q1'))
      .then(undefined, () => undefined);
    await warnings(session, 1);
    await commands.executeCommand('verbatim.renewCheck', named(session, 'q1'));
    const written = await read(sidecar);
    assert.include(written, '<<<<<<< HEAD');
    assert.lengthOf(written?.match(/words: "Nous irons vraiment jusqu’au bout"/gu) ?? [], 1);
    assert.isUndefined(session.sidecar.failure);
    assert.lengthOf(session.sidecar.pending, 0);
  });
});
