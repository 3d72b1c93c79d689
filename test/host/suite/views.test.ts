import { assert } from 'chai';
import { commands, DataTransfer, type TreeItem, type TreeItemLabel, window, workspace } from 'vscode';

import type { ArticleTree, TreeNode } from '../../../src/vscode/features/views/articleTree';
import type { ArticleViews } from '../../../src/vscode/features/views/views';
import { analysed, put, read, show, type, until, verbatim } from './support';

const text = `Le port de Lorient s’agrandit

Jeanne Kervadec a parlé le 24 septembre 2025. « Nous irons au bout », a déclaré Jeanne Kervadec. À Vannes, Marc Delaunay a répondu : « Non, merci ».

Marc Delaunay revient le 24 septembre 2025.
`;

function labelOf({ label }: TreeItem): string {
  return typeof label === 'string' ? label : ((label as TreeItemLabel | undefined)?.label ?? '');
}

/** What a tree shows, two levels deep: `label (description)` with what is below it. */
async function drawn(tree: ArticleTree): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const root of await tree.getChildren()) {
    const below = (await tree.getChildren(root)).map((node) => labelOf(tree.getTreeItem(node)));
    lines.push(`${labelOf(tree.getTreeItem(root))}: ${below.join(' | ')}`);
  }
  return lines;
}

async function nodeOf(tree: ArticleTree, label: string): Promise<TreeNode> {
  const roots = await tree.getChildren();
  const nodes = [...roots, ...roots.flatMap((root) => root.children())];
  const node = nodes.find((each) => labelOf(tree.getTreeItem(each)).includes(label));
  if (!node) throw new Error(`There is no node "${label}" among ${(await drawn(tree)).join('; ')}.`);
  return node;
}

async function open(name: string) {
  const session = await analysed((await show(await put(name, text))).document);
  const { views } = await verbatim();
  const { entities, quotations } = views;
  await until('the views to turn to it', () => (entities.tree.session === session ? true : undefined));
  return { session, views, entities: entities.tree, quotations: quotations.tree };
}

async function mentionsOf(tree: ArticleTree, label: string): Promise<readonly string[]> {
  return (await nodeOf(tree, label)).children().map((node) => labelOf(tree.getTreeItem(node)));
}

async function drag(views: ArticleViews, from: readonly TreeNode[], to: TreeNode): Promise<void> {
  const data = new DataTransfer();
  views.entities.dragging.handleDrag(from, data);
  await views.entities.dragging.handleDrop(to, data);
}

function folderSidecar(name: string, status: string): string {
  return `version: 1

entities:

  - id: marc-delaunay-a1b2c3
    type: person
    name: "${name}"

annotations:

  - id: m1abcdefg
    kind: mention
    type: person
    exact: "${name}"
    entity: marc-delaunay-a1b2c3
    status: ${status}
`;
}

