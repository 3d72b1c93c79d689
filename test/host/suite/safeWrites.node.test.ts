import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { assert } from 'chai';
import { commands, Uri } from 'vscode';

import type { ArticleSession } from '../../../src/vscode/articleSession';
import { targetArgument } from '../../../src/vscode/targets';
import { articleSidecarText } from './sidecarText';
import { analysed, mentionOf, read, show, until } from './support';

const text = 'Un rapport date du 24 septembre 2025. Un autre suit le 3 octobre 2025.\n';

/** An article outside of the workspace, in a folder of its own. */
async function open(
  sidecar?: string,
): Promise<{ readonly session: ArticleSession; readonly folder: string; readonly path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-safe-'));
  const article = join(folder, 'a.article');
  writeFileSync(article, text);
  const path = `${article}.annotations.yaml`;
  if (sidecar !== undefined) writeFileSync(path, sidecar);
  const session = await analysed((await show(Uri.file(article))).document);
  return { session, folder, path };
}

function confirm(session: ArticleSession): Thenable<unknown> {
  const mention = mentionOf(session, '24 septembre 2025');
  assert.isDefined(mention);
  return commands.executeCommand('verbatim.confirm', targetArgument(session, mention));
}

const decided = articleSidecarText('a.article', '3 octobre 2025', 'confirmed');

describe('safe writes on a local disk', () => {
  it('keep the mode of the file, follow its link and leave no draft', async () => {
    const { session, folder, path } = await open();
    const real = join(folder, 'real.yaml');
    writeFileSync(real, decided);
    chmodSync(real, 0o640);
    symlinkSync(real, path);
    await session.sidecar.reload();
    await confirm(session);
    assert.include(await read(Uri.file(real)), 'exact: "24 septembre 2025"');
    assert.equal(statSync(real).mode & 0o777, 0o640);
    assert.isTrue(lstatSync(path).isSymbolicLink());
    assert.deepEqual(readdirSync(folder).sort(), ['a.article', 'a.article.annotations.yaml', 'real.yaml']);
  });

  it('leave a read-only file alone, and keep the decision until it can be written', async () => {
    const { session, path } = await open(decided);
    chmodSync(path, 0o440);
    void confirm(session);
    await until('the refusal', () => session.sidecar.failure);
    assert.equal(session.sidecar.failure?.kind, 'readOnly');
    assert.equal(await read(Uri.file(path)), decided);
    assert.equal(mentionOf(session, '24 septembre 2025')?.status, 'confirmed');
    chmodSync(path, 0o640);
    await commands.executeCommand('verbatim.savePending');
    assert.include(await read(Uri.file(path)), 'exact: "24 septembre 2025"');
    await commands.executeCommand('notifications.clearAll');
  });

  it('leave a file of a newer version alone', async () => {
    const newer = decided.replace('version: 1', 'version: 2');
    const { session, path } = await open(newer);
    void confirm(session);
    await until('the refusal', () => session.sidecar.failure);
    assert.equal(session.sidecar.failure?.problem?.code, 'sidecar-newer-version');
    assert.equal(await read(Uri.file(path)), newer);
    await commands.executeCommand('notifications.clearAll');
  });

  it('keep a decision whose file would have too long a name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-safe-'));
    const article = join(folder, `${'a'.repeat(240)}.article`);
    writeFileSync(article, text);
    const session = await analysed((await show(Uri.file(article))).document);
    void confirm(session);
    await until('the refusal', () => session.sidecar.failure);
    assert.equal(session.sidecar.failure?.kind, 'nameTooLong');
    assert.lengthOf(session.sidecar.pending, 1);
    assert.equal(mentionOf(session, '24 septembre 2025')?.status, 'confirmed');
    assert.lengthOf(readdirSync(folder), 1);
    await commands.executeCommand('notifications.clearAll');
  });

  it('leave bytes that are not UTF-8 alone', async () => {
    const { session, path } = await open();
    const bytes = Buffer.from([...Buffer.from(decided), 0xe9, 0x0a]);
    writeFileSync(path, bytes);
    void confirm(session);
    await until('the refusal', () => session.sidecar.failure);
    assert.equal(session.sidecar.failure?.kind, 'notUtf8');
    await commands.executeCommand('notifications.clearAll');
  });

  it('see a change of a file outside of the workspace', async () => {
    const { session, path } = await open();
    // Watching begins some time after it was asked for.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    writeFileSync(path, decided);
    await until('the decision', () =>
      mentionOf(session, '3 octobre 2025')?.status === 'confirmed' ? true : undefined,
    );
  });

  it('keep the decisions of somebody who wrote at the same time', async () => {
    const { session, path } = await open();
    const deciding = confirm(session);
    writeFileSync(path, decided);
    await deciding;
    await until('both decisions', async () => {
      const written = await read(Uri.file(path));
      return written?.includes('3 octobre 2025') === true && written.includes('exact: "24 septembre 2025"')
        ? true
        : undefined;
    });
  });

  it('a decision that could not be written is made when the article is opened again', async () => {
    const { session, path } = await open('version: 1\nannotations: [\n');
    void confirm(session);
    await until('the refusal', () => session.sidecar.failure);
    await commands.executeCommand('notifications.clearAll');
    await show(session.document.uri);
    // VS Code keeps a document for minutes after its last editor is gone, so the session is ended otherwise.
    await commands.executeCommand('verbatim.turnOff');
    await until('the session to end', () =>
      session.sidecar.token.isCancellationRequested ? true : undefined,
    );
    writeFileSync(path, decided);
    const turnedOn = commands.executeCommand('verbatim.turnOn');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await turnedOn;
    const again = await analysed(session.document);
    await until('the decision', async () =>
      (await read(Uri.file(path)))?.includes('exact: "24 septembre 2025"') === true ? true : undefined,
    );
    await until('nothing to be pending', () => (again.sidecar.pending.length === 0 ? true : undefined));
  }).timeout(60_000);
});
