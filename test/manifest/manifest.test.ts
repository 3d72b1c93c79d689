import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';

import { fromRoot } from '../../src/tools/paths';
import {
  allColors,
  allSettings,
  commands,
  contextKeys,
  languageId,
  previewType,
  views,
} from '../../src/vscode/ids';
import { readJson } from '../l10n/sources';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly alt?: string;
  readonly when?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: boolean };
  };
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, { readonly default?: unknown }>>;
    }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
    readonly views: Readonly<
      Record<
        string,
        readonly {
          readonly id: string;
          readonly name: string;
          readonly icon: string;
          readonly when?: string;
        }[]
      >
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly when?: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const manifest = readJson<Manifest>('package.json');
const { contributes } = manifest;

describe('the manifest', () => {
  it('declares the commands of the code, and no others', () => {
    const declared = contributes.commands.map(({ command }) => command);
    assert.deepEqual([...declared].sort(), Object.values<string>(commands).sort());
  });

  it('uses only declared commands in menus and keybindings', () => {
    const known = new Set<string>(Object.values(commands));
    const items = Object.values(contributes.menus).flat();
    const used = [
      ...items.flatMap(({ command, alt }) => [command ?? [], alt ?? []].flat()),
      ...contributes.keybindings.map(({ command }) => command),
    ];
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('declares the settings of the code, each with a default, and no others', () => {
    const properties = Object.assign(
      {},
      ...contributes.configuration.map((group) => group.properties),
    ) as Readonly<Record<string, { readonly default?: unknown }>>;
    assert.deepEqual(Object.keys(properties).sort(), [...allSettings].sort());
    for (const [key, schema] of Object.entries(properties)) assert.notEqual(schema.default, undefined, key);
  });

  it('declares the colours of the code, each for all four kinds of themes, and no others', () => {
    assert.deepEqual(contributes.colors.map(({ id }) => id).sort(), [...allColors].sort());
    for (const { id, defaults } of contributes.colors)
      assert.deepEqual(
        Object.keys(defaults).sort(),
        ['dark', 'highContrast', 'highContrastLight', 'light'],
        id,
      );
  });

  it('declares the views of the code, all in the container of the activity bar, and no others', () => {
    assert.deepEqual(
      Object.keys(contributes.views),
      contributes.viewsContainers.activitybar.map(({ id }) => id),
    );
    const declared = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
    assert.deepEqual(declared.toSorted(), Object.values<string>(views).toSorted());
  });

  it('uses only context keys, views and settings of the code', () => {
    const conditions = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...Object.values(contributes.views).flat(),
      ...contributes.viewsWelcome,
    ].map(({ when }) => when ?? '');
    const used = conditions.flatMap((when) => when.match(/verbatim\.[A-Za-z.]+/gu) ?? []);
    const known = new Set<string>([...Object.values(contextKeys), ...Object.values(views), ...allSettings]);
    assert.deepEqual(
      used.filter((key) => !known.has(key)),
      [],
    );
  });

  it('has every text in English and in French, and no other', () => {
    const used = new Set(
      JSON.stringify(manifest)
        .match(/(?<=")%[^%"]+%(?=")/gu)
        ?.map((key) => key.slice(1, -1)),
    );
    for (const file of ['package.nls.json', 'package.nls.fr.json']) {
      const texts = readJson<Readonly<Record<string, string>>>(file);
      assert.deepEqual(Object.keys(texts).sort(), [...used].sort(), file);
      for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', key);
    }
  });

  it('names only files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.yamlValidation.map(({ url }) => url),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(contributes.views).flatMap((list) => list.map(({ icon }) => icon)),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(fromRoot(file))),
      [],
    );
  });

  it('is activated by articles and folders with articles only', () => {
    assert.deepEqual(manifest.activationEvents, [
      `onLanguage:${languageId}`,
      'workspaceContains:**/*.annotations.yaml',
      'workspaceContains:verbatim.yaml',
      `onWebviewPanel:${previewType}`,
    ]);
  });

  it('works in virtual and untrusted workspaces', () => {
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  it('has no boxes around no-break spaces in articles', () => {
    const defaults = contributes.configurationDefaults[`[${languageId}]`];
    assert.equal(defaults?.['editor.unicodeHighlight.invisibleCharacters'], false);
    assert.equal(defaults?.['editor.unicodeHighlight.ambiguousCharacters'], false);
    assert.equal(defaults?.['editor.wordWrap'], 'on');
  });

  for (const { command, key, mac, when } of contributes.keybindings)
    it(`${key} (${command}) can be pressed on French keyboards, and acts in articles and our views only`, () => {
      for (const each of [key, mac ?? '']) {
        // AltGr is Ctrl+Alt; Alt with a letter opens menus; AZERTY has digits and brackets behind Shift or AltGr.
        assert.doesNotMatch(
          each,
          /ctrl\+alt|alt\+ctrl|alt\+[a-z](?: |$)|(?:\+|^| )[\d[\]\\`~/.;,'=-](?: |$)/u,
        );
      }
      const inViews = Object.values(views).map((view) => `focusedView == ${view}`);
      const places = [contextKeys.isArticle, contextKeys.reviewing, ...inViews];
      assert.ok(places.some((place) => when?.includes(place)));
    });
});
