import { assert } from 'chai';
import { commands, extensions, Hover, MarkdownString, Uri, workspace } from 'vscode';

import type { ArticleSession } from '../../../src/vscode/articleSession';
import { targetArgument } from '../../../src/vscode/targets';
import { analysed, mentionOf, put, quotationOf, read, show, speakersOf, until } from './support';

/** The article that the product starts from; it is not part of the repository. */
async function seed(): Promise<string | undefined> {
  const extension = extensions.getExtension('verbatim-annotation.verbatim');
  if (!extension) return undefined;
  return read(Uri.joinPath(extension.extensionUri, '..', 'shared', 'articles', 'aes-russie.txt'));
}

const quotations: readonly (readonly [beginning: string, speaker: string])[] = [
  ['Des avancées importantes', 'Abdoulaye Diop'],
  ['Notre objectif est', 'Abdoulaye Diop'],
  ['Nous avons exprimé', 'Abdoulaye Diop'],
  ['Nous allons continuer', 'Sergueï Lavrov'],
];

const names: readonly (readonly [words: string, type: string])[] = [
  ['Abdoulaye Diop', 'person'],
  ['Bakary Yaou Sangaré', 'person'],
  ['Karamoko Jean Marie Traoré', 'person'],
  ['Sergueï Lavrov', 'person'],
  ['AES', 'organization'],
  ['Niger', 'location'],
  ['Burkina Faso', 'location'],
  ['Russie', 'location'],
  ['Moscou', 'location'],
  ['24 septembre', 'date'],
];

describe('the seed article', () => {
  let session: ArticleSession;

  before(async function () {
    const text = await seed();
    if (text === undefined) {
      console.log('│  (../shared is not there: the seed article is not tried)');
      this.skip();
    }
    session = await analysed((await show(await put('aes-russie.article', text))).document);
  });

  for (const [words, type] of names)
    it(`${words} is a suggested ${type}`, () => {
      const mention = mentionOf(session, words);
      assert.equal(mention?.type, type);
      assert.equal(mention?.status, 'suggested');
    });

  for (const [beginning, speaker] of quotations)
    it(`« ${beginning}… » is a direct quotation that names nobody but ${speaker}`, () => {
      const quotation = quotationOf(session, beginning);
      assert.isDefined(quotation);
      assert.equal(quotation.form, 'direct');
      // Whether one is sure enough to be named is the analysis's business and measured there; a wrong name is wrong anywhere.
      for (const name of speakersOf(session.view, quotation)) assert.equal(name, speaker);
    });

  it('each has a card', async () => {
    for (const mention of session.view.mentions) {
      const at = session.document.positionAt(mention.span.start + 1);
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        session.document.uri,
        at,
      );
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content instanceof MarkdownString ? content.value : ''));
      assert.isTrue(
        texts.some((text) => text.includes('verbatim.confirm')),
        String(mention.span.start),
      );
    }
  }).timeout(60_000);

  it('a confirmed person everywhere and a rejected place are in the sidecar, and the same when opened again', async () => {
    const person = mentionOf(session, 'Abdoulaye Diop');
    const place = mentionOf(session, 'Moscou');
    assert.isDefined(person);
    assert.isDefined(place);
    const count = session.view.entities.get(person.entity ?? '')?.mentions.length ?? 0;
    assert.isTrue(count >= 3);
    await commands.executeCommand('verbatim.confirmEntity', targetArgument(session, person));
    await commands.executeCommand('verbatim.reject', targetArgument(session, place));
    const quotation = quotationOf(session, 'Notre objectif');
    assert.isDefined(quotation);
    await commands.executeCommand('verbatim.confirm', targetArgument(session, quotation));

    const uri = session.document.uri.with({ path: `${session.document.uri.path}.annotations.yaml` });
    const written = await read(uri);
    const shown = describeView(session);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(
      'the article to be closed',
      async () => (session.sidecar.token.isCancellationRequested ? true : undefined),
      5000,
    ).catch(() => undefined);
    const again = await analysed(await workspace.openTextDocument(session.document.uri));
    await until('the same to be shown', () => (describeView(again) === shown ? true : undefined));
    assert.equal(await read(uri), written);
    assert.equal(written?.match(/status: rejected/g)?.length, 1);
    assert.isTrue((written?.match(/status: confirmed/g)?.length ?? 0) >= count);
  }).timeout(60_000);
});

function describeView({ view, document }: ArticleSession): string {
  const text = document.getText();
  const mentions = view.mentions.map(
    ({ status, type, span }) => `${status} ${type} ${span.start} ${text.slice(span.start, span.end)}`,
  );
  const spoken = view.quotations.map(
    (quotation) => `${quotation.status} ${quotation.content[0]?.start} ${speakersOf(view, quotation).join()}`,
  );
  return [...mentions, ...spoken].join('\n');
}
