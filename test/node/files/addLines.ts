// Run by tests as a child process: adds lines to a file that others add lines to at the same time.
//   addLines.ts PATH NAME COUNT
import { readFile } from 'node:fs/promises';

import { replaceWhole } from '../../../src/node/writeWhole';

const [path = '', name = '', count = '0'] = process.argv.slice(2);

void (async () => {
  let again = 0;
  for (let line = 0; line < Number(count); line++) {
    for (;;) {
      const before = await readFile(path);
      const after = Buffer.concat([before, Buffer.from(`${name} ${line}\n`)]);
      if (await replaceWhole(path, before, after)) break;
      again++;
    }
  }
  console.log(JSON.stringify({ again }));
})();
