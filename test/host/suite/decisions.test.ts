import { assert } from 'chai';
import { commands, type TextDocument, Uri, workspace } from 'vscode';

import { articleSidecarText } from './sidecarText';
import { analysed, mentionOf, put, read, show, type, until } from './support';
import { targetArgument } from '../../../src/vscode/targets';
import type { ArticleSession } from '../../../src/vscode/articleSession';

const text =
  'Un rapport date du 24 septembre 2025. Un autre suit le 3 octobre 2025, un dernier le 24 septembre 2025 encore.\n';

function sidecarOf({ uri }: TextDocument): Uri {
  return uri.with({ path: `${uri.path}.annotations.yaml` });
}

async function open(name: string, content = text): Promise<ArticleSession> {
  const { document } = await show(await put(name, content));
  return analysed(document);
}

async function run(command: string, session: ArticleSession, words: string): Promise<void> {
  const mention = mentionOf(session, words);
  assert.isDefined(mention, words);
  await commands.executeCommand(command, targetArgument(session, mention));
}

describe('decisions', () => {
  it('confirmed and rejected mentions are in the sidecar, and the same when the article is opened again', async () => {
    const session = await open('decisions.article');
    await run('verbatim.confirm', session, '3 octobre 2025');
    await run('verbatim.reject', session, '24 septembre 2025');
    const sidecar = sidecarOf(session.document);
    const written = await read(sidecar);
    assert.include(written, 'exact: "3 octobre 2025"');
    assert.match(written ?? '', /status: confirmed/);
    assert.match(written ?? '', /status: rejected/);

    await commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await analysed((await show(session.document.uri)).document);
    await until('the decisions to be shown', () =>
      mentionOf(again, '3 octobre 2025')?.status === 'confirmed' ? true : undefined,
    );
    assert.lengthOf(again.view.rejected, 1);
    assert.equal(
      again.view.mentions.filter(({ span }) => span.start < 40).length,
      0,
      'the rejected one stays hidden',
    );
    assert.equal(
      mentionOf(again, '24 septembre 2025')?.status,
      'suggested',
      'its other place is another decision',
    );
    assert.equal(await read(sidecar), written);
  });

  it('decisions made quickly stand in the order of the text', async () => {
    const session = await open('quick.article');
    const last = mentionOf(session, '24 septembre 2025', 1);
    assert.isDefined(last);
    await Promise.all([
      commands.executeCommand('verbatim.confirm', targetArgument(session, last)),
      run('verbatim.confirm', session, '3 octobre 2025'),
      run('verbatim.confirm', session, '24 septembre 2025'),
    ]);
    const written = await until('all three', async () => {
      const text = await read(sidecarOf(session.document));
      return text?.match(/status: confirmed/g)?.length === 3 ? text : undefined;
    });
    const words = [...written.matchAll(/exact: "(.*)"\n {4}prefix: "(.*)"/g)].map(
      ([, exact, prefix]) => `${prefix}${exact}`,
    );
    const places = words.map((each) => session.document.getText().indexOf(each));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('a decision stays at its words while the text changes around them', async () => {
    const session = await open('typing.article');
    await run('verbatim.confirm', session, '3 octobre 2025');
    await type(session.document, 0, 'Paris. ');
    assert.equal(mentionOf(session, '3 octobre 2025')?.status, 'confirmed');
    await analysed(session.document);
    assert.equal(mentionOf(session, '3 octobre 2025')?.status, 'confirmed');
    await session.document.save();
  });

  it('a change of the sidecar on the disk is taken over', async () => {
    const session = await open('disk.article');
    await put(
      'disk.article.annotations.yaml',
      articleSidecarText('disk.article', '3 octobre 2025', 'rejected'),
    );
    await until('the rejection to be seen', () => (session.view.rejected.length === 1 ? true : undefined));
    assert.isUndefined(mentionOf(session, '3 octobre 2025'));
  });

  it('a decision goes through the open buffer when that has unsaved changes', async () => {
    const session = await open('buffer.article');
    const uri = await put(
      'buffer.article.annotations.yaml',
      articleSidecarText('buffer.article', '3 octobre 2025', 'confirmed'),
    );
    const buffer = await workspace.openTextDocument(uri);
    await type(buffer, 0, '# à relire\n');
    await until('the buffer to be read', () =>
      session.view.mentions.some(({ status }) => status === 'confirmed') ? true : undefined,
    );
    await run('verbatim.confirm', session, '24 septembre 2025');
    assert.isTrue(buffer.isDirty);
    assert.include(buffer.getText(), '# à relire');
    assert.include(buffer.getText(), 'exact: "24 septembre 2025"');
    assert.notInclude(await read(uri), 'exact: "24 septembre 2025"');
    await buffer.save();
  });

  it('a file that was not understood is never written over, and the decision is kept', async () => {
    const broken = 'version: 1\nannotations:\n  - id: [\n';
    const session = await open('broken.article');
    const uri = await put('broken.article.annotations.yaml', broken);
    await until('the file to be read', () =>
      session.sidecar.current.problems.length > 0 ? true : undefined,
    );
    // The notification waits for an answer, so the command is not awaited.
    void run('verbatim.confirm', session, '3 octobre 2025');
    await until('the refusal', () => session.sidecar.failure);
    assert.equal(session.sidecar.failure?.kind, 'notUnderstood');
    assert.lengthOf(session.sidecar.pending, 1);
    assert.equal(await read(uri), broken);
    await put('broken.article.annotations.yaml', 'version: 1\nannotations: []\n');
    await until('the repaired file to be read', () =>
      session.sidecar.current.problems.length === 0 ? true : undefined,
    );
    await commands.executeCommand('verbatim.savePending');
    assert.include(await read(uri), 'exact: "3 octobre 2025"');
    assert.lengthOf(session.sidecar.pending, 0);
  });

  it('decisions on an article that was never saved are kept until it is', async () => {
    const document = await workspace.openTextDocument({ language: 'press-article', content: text });
    const session = await analysed(document);
    await run('verbatim.confirm', session, '3 octobre 2025');
    assert.equal(mentionOf(session, '3 octobre 2025')?.status, 'confirmed');
    // What "Save As" does: the file gets the text, and opens while the untitled document goes.
    const saved = await open('was-untitled.article');
    await until('the decisions to come along', async () => read(sidecarOf(saved.document)));
    assert.equal(mentionOf(saved, '3 octobre 2025')?.status, 'confirmed');
  });

  it('all suggestions can be written, as suggestions', async () => {
    const session = await open('export.article');
    await show(session.document.uri);
    await commands.executeCommand('verbatim.exportSuggestions');
    const written = await read(sidecarOf(session.document));
    assert.equal(written?.match(/status: suggested/g)?.length, 3);
  });

  it('two editors of one article show one session', async () => {
    const session = await open('twice.article');
    await commands.executeCommand('workbench.action.splitEditor');
    await run('verbatim.confirm', session, '3 octobre 2025');
    assert.equal(await analysed(session.document), session);
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });
});
