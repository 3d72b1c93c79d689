import { analysed, put, show, until } from './support';
import { workspace } from 'vscode';

const name = 'Jeanne Kervadec';
const prose = `Le 24 septembre 2025, ${name} a pris la parole à Lorient. ${name} dirige le port.\n`;

/** Another article's sidecar that decides on the name. */
function sidecar(article: string): string {
  return [
    'version: 1',
    `article: ${article}`,
    'annotations:',
    '  - id: m1abcdefg',
    '    kind: mention',
    '    type: person',
    `    exact: "${name}"`,
    '    status: rejected',
    '',
  ].join('\n');
}

describe('what the folder decided', () => {
  it('sinks a name that other articles reject again and again, and lets it rise when they no longer do', async () => {
    const session = await analysed((await show(await put('appris.article', prose))).document);
    const isShown = (): boolean =>
      session.view.mentions.some(({ span }) => prose.slice(span.start, span.end) === name);
    await until('the name', () => (isShown() ? true : undefined));
    const others = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        put(`ailleurs-${i}.article.annotations.yaml`, sidecar(`ailleurs-${i}.article`)),
      ),
    );
    await until('the name to sink', () => (isShown() ? undefined : true));
    for (const uri of others) await workspace.fs.delete(uri);
    await until('the name to rise', () => (isShown() ? true : undefined));
  });
});