describe('the views', () => {
  after(() => commands.executeCommand('verbatim.quotationsBySpeaker'));

  it('Entities has types, entities below them, and mentions in their context below those', async () => {
    const { entities } = await open('vues.article');
    const people = (await drawn(entities)).find((line) => line.startsWith('People'));
    assert.equal(people, 'People: Jeanne Kervadec | Marc Delaunay');
    const mentions = await mentionsOf(entities, 'Marc Delaunay');
    assert.lengthOf(mentions, 2);
    assert.include(mentions[0], 'À Vannes, Marc Delaunay a répondu');
  });

  it('every node says in words what it shows, and is plain text', async () => {
    const { entities, quotations } = await open('vues.article');
    for (const tree of [entities, quotations]) {
      const roots = await tree.getChildren();
      const nodes = roots.flatMap((root) => [
        root,
        ...root.children(),
        ...root.children().flatMap((node) => node.children()),
      ]);
      assert.isAbove(nodes.length, 3);
      for (const node of nodes) {
        const { accessibilityInformation, tooltip } = tree.getTreeItem(node);
        assert.isAbove(accessibilityInformation?.label.length ?? 0, 3, node.id);
        assert.isString(tooltip, node.id);
        assert.equal(tree.getParent(node), node.parent);
      }
    }
  });

  it('Quotations are by speaker with the room each gets, in the order of the text, or by state', async () => {
    const { quotations } = await open('vues.article');
    const bySpeaker = await until('both speakers', async () => {
      const lines = await drawn(quotations);
      return lines.some((line) => line.startsWith('Jeanne Kervadec: « Nous irons au bout »'))
        ? lines
        : undefined;
    });
    const jeanne = quotations.getTreeItem(await nodeOf(quotations, 'Jeanne Kervadec'));
    assert.include(String(jeanne.description), '4 words');
    assert.isAbove(bySpeaker.length, 1);
    await commands.executeCommand('verbatim.quotationsByPlace');
    assert.deepEqual(
      (await drawn(quotations)).map((line) => line.replace(/: $/u, '')),
      ['« Nous irons au bout »', '« Non, merci »'],
    );
    await commands.executeCommand('verbatim.quotationsByState');
    assert.deepEqual(await drawn(quotations), ['suggested: « Nous irons au bout » | « Non, merci »']);
  });

  it('a filter leaves only what passes it', async () => {
    const { views, entities } = await open('vues.article');
    views.entities.filter({ types: new Set(['date']) });
    assert.lengthOf(await drawn(entities), 1);
    assert.equal(entities.view.description, 'Dates');
    await commands.executeCommand('verbatim.clearEntityFilter');
    assert.isAbove((await drawn(entities)).length, 1);
  });

  it('an entity is confirmed in all its places by its button, and rejected', async () => {
    const { session, entities } = await open('vues-decisions.article');
    assert.include(entities.getTreeItem(await nodeOf(entities, 'Marc Delaunay')).contextValue, 'entity open');
    await commands.executeCommand('verbatim.confirmAllItems', await nodeOf(entities, 'Marc Delaunay'));
    const sidecar = session.sidecar.uri;
    assert.isDefined(sidecar);
    assert.equal((await read(sidecar))?.match(/status: confirmed/gu)?.length, 2);
    await until('the tree to say so', async () =>
      entities.getTreeItem(await nodeOf(entities, 'Marc Delaunay')).contextValue?.includes('decided')
        ? true
        : undefined,
    );
    const vannes = await nodeOf(entities, 'Vannes');
    await commands.executeCommand('verbatim.rejectAllItems', vannes, [vannes]);
    await until('the place to be gone', async () =>
      (await drawn(entities)).some((line) => line.includes('Vannes')) ? undefined : true,
    );
  });

  it('a node of before an edit is decided at its words, wherever they are by now', async () => {
    const { session, entities } = await open('vues-saisie.article');
    const before = await nodeOf(entities, 'Marc Delaunay');
    await type(session.document, 0, 'Hier. ');
    await commands.executeCommand('verbatim.confirmAllItems', before);
    await until('the decision', () =>
      session.view.mentions.filter(({ status }) => status === 'confirmed').length === 2 ? true : undefined,
    );
    for (const { span } of session.view.mentions.filter(({ status }) => status === 'confirmed'))
      assert.equal(session.document.getText().slice(span.start, span.end), 'Marc Delaunay');
    await session.document.save();
  });

  it('an entity dragged onto another is merged with it, and words dragged onto one name it', async () => {
    const { session, views, entities } = await open('vues-fusion.article');
    await drag(views, [await nodeOf(entities, 'Vannes')], await nodeOf(entities, 'Lorient'));
    await until('one place', async () =>
      (await drawn(entities)).some((line) => line === 'Places: Lorient') ? true : undefined,
    );
    assert.include(await read(session.sidecar.uri ?? session.document.uri), 'aliases:');
    const [words] = (await nodeOf(entities, 'Marc Delaunay')).children();
    assert.isDefined(words);
    await drag(views, [words], await nodeOf(entities, 'Jeanne Kervadec'));
    await until('three mentions', async () =>
      (await mentionsOf(entities, 'Jeanne Kervadec')).length === 3 ? true : undefined,
    );
    await drag(views, [await nodeOf(entities, 'Places')], await nodeOf(entities, 'Jeanne Kervadec'));
    assert.lengthOf(await mentionsOf(entities, 'Jeanne Kervadec'), 3);
  });

  it('a click on a node selects its words in the article', async () => {
    const { entities } = await open('vues.article');
    const { command } = entities.getTreeItem(await nodeOf(entities, 'Marc Delaunay'));
    assert.isDefined(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'Marc Delaunay');
  });

  it('Folder has the articles with how much is decided, and whom they name, without opening them', async () => {
    const { views } = await verbatim();
    const { folder } = views;
    await put('fonds/a.article', text);
    await put('fonds/b.article', text);
    await put('fonds/a.article.annotations.yaml', folderSidecar('Marc Delaunay', 'confirmed'));
    await put('fonds/b.article.annotations.yaml', folderSidecar('Marc Delaunay', 'confirmed'));
    const below = async (label: string): Promise<readonly string[]> => {
      const node = (await folder.getChildren()).find((each) => labelOf(folder.getTreeItem(each)) === label);
      const rows = node ? await folder.getChildren(node) : [];
      return rows.map(
        (row) => `${labelOf(folder.getTreeItem(row))} ${String(folder.getTreeItem(row).description)}`,
      );
    };
    await until('both articles', async () =>
      (await below('Articles')).filter((row) => /^[ab]\.article 1 confirmed · .*fonds$/u.test(row)).length ===
      2
        ? true
        : undefined,
    );
    assert.isFalse(workspace.textDocuments.some(({ uri }) => uri.path.includes('/fonds/')));
    const entity = await until('the entity', async () => {
      const node = (await folder.getChildren()).find((each) => each.id === 'entities');
      const rows = node ? await folder.getChildren(node) : [];
      const found = rows.find((row) => labelOf(folder.getTreeItem(row)) === 'Marc Delaunay');
      return found && (await folder.getChildren(found)).length >= 2 ? found : undefined;
    });
    const places = (await folder.getChildren(entity)).map((node) => folder.getTreeItem(node));
    const place = places.find((item) => labelOf(item).endsWith('fonds/a.article'));
    assert.isDefined(place?.command);
    await commands.executeCommand(place.command.command, ...(place.command.arguments ?? []));
    const editor = window.activeTextEditor;
    assert.isTrue(editor?.document.uri.path.endsWith('/fonds/a.article'));
    assert.equal(editor?.document.getText(editor.selection), 'Marc Delaunay');
    for (const bad of [[], ['file:///etc/passwd', 'person', 'x'], [7]])
      await commands.executeCommand('_verbatim.openOccurrence', ...bad);
  });

  it('are empty where no article is', async () => {
    const { views } = await verbatim();
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until('no article', () => (views.entities.tree.session === undefined ? true : undefined));
    assert.deepEqual(await views.entities.tree.getChildren(), []);
    assert.deepEqual(await views.quotations.tree.getChildren(), []);
    for (const name of ['confirmItems', 'mergeItems', 'goToFirstMention', 'showItem', 'correctItemsType'])
      for (const argument of [undefined, 'verbatim.entities', { id: 'person/nobody' }, 7])
        await commands.executeCommand(`verbatim.${name}`, argument);
  });
});
