import { assert } from 'chai';
import { commands, Hover, Position, Range, type TextDocument, workspace, WorkspaceEdit } from 'vscode';

import { put, show, until, verbatim } from './support';

const sentence = 'Le 24 septembre 2025, « tout ira bien », a dit le maire. ';

const texts: readonly (readonly [name: string, content: string | Uint8Array, finds: boolean])[] = [
  ['vide', '', false],
  ['espaces', ' \u00a0\n\n\t\n', false],
  ['crlf', `Titre\r\n\r\n${sentence}\r\n`, true],
  ['cr', `Titre\r\r${sentence}\r`, true],
  ['bom', `\ufeff${sentence}\n`, true],
  ['emoji', `👩🏽‍🚀 ${sentence}🎉\n`, true],
  ['accents-combinants', `${sentence.normalize('NFD')}\n`, true],
  ['droite-a-gauche', `قال الوزير ${sentence}שלום\n`, true],
  ['octets', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x80, 0xc3, 0x28]), false],
  ['guillemets', '«'.repeat(5000), false],
];

describe('ugly texts', () => {
  for (const [name, content, finds] of texts)
    it(`${name}: opens, is analysed, and its spans are its words`, async () => {
      const { document } = await show(await put(`laid-${name}.article`, content));
      const session = await settled(document);
      const text = document.getText();
      const words = session.view.mentions.map(({ span }) =>
        text.slice(span.start, span.end).normalize('NFC'),
      );
      assert.equal(words.includes('24 septembre 2025'), finds);
      for (const { content: parts } of session.view.quotations)
        for (const { start, end } of parts) assert.isTrue(0 <= start && start < end && end <= text.length);
    });

  it('a lone surrogate and a NUL typed into an article', async () => {
    const { document } = await show(await put('laid-moitie.article', sentence));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), '\ud83d \0 ');
    await workspace.applyEdit(edit);
    const session = await settled(document);
    assert.isTrue(session.view.mentions.length > 0);
    await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, new Position(0, 8));
  });

  it('ten million characters: opens, is not analysed, and that is said', async () => {
    const { document } = await show(await put('laid-grand.article', `${sentence.repeat(20)}\n`.repeat(8800)));
    const session = await settled(document);
    assert.equal(session.state, 'tooLarge');
    await workspace.fs.delete(document.uri);
  }).timeout(60_000);

  it('one line of five million characters: opens, is not analysed', async () => {
    const { document } = await show(await put('laid-ligne.article', sentence.repeat(88_000)));
    const session = await settled(document);
    assert.equal(session.state, 'tooLarge');
    await workspace.fs.delete(document.uri);
  }).timeout(60_000);

  it('a text that grows too large and small again', async () => {
    const { document } = await show(await put('laid-croissant.article', sentence));
    const session = await settled(document);
    const grow = new WorkspaceEdit();
    grow.insert(document.uri, new Position(0, 0), `${sentence}\n`.repeat(36_000));
    await workspace.applyEdit(grow);
    assert.equal(session.state, 'tooLarge');
    const shrink = new WorkspaceEdit();
    shrink.delete(document.uri, new Range(new Position(0, 0), new Position(36_000, 0)));
    await workspace.applyEdit(shrink);
    await until('the analysis', () => (session.state === 'ready' ? true : undefined));
    assert.lengthOf(session.view.mentions, 1);
    await commands.executeCommand('workbench.action.files.revert');
  }).timeout(60_000);
});

async function settled(document: TextDocument) {
  const { sessions } = await verbatim();
  return until(
    `the session of ${document.uri.path}`,
    () => {
      const session = sessions.of(document);
      return session && session.state !== 'analysing' ? session : undefined;
    },
    30_000,
  );
}
