import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { assert } from 'chai';
import { commands, Uri, window } from 'vscode';

import { show, until } from './support';

describe('git from the editor', () => {
  const data = mkdtempSync(join(tmpdir(), 'verbatim-data-'));
  before(() => {
    // The program that git calls is not to be put into the home of whoever runs the tests.
    process.env.VERBATIM_DATA = data;
  });
  after(() => {
    delete process.env.VERBATIM_DATA;
  });

  it('is set up for the repository of the article in front, and told how it stands', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-git-'));
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const path = join(folder, 'a.article');
    writeFileSync(path, 'Un rapport.\n');
    await show(Uri.file(path));
    const report = async (): Promise<string> => {
      await show(Uri.file(path));
      await commands.executeCommand('verbatim.gitReport');
      const text = window.activeTextEditor?.document.getText() ?? '';
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      return text;
    };
    assert.match(await report(), /✗/u);
    await show(Uri.file(path));
    void commands.executeCommand('verbatim.setUpGit');
    await until('the attributes', () => (existsSync(join(folder, '.gitattributes')) ? true : undefined));
    assert.include(readFileSync(join(folder, '.gitattributes'), 'utf8'), 'merge=verbatim');
    const config = execFileSync('git', ['config', 'merge.verbatim.driver'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.include(config, data);
    await commands.executeCommand('notifications.clearAll');
    const told = await report();
    assert.notMatch(told, /✗/u);
  }).timeout(30_000);
});
