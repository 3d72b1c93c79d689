import { assert } from 'chai';
import { commands, extensions, type ExtensionContext, type Tab, TabInputWebview, window } from 'vscode';

import { issueFacts } from '../../../src/vscode/features/firstMinute/reportIssue';
import { analysed, mentionOf, put, quotationOf, show, speakersOf, until, verbatim } from './support';

const previews = (): readonly Tab[] =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('verbatim.preview'));

describe('the first minute', () => {
  it('the sample article opens as a new document, with names and speakers', async () => {
    await commands.executeCommand('verbatim.openSample');
    const document = await until('the sample', () =>
      window.activeTextEditor?.document.isUntitled ? window.activeTextEditor.document : undefined,
    );
    const session = await analysed(document);
    assert.equal(document.languageId, 'press-article');
    assert.equal(mentionOf(session, 'Mathilde Berthod')?.type, 'person');
    const quotation = quotationOf(session, 'On a craint');
    assert.isDefined(quotation);
    if (quotation) assert.deepEqual(speakersOf(session.view, quotation), ['Mathilde Berthod']);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('a report tells versions and states, and nothing of the article', async () => {
    const { document } = await show(await put('secret-name.article', 'Un secret de Marc Delaunay.\n'));
    await analysed(document);
    const { sessions } = await verbatim();
    const extension = extensions.getExtension('verbatim-annotation.verbatim');
    const facts = issueFacts({ extension } as unknown as ExtensionContext, sessions);
    assert.match(facts, /^Verbatim \d+\.\d+\.\d+\nVS Code \d+\.\d+/u);
    assert.match(facts, /- ready, press-article, \w+, 0 problems/u);
    assert.notMatch(facts, /secret|Delaunay|\//iu);
  });

  it('the preview opens beside the article, once', async () => {
    const { document } = await show(await put('preview.article', 'Marc Delaunay est à Lyon.\n'));
    await analysed(document);
    await commands.executeCommand('verbatim.openPreview');
    await until('the preview', () => (previews().length === 1 ? true : undefined));
    await show(document.uri);
    await commands.executeCommand('verbatim.openPreview');
    assert.lengthOf(previews(), 1);
    await window.tabGroups.close(previews());
    await until('it to be closed', () => (previews().length === 0 ? true : undefined));
  });

  it('commands about an article do no harm without one', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['openPreview', 'exportHtml', 'exportAs'])
      await commands.executeCommand(`verbatim.${name}`);
  });
});
