import { strict as assert } from 'node:assert';

import { openWorkbench, type Workbench } from './driver';

describe('a workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      files: {
        'un.article': 'Le maire parle.\n',
        'deux.txt': 'Rien.\n',
        '.vscode/settings.json': '{\n  "editor.wordWrap": "on"\n}\n',
      },
      open: 'un.article',
    });
  });

  after(() => workbench.close());

  it('shows the article it was opened on', async () => {
    assert.deepEqual((await workbench.visibleText())[0], 'Le maire parle.');
  });

  it('writes what is typed and saved to the disk', async () => {
    await workbench.clickText('parle');
    await workbench.pressKeys('Control+Home');
    await workbench.type('Hier, ');
    await workbench.save();
    assert.equal(await workbench.readFile('un.article'), 'Hier, Le maire parle.\n');
  });

  it('opens another file by its name', async () => {
    await workbench.openFile('deux.txt');
    assert.deepEqual(await workbench.visibleText(), ['Rien.', '']);
  });

  it('shows the card of what the mouse is over', async () => {
    await workbench.openFile('.vscode/settings.json');
    assert.match(await workbench.hoverText('editor.wordWrap'), /how lines should wrap/);
  });

  it('shows the card of what the caret is in', async () => {
    await workbench.clickText('editor.wordWrap');
    assert.match(await workbench.hoverAtCaret(), /how lines should wrap/);
  });

  it('runs a command by its title', async () => {
    await workbench.runCommand('View: Split Editor Right');
    await workbench.page.locator('.editor-group-container').nth(1).waitFor();
  });
});
