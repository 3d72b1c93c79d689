import { assert } from 'chai';
import { extensions } from 'vscode';

describe('activation', () => {
  it('gives the version of its manifest', async () => {
    const extension = extensions.getExtension<{ readonly version: string }>('verbatim-annotation.verbatim');
    assert.isDefined(extension);
    const api = await extension.activate();
    assert.equal(api.version, (extension.packageJSON as { readonly version: string }).version);
  });
});
