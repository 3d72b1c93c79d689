import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packedFiles, stageExtension } from '../../src/tools/package/stage';
import { fromRoot } from '../../src/tools/paths';

/** What may be packed. A new kind of file that the extension needs gets its line here and in `.vscodeignore`. */
const allowed = [
  /^dist\/(?:extension|extension\.browser|cli|preview)\.js$/,
  /^media\/(?:preview\.css|sample\/\w+\.article|walkthrough\/\w+\.svg)$/,
  /^dist\/language\/.+\.(?:bin|model)$/,
  /^l10n\/bundle\.l10n(?:\.\w+)?\.json$/,
  /^package(?:\.nls(?:\.\w+)?)?\.json$/,
  /^(?:syntaxes|media\/schemas)\/[\w.-]+\.json$/,
  /^language-configuration\.json$/,
  /^media\/(?:icon\.png|article-\w+\.svg|views\.svg)$/,
  /^(?:README\.md|CHANGELOG\.md|LICENSE|NOTICE)$/,
];

describe('the packed extension', function () {
  this.timeout(20_000);
  let folder: string;
  let files: readonly string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-package-'));
    await stageExtension(folder);
    files = await packedFiles(folder);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('holds nothing but what runs', () => {
    assert.deepEqual(
      files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('holds the entry points that the manifest names', async () => {
    const manifest = JSON.parse(await readFile(fromRoot('package.json'), 'utf8')) as Record<
      'main' | 'browser',
      string
    >;
    for (const entry of [manifest.main, manifest.browser])
      assert.ok(files.includes(entry.replace(/^\.\//, '')), entry);
  });

  it('holds every file that the manifest refers to', async () => {
    const manifest = await readFile(fromRoot('package.json'), 'utf8');
    const referred = [...manifest.matchAll(/"(?:\.\/)?((?:media|syntaxes|dist)\/[^"]+\.\w+)"/g)].map(
      ([, path]) => path ?? '',
    );
    assert.deepEqual(
      referred.filter((path) => !files.includes(path)),
      [],
    );
  });
});
