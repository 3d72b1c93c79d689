import { assert } from 'chai';
import {
  commands,
  type CompletionList,
  type Hover,
  languages,
  MarkdownString,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

import type { ViewEntity } from '../../../src/core/view/types';
import type { ArticleSession } from '../../../src/vscode/articleSession';
import { targetArgument } from '../../../src/vscode/targets';
import { analysed, inFolder, mentionOf, put, read, show, until } from './support';

const article = `PORT-LIBRE, 24 septembre 2025 – La ministre de la Défense, Jeanne Kervadec, a parlé à Port-Libre.

Jeanne Kervadec est venue. « Nous tiendrons », a déclaré Jeanne Kervadec.
`;

const entry = `version: 1

entities:

  # la ministre
  - id: kervadec-1a2b3c
    type: person
    name: "Jeanne Kervadec"
    roles:
      - role: "ministre de la Mer"
        since: "2023-06"
      - role: "maire"
        of: "Port-Libre"
        until: "2023-05"
    wikidata: Q4242
    orcid: "0000-0002-1825-0097"
    description: "Élue de la côte."
    note: "[lire](command:verbatim.reject) <b>x</b>"
    image: "portraits/kervadec.png"
`;

/** One red pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

let folders = 0;

/** An article in a folder of its own with a register, so that tests do not share one. */
async function open(
  register: string | undefined,
  text = article,
): Promise<ArticleSession & { readonly at: string }> {
  const at = `registre-${++folders}`;
  await put(`${at}/verbatim.yaml`, 'version: 1\nregister: verbatim.entities.yaml\n');
  if (register !== undefined) await put(`${at}/verbatim.entities.yaml`, register);
  const { document } = await show(await put(`${at}/a.article`, text));
  return Object.assign(await analysed(document), { at });
}

function entityOf(session: ArticleSession, words: string): ViewEntity | undefined {
  const key = mentionOf(session, words)?.entity;
  return key === undefined ? undefined : session.view.entities.get(key);
}

async function cardOf(session: ArticleSession, words: string): Promise<string> {
  const at = session.document.positionAt(session.document.getText().indexOf(words) + 1);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    session.document.uri,
    at,
  );
  const cards = hovers.flatMap(({ contents }) => contents);
  return cards
    .map((content) => (content instanceof MarkdownString ? content.value : ''))
    .join('\n')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
}

async function run(command: string, session: ArticleSession, words: string): Promise<void> {
  const mention = await until(words, () => mentionOf(session, words));
  await commands.executeCommand(command, targetArgument(session, mention));
}

function sidecar(session: ArticleSession): Promise<string | undefined> {
  return read(session.document.uri.with({ path: `${session.document.uri.path}.annotations.yaml` }));
}

