import { assert } from 'chai';
import {
  commands,
  type DocumentSymbol,
  type Hover,
  languages,
  MarkdownString,
  Position,
  type TextDocument,
  window,
  workspace,
} from 'vscode';

import { articleSidecarText } from './sidecarText';
import { analysed, inFolder, put, show, until, verbatim } from './support';

const prose = 'Le 24 septembre 2025, rien.\n';

async function isArticle(document: TextDocument): Promise<boolean> {
  const { sessions } = await verbatim();
  return sessions.of(document) !== undefined;
}

/** Long enough for a session to come, if one were to come. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

describe('which files are articles', () => {
  it('an article by its extension', async () => {
    const { document } = await show(await put('un.presse', prose));
    assert.equal(document.languageId, 'press-article');
    assert.isTrue((await analysed(document)).view.mentions.length > 0);
  });

  it('a text file is none by itself', async () => {
    const { document } = await show(await put('notes.txt', prose));
    await settle();
    assert.isFalse(await isArticle(document));
  });

  it('a text file with a sidecar', async () => {
    await put('avec.txt.annotations.yaml', articleSidecarText('avec.txt', '24 septembre 2025', 'confirmed'));
    const session = await analysed((await show(await put('avec.txt', prose))).document);
    await until('the decision', () => (session.view.mentions[0]?.status === 'confirmed' ? true : undefined));
  });

  it('a text file whose sidecar comes while it is open', async () => {
    const { document } = await show(await put('bientot.txt', prose));
    await put(
      'bientot.txt.annotations.yaml',
      articleSidecarText('bientot.txt', '24 septembre 2025', 'confirmed'),
    );
    await analysed(document);
  });

  it('text files that verbatim.yaml names, as long as it does', async () => {
    const { document } = await show(await put('depeches/une.md', `# Titre\n\n${prose}`));
    await put('verbatim.yaml', 'articles: ["depeches/*.md"]\n');
    await analysed(document);
    await put('verbatim.yaml', 'articles: []\n');
    await until('the session to end', async () => ((await isArticle(document)) ? undefined : true));
    await workspace.fs.delete(inFolder('verbatim.yaml'));
  });

  it('a text file that a person turned on, until turned off', async () => {
    const { document } = await show(await put('choisi.txt', prose));
    const turnedOn = commands.executeCommand('verbatim.turnOn');
    await settle();
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await turnedOn;
    await analysed(document);
    await show(document.uri);
    await commands.executeCommand('verbatim.turnOff');
    await until('the session to end', async () => ((await isArticle(document)) ? undefined : true));
  });

  it('an article that verbatim.yaml excludes is none', async () => {
    await put('verbatim.yaml', 'exclude: ["brouillon.article"]\n');
    const { document } = await show(await put('brouillon.article', prose));
    await settle();
    assert.isFalse(await isArticle(document));
    await workspace.fs.delete(inFolder('verbatim.yaml'));
  });

  it('faults of verbatim.yaml are in Problems, at their place', async () => {
    const { document } = await show(await put('verbatim.yaml', 'langage: fr\n'));
    const [diagnostic] = await until('the diagnostic', () => {
      const found = languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(diagnostic?.code, 'config-unknown-key');
    assert.equal(diagnostic?.range.end.character, 'langage'.length);
    await workspace.fs.delete(document.uri);
  });

  it('hostile words in an article stay text in its card', async () => {
    const hostile = 'Le 24 septembre 2025, [x](command:verbatim.reject) <b>y</b>.\n';
    const { document } = await show(await put('hostile.article', hostile));
    await analysed(document);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(0, 6),
    );
    const card = hovers
      .flatMap(({ contents }) => contents)
      .find((content): content is MarkdownString => content instanceof MarkdownString);
    assert.isDefined(card);
    assert.isNotTrue(card.supportHtml);
    assert.include(card.value, 'command:verbatim.confirm?');
  });

  it('a hostile name in an annotations file stays text in its card', async () => {
    const name = '[x](command:verbatim.reject) <img src=y> `z` $(trash)\\nhttps://mal.example';
    const sidecar = `version: 1\nentities:\n\n  - id: mal-1a2b3c\n    type: person\n    name: "${name}"\n\n${articleSidecarText(
      'mal.article',
      'Jean Petit',
      'confirmed',
    )
      .replace(/^[\s\S]*annotations:/u, 'annotations:')
      .replace('type: date', 'type: person\n    entity: mal-1a2b3c')}`;
    await put('mal.article.annotations.yaml', sidecar);
    const session = await analysed(
      (await show(await put('mal.article', 'Le maire, Jean Petit, parle.\n'))).document,
    );
    await until('the decision', () =>
      session.view.mentions.some(({ status }) => status === 'confirmed') ? true : undefined,
    );
    const at = new Position(0, 'Le maire, J'.length);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      session.document.uri,
      at,
    );
    const title = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : ''))[0]
      ?.split('\n')[0];
    assert.include(title, 'mal&#46;example');
    assert.notMatch(title ?? '', /[<`]|\]\(|\$\(trash|https:/u);
  });

  it('the nearest verbatim.yaml above a file counts', async () => {
    await put('haut/verbatim.yaml', 'articles: ["**/*.txt"]\n');
    await put('haut/bas/verbatim.yaml', 'articles: []\n');
    await analysed((await show(await put('haut/autre/un.txt', prose))).document);
    const { document } = await show(await put('haut/bas/un.txt', prose));
    await settle();
    assert.isFalse(await isArticle(document));
  });

  it('its outline has headings, and quotations below them, as soon as it is open', async () => {
    const text =
      'Un grand titre\n\nLe maire, Jean Petit, a parlé : « Tout ira bien demain », a-t-il dit.\n\nUn intertitre\n\nRien de plus.\n';
    const { document } = await show(await put('plan.article', text));
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Un grand titre', 'Un intertitre'],
    );
    assert.lengthOf(symbols[0]?.children ?? [], 1);
    assert.include(symbols[0]?.children[0]?.detail, 'Tout ira bien demain');
  });

  it('the context of the active editor follows', async () => {
    await show(await put('contexte.article', prose));
    await until('an article in front', () =>
      window.activeTextEditor?.document.languageId === 'press-article' ? true : undefined,
    );
  });
});
