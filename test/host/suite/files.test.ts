import { assert } from 'chai';
import { commands, ConfigurationTarget, Uri, workspace, WorkspaceEdit } from 'vscode';

import { articleSidecarText } from './sidecarText';
import { analysed, inFolder, mentionOf, put, read, show, type, until } from './support';

const text = 'Un rapport date du 24 septembre 2025. Un autre suit le 3 octobre 2025.\n';
const sidecarText = (name: string) => articleSidecarText(name, '3 octobre 2025', 'confirmed');

async function article(path: string): Promise<Uri> {
  const uri = await put(path, text);
  await put(`${path}.annotations.yaml`, sidecarText(path.split('/').at(-1) ?? ''));
  return uri;
}

async function rename(from: Uri, to: Uri): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(from, to);
  assert.isTrue(await workspace.applyEdit(edit));
}

async function remove(uri: Uri): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.deleteFile(uri);
  assert.isTrue(await workspace.applyEdit(edit));
}

const settled = (path: string, expected: (source: string | undefined) => boolean) =>
  until(path, async () => (expected(await read(inFolder(path))) ? true : undefined));

describe('an article that is renamed in the editor', () => {
  before(async () => void (await show(await put('awake.article', text))));

  it('takes its sidecar along, which then names it anew, and keeps its decisions', async () => {
    const from = await article('before.article');
    await analysed((await show(from)).document);
    await rename(from, inFolder('after.article'));
    await settled(
      'after.article.annotations.yaml',
      (source) => source?.includes('article: after.article') === true,
    );
    assert.isUndefined(await read(inFolder('before.article.annotations.yaml')));
    const session = await analysed((await show(inFolder('after.article'))).document);
    await until('the decision', () =>
      mentionOf(session, '3 octobre 2025')?.status === 'confirmed' ? true : undefined,
    );
  });

  it('takes it into another folder, and a folder takes all', async () => {
    const from = await article('move.article');
    await rename(from, inFolder('moved/move.article'));
    await settled('moved/move.article.annotations.yaml', (source) => source !== undefined);
    assert.equal(await read(inFolder('moved/move.article.annotations.yaml')), sidecarText('move.article'));
    await rename(inFolder('moved'), inFolder('moved again'));
    await settled('moved again/move.article.annotations.yaml', (source) => source !== undefined);
  });

  it('leaves alone a sidecar that is there already', async () => {
    const from = await article('first.article');
    await put('second.article.annotations.yaml', 'version: 1\n');
    await rename(from, inFolder('second.article'));
    assert.equal(await read(inFolder('second.article.annotations.yaml')), 'version: 1\n');
    assert.equal(await read(inFolder('first.article.annotations.yaml')), sidecarText('first.article'));
  });

  it('moves a sidecar with unsaved changes too', async () => {
    const from = await article('dirty.article');
    const buffer = await workspace.openTextDocument(inFolder('dirty.article.annotations.yaml'));
    await show(buffer.uri);
    await type(buffer, 0, '# à relire\n');
    await rename(from, inFolder('dirty2.article'));
    const moved = await until('the buffer in its new place', () =>
      workspace.textDocuments.find(({ uri }) => uri.path.endsWith('dirty2.article.annotations.yaml')),
    );
    await until('the name', () => (moved.getText().includes('article: dirty2.article') ? true : undefined));
    assert.include(moved.getText(), '# à relire');
    await moved.save();
  });
});

describe('an article that is deleted in the editor', () => {
  const wish = (value: string | undefined) =>
    workspace.getConfiguration('verbatim').update('deletedArticles', value, ConfigurationTarget.Workspace);
  afterEach(() => wish(undefined));

  for (const [value, stays] of [
    ['keep', true],
    ['delete', false],
  ] as const)
    it(`${stays ? 'leaves its sidecar' : 'takes its sidecar along'} when the setting says so`, async () => {
      await wish(value);
      const uri = await article(`${value}.article`);
      await remove(uri);
      assert.isUndefined(await read(uri));
      assert.equal((await read(inFolder(`${value}.article.annotations.yaml`))) !== undefined, stays);
    });
});

describe('an article that was renamed elsewhere', () => {
  it('takes over the sidecar that fits it', async () => {
    const sidecar = await put('gone.article.annotations.yaml', sidecarText('gone.article'));
    const uri = await put('come.article', text);
    const session = await analysed((await show(uri)).document);
    assert.isFalse(session.sidecar.exists);
    await commands.executeCommand('verbatim.adoptSidecar', { sidecar, article: uri });
    await settled(
      'come.article.annotations.yaml',
      (source) => source?.includes('article: come.article') === true,
    );
    assert.isUndefined(await read(sidecar));
    await until('the decision', () =>
      mentionOf(session, '3 octobre 2025')?.status === 'confirmed' ? true : undefined,
    );
  });
});

describe('a sidecar edited as text while its file changes', () => {
  const note = (source: string, words: string) =>
    source.replace('status: confirmed\n', `status: confirmed\n    note: "${words}"\n`);

  async function dirty(name: string, inserted: string, at: string) {
    const uri = await article(name).then(() => inFolder(`${name}.annotations.yaml`));
    const buffer = await workspace.openTextDocument(uri);
    await show(uri);
    await type(buffer, buffer.getText().indexOf(at), inserted);
    assert.isTrue(buffer.isDirty);
    return { uri, buffer, disk: sidecarText(name) };
  }

  it('has the changes of both', async () => {
    const { uri, buffer, disk } = await dirty('both.article', '# relu\n', 'annotations:');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(note(disk, 'vu')));
    await until('the merge', () => (buffer.getText().includes('note: "vu"') ? true : undefined));
    assert.include(buffer.getText(), '# relu');
    assert.isTrue(buffer.isDirty);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('has what contradicts each other between markers', async () => {
    const { uri, buffer, disk } = await dirty('contra.article', '    note: "à revoir"\n', '    status:');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(note(disk, 'vu')));
    await until('the markers', () => (buffer.getText().includes('<<<<<<<') ? true : undefined));
    assert.include(buffer.getText(), 'à revoir');
    assert.include(buffer.getText(), 'note: "vu"');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is left alone while it is no sidecar', async () => {
    const { uri, buffer, disk } = await dirty('half.article', '  - [\n', '  - id');
    const mine = buffer.getText();
    await workspace.fs.writeFile(uri, new TextEncoder().encode(note(disk, 'vu')));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(buffer.getText(), mine);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