describe('the entity register', () => {
  it('is linked by name as a suggestion, and merged into the card', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    const card = await cardOf(session, 'Jeanne Kervadec');
    assert.match(card, /Élue de la côte/u);
    assert.match(card, /\*ministre de la Mer\* \(since .*2023\)/u);
    assert.notMatch(card, /maire/u);
    assert.match(
      card,
      /The article says “ministre de la Défense”, the register says \*ministre de la Mer\*/u,
    );
    assert.match(
      card,
      /Wikidata \[Q4242\]\(https:\/\/www\.wikidata\.org\/wiki\/Q4242\) · ORCID 0000-0002-1825-0097/u,
    );
    assert.match(card, /Register: Jeanne Kervadec \$\(sparkle\) by its name/u);
    assert.match(card, /Through the article: [▁-█]{12} · /u);
  });

  it('takes the article’s role into the entry, when a person says so, and no other words', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    const mention = await until('the name', () => mentionOf(session, 'Jeanne Kervadec'));
    const add = (role: string) =>
      commands.executeCommand('_verbatim.addRole', { ...targetArgument(session, mention), role });
    await add('reine de la mer');
    await add('ministre de la Défense');
    const written = await read(inFolder(`${session.at}/verbatim.entities.yaml`));
    assert.equal(
      written,
      entry.replace(
        '        until: "2023-05"\n',
        '        until: "2023-05"\n      - role: "ministre de la Défense"\n',
      ),
    );
    await until('the disagreement to go', async () =>
      (await cardOf(session, 'Jeanne Kervadec')).includes('The article says') ? undefined : true,
    );
  });

  it('writes the entry’s id when a linked name is confirmed', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    await run('verbatim.confirm', session, 'Jeanne Kervadec');
    assert.match((await sidecar(session)) ?? '', /register: kervadec-1a2b3c/u);
    await until('a link that is no suggestion', () =>
      entityOf(session, 'Jeanne Kervadec')?.register?.by === 'record' ? true : undefined,
    );
  });

  it('does not link again what a person said it is not', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    await run('_verbatim.notInRegister', session, 'Jeanne Kervadec');
    assert.match((await sidecar(session)) ?? '', /notRegister: \[kervadec-1a2b3c\]/u);
    await until('no link', () => (entityOf(session, 'Jeanne Kervadec')?.register ? undefined : true));
  });

  it('shows a picture of the register’s folder, and no other', async () => {
    const session = await open(entry);
    const bytes = Uint8Array.from(atob(pixel), (character) => character.charCodeAt(0));
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    assert.notMatch(await cardOf(session, 'Jeanne Kervadec'), /!\[/u);
    await put(`${session.at}/portraits/kervadec.png`, bytes);
    assert.match(
      await cardOf(session, 'Jeanne Kervadec'),
      /!\[Jeanne Kervadec\]\((?:file:|data:image\/png)[^)]*\|height=\d+\)/u,
    );
  });

  it('makes the register with its first entry, and links to it', async () => {
    const session = await open(undefined);
    await run('verbatim.addToRegister', session, 'Jeanne Kervadec');
    const written = (await read(inFolder(`${session.at}/verbatim.entities.yaml`))) ?? '';
    const id = /id: (jeanne-kervadec-\w+)/u.exec(written)?.[1] ?? '?';
    assert.match(
      written,
      /^version: 1\n\nentities:\n\n {2}- id: .*\n {4}type: person\n {4}name: "Jeanne Kervadec"\n/u,
    );
    assert.include(await sidecar(session), `register: ${id}`);
    await until('the link', () =>
      entityOf(session, 'Jeanne Kervadec')?.register?.by === 'record' ? true : undefined,
    );
  });

  it('follows what is typed into it, saved or not, and keeps every other byte', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    await run('verbatim.openRegisterEntry', session, 'Jeanne Kervadec');
    const editor = await until('the register', () => {
      const active = window.activeTextEditor;
      return active?.document.uri.path.endsWith('verbatim.entities.yaml') ? active : undefined;
    });
    assert.equal(
      editor.selection.active.line,
      entry.split('\n').findIndex((line) => line.includes('- id:')),
    );
    await editor.edit((edit) => {
      const place = editor.document.getText().indexOf('ministre de la Mer') + 'ministre de la '.length;
      edit.insert(editor.document.positionAt(place), 'Haute ');
    });
    await until('the new role', async () =>
      (await cardOf(session, 'Jeanne Kervadec')).includes('ministre de la Haute Mer') ? true : undefined,
    );
    await run('verbatim.addToRegister', session, 'Port-Libre');
    assert.isTrue(editor.document.isDirty, 'an unsaved buffer is not written over');
    assert.include(editor.document.getText(), '# la ministre');
    assert.match(editor.document.getText(), /Haute Mer[^]*name: "Port-Libre"/u);
    await editor.document.save();
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('reads a team’s register by its path, after the folder’s own', async () => {
    const at = `registre-${++folders}`;
    await put(`${at}/equipe/team.yaml`, entry.replace('Élue de la côte.', 'De l’équipe.'));
    await put(`${at}/articles/verbatim.yaml`, 'register: [verbatim.entities.yaml, ../equipe/team.yaml]\n');
    await put(
      `${at}/articles/verbatim.entities.yaml`,
      'version: 1\nentities:\n  - {id: kervadec-1a2b3c, type: person, name: Jeanne Kervadec, note: à nous}\n',
    );
    const session = await analysed((await show(await put(`${at}/articles/a.article`, article))).document);
    const link = await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    assert.deepEqual([link.entity.note, link.entity.description], ['à nous', 'De l’équipe.']);
  });

  it('tells what is wrong with it in Problems, and goes on with what is right', async () => {
    const broken = entry.replace('"2023-06"', '"juin 2023"');
    const session = await open(broken);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    const uri = inFolder(`${session.at}/verbatim.entities.yaml`);
    const [diagnostic] = await until('the problem', () => {
      const found = languages.getDiagnostics(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(diagnostic?.code, 'register-date');
    assert.include(diagnostic?.message ?? '', 'juin 2023');
  });

  it('is not written over where it was not understood', async () => {
    const conflict = `${entry}<<<<<<< HEAD\n=======\n>>>>>>> x\n`;
    const session = await open(conflict);
    // The notification waits for an answer, so the command is not awaited.
    void run('verbatim.addToRegister', session, 'Jeanne Kervadec');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await read(inFolder(`${session.at}/verbatim.entities.yaml`)), conflict);
    await commands.executeCommand('notifications.clearAll');
  });

  it('a card tells of other articles that name the entity, the latest first', async () => {
    // Nobody whom the other tests name too.
    const own = (text: string) =>
      text.replaceAll('Jeanne Kervadec', 'Solène Rivoal').replace('kervadec-1', 'rivoal-1');
    const session = await open(own(entry), own(article));
    const other = (said: string) =>
      [
        'version: 1',
        'entities:',
        '  - {id: jk-1, type: person, name: "J. K.", register: rivoal-1a2b3c}',
        'annotations:',
        '  - {id: m1, kind: mention, type: person, exact: "J. K.", entity: jk-1, status: confirmed}',
        `  - {id: q1, kind: quotation, form: direct, content: [{exact: "${said}"}], speakers: [jk-1], status: confirmed}`,
        '',
      ].join('\n');
    await put(`${session.at}/2025-01-02-vieux.article.annotations.yaml`, other('Nous verrons'));
    await put(
      `${session.at}/2025-09-01-neuf.article.annotations.yaml`,
      other('[x](command:a) Nous avons vu'),
    );
    const card = await until('both articles', async () => {
      const text = await cardOf(session, 'Solène Rivoal');
      return text.includes('vieux') && text.includes('neuf') ? text : undefined;
    });
    assert.match(card, /In other articles:[^]*neuf[^]*Nous avons vu[^]*vieux[^]*Nous verrons/u);
  });

  it('its names are completed, with the role of the day', async () => {
    const session = await open(entry.replace('Jeanne Kervadec', 'Gwenaëlle Trévou'));
    const end = session.document.positionAt(article.length);
    const complete = async (): Promise<readonly string[]> => {
      const edit = new WorkspaceEdit();
      edit.insert(session.document.uri, end, 'Gwe');
      await workspace.applyEdit(edit);
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        session.document.uri,
        end.translate(0, 3),
      );
      await commands.executeCommand('undo');
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const labels = await until('the names', async () => {
      const found = await complete();
      return found.includes('Gwenaëlle Trévou') ? found : undefined;
    });
    assert.include(labels, 'Gwenaëlle Trévou, ministre de la Mer');
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('a rename offers the entry’s new name, and keeps the old one as an alias', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    await run('verbatim.confirm', session, 'Jeanne Kervadec');
    await until('a link that is no suggestion', () =>
      entityOf(session, 'Jeanne Kervadec')?.register?.by === 'record' ? true : undefined,
    );
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      session.document.uri,
      session.document.positionAt(article.indexOf('Jeanne') + 1),
      'Jeanne Le Goff',
    );
    const found = edit.entries().find(([uri]) => uri.path.endsWith('entities.yaml'));
    const change = found?.[1][0];
    assert.isDefined(change);
    const document = await workspace.openTextDocument(found?.[0] as Uri);
    const text = document.getText();
    const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    assert.equal(
      text.slice(0, start) + change.newText + text.slice(end),
      entry.replace(
        'name: "Jeanne Kervadec"\n',
        'name: "Jeanne Le Goff"\n    aliases:\n      - "Jeanne Kervadec"\n',
      ),
    );
  });

  it('words of registers and sidecars stay text in the card', async () => {
    const session = await open(entry);
    await until('the link', () => entityOf(session, 'Jeanne Kervadec')?.register);
    const at = session.document.positionAt(article.indexOf('Jeanne') + 1);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      session.document.uri,
      at,
    );
    const raw = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : ''))
      .join('\n');
    const note = raw.split('\n').find((line) => line.includes('$(note)')) ?? '';
    assert.include(note, 'lire');
    assert.notMatch(note, /[<[`]|\]\(/u);
    const links = [...raw.matchAll(/\]\((?!command:)([^)]*)\)/gu)].map(([, address = '']) => address);
    assert.deepEqual(
      links.filter((address) => !address.startsWith('file:')),
      ['https://www.wikidata.org/wiki/Q4242'],
    );
    for (const [, command] of raw.matchAll(/\(command:([^?)]+)/gu))
      assert.match(command ?? '', /^_?verbatim\./u);
  });
});

describe('a workspace without a register', () => {
  it('offers to add to one', async () => {
    const session = await open(undefined);
    assert.match(await cardOf(session, 'Jeanne Kervadec'), /Add to register.*Link to an entry/u);
    assert.notMatch(await cardOf(session, 'Jeanne Kervadec'), /Look up on Wikidata/u);
    assert.isUndefined(await read(inFolder(`${session.at}/verbatim.entities.yaml`)));
    assert.isTrue(workspace.isTrusted);
  });
});
