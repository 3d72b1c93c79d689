import { assert } from 'chai';
import { extensions } from 'vscode';

import { reviewKeys } from '../../../src/vscode/features/desk/reviewKeys';

interface Binding {
  readonly command: string;
  readonly key: string;
  readonly args?: string;
  readonly when: string;
}

describe('the keys of review mode', () => {
  const { packageJSON } = extensions.getExtension('verbatim-annotation.verbatim') as {
    readonly packageJSON: { readonly contributes: { readonly keybindings: readonly Binding[] } };
  };
  const bound = packageJSON.contributes.keybindings.filter(({ when }) =>
    when.includes(' verbatim.reviewing'),
  );

  it('are told as the manifest binds them', () => {
    const told = reviewKeys().flatMap(({ keys, command, argument }) =>
      keys.map((key) => `${key} ${command} ${argument ?? ''}`),
    );
    assert.sameMembers(
      told,
      bound.map(({ key, command, args }) => `${key} ${command} ${args ?? ''}`),
    );
  });

  it('letters without a modifier act only in review, in the text, and while nothing is being composed', () => {
    const bare = packageJSON.contributes.keybindings.filter(({ key }) => /^(?:shift\+)?[a-z]$/u.test(key));
    assert.isAbove(bare.length, 15);
    for (const { when } of bare) assert.equal(when, 'editorTextFocus && verbatim.reviewing && !isComposing');
  });
});
