import { assert } from 'chai';
import { commands, Uri } from 'vscode';

import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { targetArgument } from '../../../src/vscode/targets';
import type { ArticleSession } from '../../../src/vscode/articleSession';
import { analysed, mentionOf, put, read, show, type, until } from './support';

const text = 'Un rapport date du 24 septembre 2025. Un autre suit le 3 octobre 2025.\n';

async function open(name: string): Promise<ArticleSession> {
  const { document } = await show(await put(name, text));
  return analysed(document);
}

async function run(command: string, session: ArticleSession, words: string): Promise<void> {
  const mention = mentionOf(session, words);
  assert.isDefined(mention, words);
  await commands.executeCommand(command, targetArgument(session, mention));
}

const undo = () => commands.executeCommand('verbatim.undoDecision');
const redo = () => commands.executeCommand('verbatim.redoDecision');

function sidecarOf({ document: { uri } }: ArticleSession): Uri {
  return uri.with({ path: `${uri.path}.annotations.yaml` });
}

describe('undoing decisions', () => {
  it('takes back kinds of decisions in the order in which they were made, and makes them again', async () => {
    const session = await open('undo.article');
    await run('verbatim.confirm', session, '3 octobre 2025');
    await run('verbatim.reject', session, '24 septembre 2025');
    const written = parseSidecar((await read(sidecarOf(session))) ?? '').annotations;
    await undo();
    assert.equal(mentionOf(session, '24 septembre 2025')?.status, 'suggested');
    assert.equal(mentionOf(session, '3 octobre 2025')?.status, 'confirmed');
    await undo();
    assert.equal(mentionOf(session, '3 octobre 2025')?.status, 'suggested');
    assert.notInclude(await read(sidecarOf(session)), 'exact');
    await redo();
    await redo();
    assert.deepEqual(parseSidecar((await read(sidecarOf(session))) ?? '').annotations, written);
  });

  it('works after the text was edited and saved, and after the article was closed', async () => {
    const session = await open('undo-saved.article');
    await run('verbatim.confirm', session, '3 octobre 2025');
    const before = await read(sidecarOf(session));
    await type(session.document, text.indexOf(' octobre'), ' ou 4');
    await session.document.save();
    await until('the new words', async () =>
      (await read(sidecarOf(session))) !== before ? true : undefined,
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await analysed((await show(session.document.uri)).document);
    await until('the decision', () =>
      mentionOf(again, '3 ou 4 octobre 2025')?.status === 'confirmed' ? true : undefined,
    );
    await undo();
    assert.deepEqual(parseSidecar((await read(sidecarOf(again))) ?? '').annotations, []);
  });

  it('leaves what somebody else changed since', async () => {
    const session = await open('undo-changed.article');
    await run('verbatim.confirm', session, '3 octobre 2025');
    const theirs = (await read(sidecarOf(session)))?.replace('status: confirmed', 'status: rejected') ?? '';
    await put('undo-changed.article.annotations.yaml', theirs);
    await undo();
    assert.equal(await read(sidecarOf(session)), theirs);
  });
});
