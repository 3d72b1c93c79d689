import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { assert } from 'chai';
import { commands, ConfigurationTarget, workspace } from 'vscode';

import type { ArticleSession } from '../../../src/vscode/articleSession';
import { targetArgument } from '../../../src/vscode/targets';
import { analysed, mentionOf, put, read, show, until } from './support';

const article = 'Port-Libre, le 24 septembre 2025. Jeanne Kervadec a parlé. Jeanne Kervadec est ministre.\n';

const answer = {
  searchinfo: { search: 'Jeanne Kervadec' },
  search: [
    { id: 'Q4242', label: 'Jeanne Kervadec', description: 'femme politique', aliases: ['J. Kervadec'] },
    { id: 'Q4343', label: 'Jeanne Kervadec', description: 'navire' },
  ],
  success: 1,
};

describe('looking up on Wikidata', () => {
  let server: Server;
  const asked: { readonly url: string; readonly headers: NodeJS.Dict<string | string[]> }[] = [];
  let status = 200;

  before(async () => {
    server = createServer(({ url = '', headers }, response) => {
      asked.push({ url, headers });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await set('endpoint', `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/api.php`);
  });

  after(async () => {
    await set('lookUp', undefined);
    await set('endpoint', undefined);
    server.close();
  });

  afterEach(() => commands.executeCommand('workbench.action.closeQuickOpen'));

  async function set(key: string, value: unknown): Promise<void> {
    await workspace.getConfiguration('verbatim').update(`wikidata.${key}`, value, ConfigurationTarget.Global);
  }

  async function open(folder: string, register?: string): Promise<ArticleSession> {
    await put(`${folder}/verbatim.yaml`, 'version: 1\n');
    if (register !== undefined) await put(`${folder}/verbatim.entities.yaml`, register);
    return analysed((await show(await put(`${folder}/a.article`, article))).document);
  }

  async function lookUp(session: ArticleSession): Promise<void> {
    const mention = await until('the name', () => mentionOf(session, 'Jeanne Kervadec'));
    void commands.executeCommand('verbatim.lookUpOnWikidata', targetArgument(session, mention));
  }

  /** Chooses in the list that is open, again until it is. */
  async function accept<T>(what: string, done: () => Promise<T | undefined>): Promise<T> {
    return until(what, async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done();
    });
  }

  it('asks nobody while the setting is off', async () => {
    const session = await open('wikidata-off');
    await lookUp(session);
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.lengthOf(asked, 0);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('sends the name alone, and keeps the item that is chosen in the sidecar', async () => {
    await set('lookUp', true);
    const session = await open('wikidata-on');
    await lookUp(session);
    const { url, headers } = await until('the question', () => asked[0]);
    const { searchParams } = new URL(url, 'http://127.0.0.1');
    assert.equal(searchParams.get('search'), 'Jeanne Kervadec');
    assert.deepEqual([...searchParams.keys()].sort(), [
      'action',
      'format',
      'language',
      'limit',
      'origin',
      'search',
      'type',
      'uselang',
    ]);
    for (const header of ['cookie', 'referer', 'authorization']) assert.isUndefined(headers[header], header);
    const uri = session.document.uri.with({ path: `${session.document.uri.path}.annotations.yaml` });
    const written = await accept('the item', async () => {
      const text = await read(uri);
      return text?.includes('wikidata: Q4242') ? text : undefined;
    });
    assert.match(written, /name: "Jeanne Kervadec"\n {4}wikidata: Q4242/u);
  });

  it('keeps the item in the entry that the name is linked to', async () => {
    await set('lookUp', true);
    const register =
      'version: 1\nentities:\n  # elle\n  - id: jk-1\n    type: person\n    name: "Jeanne Kervadec"\n    house: x\n';
    const session = await open('wikidata-linked', register);
    const mention = await until('the name', () => mentionOf(session, 'Jeanne Kervadec'));
    await until('the link', () => session.view.entities.get(mention.entity ?? '')?.register);
    await commands.executeCommand('verbatim.confirm', targetArgument(session, mention));
    await until('the link to be certain', () =>
      [...session.view.entities.values()].some((entity) => entity.register?.by === 'record')
        ? true
        : undefined,
    );
    await lookUp(session);
    const uri = session.document.uri.with({
      path: session.document.uri.path.replace('a.article', 'verbatim.entities.yaml'),
    });
    const written = await accept('the item', async () => {
      const text = await read(uri);
      return text?.includes('wikidata') ? text : undefined;
    });
    assert.equal(written, register.replace('    house', '    wikidata: Q4242\n    house'));
  });

  it('changes nothing when there is no answer', async () => {
    await set('lookUp', true);
    status = 500;
    const session = await open('wikidata-fails');
    const before = asked.length;
    await lookUp(session);
    await until('the question', () => (asked.length > before ? true : undefined));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.isUndefined(
      await read(session.document.uri.with({ path: `${session.document.uri.path}.annotations.yaml` })),
    );
  });
});
