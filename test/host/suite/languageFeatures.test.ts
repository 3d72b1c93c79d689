import { assert } from 'chai';
import {
  type CodeAction,
  commands,
  type CompletionList,
  type DocumentHighlight,
  type Location,
  Position,
  Range,
  type SymbolInformation,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';

import type { ArticleSession } from '../../../src/vscode/articleSession';
import { targetArgument } from '../../../src/vscode/targets';
import { articleSidecarText } from './sidecarText';
import { analysed, mentionOf, put, read, show, textOf, type, until } from './support';

const text = `Le Mali et le Ghana rouvrent la route

BAMAKO, 24 septembre 2024 – Le président de l’Union africaine (UA), Hélène Castaing, a rencontré Marc Delaunay à Bamako.

« Nous irons jusqu’au bout », a déclaré Marc Delaunay. L’avis de Delaunay a surpris l’UA.
`;

async function open(name: string, content = text): Promise<ArticleSession> {
  const { document } = await show(await put(name, content));
  return analysed(document);
}

function at(document: TextDocument, words: string, occurrence = 0): Position {
  let offset = -1;
  for (let i = 0; i <= occurrence; i++) offset = document.getText().indexOf(words, offset + 1);
  assert.isAtLeast(offset, 0, words);
  return document.positionAt(offset + 1);
}

function wordsOf(document: TextDocument, ranges: readonly Range[]): readonly string[] {
  return ranges.map((range) => document.getText(range));
}

async function confirmWords(session: ArticleSession, words: string): Promise<void> {
  const mention = mentionOf(session, words);
  assert.isDefined(mention, words);
  await commands.executeCommand('verbatim.confirm', targetArgument(session, mention));
}

describe('language features', () => {
  it('highlights all mentions of the name at the caret, and the parts of a quotation', async () => {
    const { document } = await open('highlight.article');
    const ask = (position: Position) =>
      commands.executeCommand<DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        position,
      );
    const names = wordsOf(
      document,
      (await ask(at(document, 'Delaunay'))).map(({ range }) => range),
    );
    assert.deepEqual(names, ['Marc Delaunay', 'Marc Delaunay', 'Delaunay']);
    const parts = wordsOf(
      document,
      (await ask(at(document, 'irons'))).map(({ range }) => range),
    );
    assert.includeMembers([...parts], ['Nous irons jusqu’au bout', 'a déclaré']);
    assert.isEmpty((await ask(at(document, 'rencontré'))) ?? [], 'no word is highlighted for its letters');
  });

  it('finds references in the article and in the articles where people confirmed them', async () => {
    const other = await open('references-other.article', 'Un autre jour, Marc Delaunay était à Lyon.\n');
    await confirmWords(other, 'Marc Delaunay');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    const { document } = await open('references.article');
    const found = await until('a reference in the other article', async () => {
      const all = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at(document, 'Delaunay'),
      );
      return all.some(({ uri }) => uri.path.endsWith('references-other.article')) ? all : undefined;
    });
    const here = found.filter(({ uri }) => uri.toString() === document.uri.toString());
    assert.lengthOf(here, 3);
    const there = found.find(({ uri }) => uri.path.endsWith('references-other.article'));
    assert.deepEqual(
      [there?.range.start.line, there?.range.start.character, there?.range.end.character],
      [0, 15, 28],
    );
  });

  it('a rename gives each mention the form that answers to its own, and decisions and the sidecar follow', async () => {
    const session = await open('rename.article');
    const { document } = session;
    await confirmWords(session, 'Marc Delaunay');
    const confirmed = (): readonly string[] =>
      session.view.mentions
        .filter(({ status }) => status === 'confirmed')
        .map(({ span }) => textOf(session, span));
    await until('the decision', () => (confirmed().length > 0 ? true : undefined));
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'Delaunay'),
      'Émile Aubry',
    );
    assert.isTrue(await workspace.applyEdit(edit));
    assert.include(document.getText(), 'a rencontré Émile Aubry à Bamako');
    assert.include(document.getText(), 'L’avis d’Aubry a surpris');
    await until('the decision to follow', () => (confirmed().join() === 'Émile Aubry' ? true : undefined));
    await document.save();
    const sidecar = await workspace.openTextDocument(
      document.uri.with({ path: `${document.uri.path}.annotations.yaml` }),
    );
    assert.include(sidecar.getText(), 'name: "Émile Aubry"');
    if (sidecar.isDirty) await sidecar.save();
    const written = await until('the new words in the sidecar', async () => {
      const source = await read(sidecar.uri);
      return source?.includes('exact: "Émile Aubry"') ? source : undefined;
    });
    assert.notInclude(written, 'name: "Marc Delaunay"');
    await analysed(document);
    await until('the decision at the new name', () =>
      confirmed().join() === 'Émile Aubry' ? true : undefined,
    );
  });

  it('refuses to rename what is no name', async () => {
    const { document } = await open('rename-nothing.article');
    let message = '';
    try {
      await commands.executeCommand('vscode.prepareRename', document.uri, at(document, 'rencontré'));
    } catch (error) {
      message = String(error);
    }
    assert.match(message, /no name here|pas ici de nom/u);
  });

  it('offers what can be decided as code actions, which act', async () => {
    const session = await open('actions.article');
    const { document } = session;
    const place = new Range(at(document, 'Hélène'), at(document, 'Hélène'));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      place,
    );
    const titles = actions.map(({ title }) => title);
    assert.includeMembers(titles, [
      'Confirm “Hélène Castaing”',
      'Reject “Hélène Castaing”',
      'Change type of “Hélène Castaing”…',
      'Merge “Hélène Castaing” into…',
    ]);
    const { command } = actions.find(({ title }) => title.startsWith('Confirm')) ?? {};
    await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    await until('the decision', () =>
      mentionOf(session, 'Hélène Castaing')?.status === 'confirmed' ? true : undefined,
    );
  });

  it('splits a mention off from what it was taken for', async () => {
    const session = await open('split.article');
    const { document } = session;
    const place = new Range(at(document, 'Delaunay', 2), at(document, 'Delaunay', 2));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      place,
    );
    const split = actions.find(({ title }) => title.includes('split off'));
    assert.isDefined(split, actions.map(({ title }) => title).join());
    await commands.executeCommand(split?.command?.command ?? '', ...(split?.command?.arguments ?? []));
    await until('two entities', () => {
      const own = mentionOf(session, 'Delaunay')?.entity;
      const full = mentionOf(session, 'Marc Delaunay')?.entity;
      return own !== undefined && full !== undefined && own !== full ? true : undefined;
    });
  });

  it('a decision that lost its place can be put onto selected words', async () => {
    const fresh = text.replace('Hélène Castaing', 'Zéphirine Quillebœuf-Wagram');
    await put(
      'place.article.annotations.yaml',
      articleSidecarText('place.article', 'Hélène Castaing', 'confirmed'),
    );
    const again = await open('place.article', fresh);
    const offset = fresh.indexOf('Zéphirine');
    await until('the lost decision', () => (again.view.unplaced.length === 1 ? true : undefined));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      again.document.uri,
      new Range(
        again.document.positionAt(offset),
        again.document.positionAt(offset + 'Zéphirine Quillebœuf-Wagram'.length),
      ),
    );
    const action = actions.find(({ title }) => title.includes('The decision on “Hélène Castaing”'));
    assert.isDefined(action, actions.map(({ title }) => title).join());
    await commands.executeCommand(action?.command?.command ?? '', ...(action?.command?.arguments ?? []));
    await until('the decision at its new place', () =>
      mentionOf(again, 'Zéphirine Quillebœuf-Wagram')?.status === 'confirmed' ? true : undefined,
    );
  });

  it('completes names that the article knows, after three letters with a capital', async () => {
    const { document } = await open('completion.article');
    const complete = async (typed: string): Promise<readonly string[]> => {
      await type(document, document.getText().length, typed);
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(document.getText().length),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.notInclude(await complete('\nPuis De'), 'Delaunay');
    assert.includeMembers([...(await complete('l'))], ['Marc Delaunay', 'Delaunay']);
    assert.isEmpty(await complete('\nle del'));
    await document.save();
  });

  it('finds names as symbols of the workspace, in articles that are not open too', async () => {
    const other = await open('symbols-other.article', 'Ce jour-là, Zacharie Montagnac était à Lyon.\n');
    await confirmWords(other, 'Zacharie Montagnac');
    const symbols = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'zacharie',
    );
    const mine = symbols.find(({ name }) => name === 'Zacharie Montagnac');
    assert.deepEqual([mine?.location.range.start.line, mine?.location.range.start.character], [0, 12]);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the name from the sidecar', async () => {
      const found = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'montagnac',
      );
      return found.some(({ name }) => name === 'Zacharie Montagnac') ? true : undefined;
    });
  });
});
