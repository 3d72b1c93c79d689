import { assert } from 'chai';
import { commands, type Diagnostic, languages, Selection, type TextEditor, type Uri, window } from 'vscode';

import { analysed, put, quotationOf, read, show, type, until } from './support';

const text = `Le port de Lorient s’agrandit

Le 24 septembre 2025, la maire, Jeanne Kervadec, a présenté le projet. « Nous irons au bout », a déclaré Jeanne Kervadec. « Le chantier coûtera 25 millions d’euros », a précisé Jeanne Kervadec. « Nous allons tout changer ici », a-t-elle promis.
`;

const transcript = `WEBVTT

00:00:01.000 --> 00:00:04.000
Oui, nous irons au bout.

00:01:05.000 --> 00:01:09.000
Le chantier coûtera trente-cinq millions d’euros.
`;

async function open(name: string) {
  const uri = await put(name, text);
  const editor = await show(uri);
  return { uri, editor, session: await analysed(editor.document) };
}

function caretIn(editor: TextEditor, words: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
  editor.selection = new Selection(at, at);
}

async function sidecarOf(uri: Uri, holds: RegExp): Promise<string> {
  return until(`${String(holds)} in the sidecar`, async () => {
    const source = await read(uri.with({ path: `${uri.path}.annotations.yaml` }));
    return source !== undefined && holds.test(source) ? source : undefined;
  });
}

async function problemsOf(uri: Uri, code: string): Promise<readonly Diagnostic[]> {
  return until(`the problem ${code}`, () => {
    const found = languages.getDiagnostics(uri).filter((each) => each.code === code);
    return found.length > 0 ? found : undefined;
  });
}

describe('fact-checking', () => {
  it('a verdict, evidence and a second reader are in the sidecar with what was checked', async () => {
    const { uri, editor } = await open('verdicts.article');
    caretIn(editor, 'Nous irons au bout');
    await commands.executeCommand('verbatim.check', undefined, 'accurate');
    const source = await sidecarOf(uri, /verdict: accurate/u);
    assert.match(source, /of:[\s\S]*words: "Nous irons au bout"/u);
    assert.match(source, /date: "?\d{4}-\d{2}-\d{2}"?/u);
  });

  it('goes to the next quotation that is not checked', async () => {
    const { editor, session } = await open('unchecked.article');
    caretIn(editor, 'Nous irons au bout');
    await commands.executeCommand('verbatim.check', undefined, 'accurate');
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('verbatim.nextUnchecked');
    const at = editor.document.offsetAt(editor.selection.start);
    assert.equal(at, quotationOf(session, 'Le chantier')?.content[0]?.start);
  });

  it('a check is stale when the words change, and said so in Problems', async () => {
    const { uri, editor, session } = await open('stale.article');
    caretIn(editor, 'Nous irons au bout');
    await commands.executeCommand('verbatim.check', undefined, 'accurate');
    await sidecarOf(uri, /verdict: accurate/u);
    await until('the check to be shown', () =>
      quotationOf(session, 'Nous irons')?.check ? true : undefined,
    );
    const start = text.indexOf('irons');
    await type(editor.document, start, 'n’');
    const [problem] = await problemsOf(uri, 'stale-check');
    assert.include(problem?.message ?? '', 'Nous irons au bout');
  });

  it('selected words that nobody says are checked as a claim', async () => {
    const { uri, editor } = await open('claim.article');
    const start = text.indexOf('Le port');
    editor.selection = new Selection(
      editor.document.positionAt(start),
      editor.document.positionAt(start + 18),
    );
    const done = commands.executeCommand('verbatim.markClaim');
    await accept(done);
    assert.match(await sidecarOf(uri, /kind: claim/u), /verdict: unchecked/u);
  });

  it('quotations are found in a transcript, and told apart', async () => {
    const { uri } = await open('compare.article');
    const source = await put('compare.vtt', transcript);
    const done = commands.executeCommand<readonly string[]>('verbatim.compareWithSource', source);
    await accept(done);
    assert.deepEqual(await done, ['typographic', 'changed', 'notFound']);
    assert.isDefined(uri);
  });

  it('a source that is none is refused with a word', async () => {
    await open('refused.article');
    const source = await put('refused.txt', new Uint8Array([0, 1, 2, 0, 0, 255, 254, 0]));
    assert.isUndefined(await commands.executeCommand('verbatim.compareWithSource', source));
  });

  it('the report is a table of what was checked', async () => {
    const { uri, editor } = await open('report.article');
    caretIn(editor, 'Nous irons au bout');
    await commands.executeCommand('verbatim.check', undefined, 'accurate');
    await sidecarOf(uri, /verdict: accurate/u);
    await commands.executeCommand('verbatim.factCheckReport', 'markdown');
    const report = window.activeTextEditor?.document.getText() ?? '';
    assert.match(report, /\| 3 \| Nous irons au bout \| Jeanne Kervadec \|/u);
  });
});

describe('house rules', () => {
  it('are silent until a team asks for them', async () => {
    const { uri } = await open('free.article');
    await new Promise((resolve) => setTimeout(resolve, 800));
    assert.deepEqual(
      languages.getDiagnostics(uri).map(({ code }) => code),
      [],
    );
  });

  it('are in Problems, with the severity of verbatim.yaml', async () => {
    await put('house/verbatim.yaml', 'version: 1\nrules:\n  long-quotation: {severity: error, words: 5}\n');
    const { uri } = await open('house/long.article');
    const [problem] = await problemsOf(uri, 'long-quotation');
    assert.include(problem?.message ?? '', '5');
  });

  it('what is not understood of them is told at its place in verbatim.yaml', async () => {
    const uri = await put('misspelt/verbatim.yaml', 'version: 1\nrules:\n  long-quotatoin: on\n');
    await show(uri);
    const [problem] = await problemsOf(uri, 'rule-unknown');
    assert.equal(problem?.range.start.line, 2);
  });
});

/** Presses Enter in the list that a command shows, until the command is done. */
async function accept(done: Thenable<unknown>): Promise<void> {
  let isDone = false;
  void done.then(() => (isDone = true));
  await until('the command to end', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone ? true : undefined;
  });
}
