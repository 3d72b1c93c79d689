import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { createSource } from '../../../src/core/compare/source';
import { alterations } from '../../../src/tools/calibrate-quotations/alterations';
import { trial } from '../../../src/tools/calibrate-quotations/trial';
import { dice } from '../../../src/tools/calibrate/random';

const folder = resolve('test/articles');
const each = 40;

/** `npm run calibrate-quotations` tries ten thousand. */
describe('a falsified quotation is never called the same', () => {
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.article'))
    .map((name) => createSource(readFileSync(join(folder, name), 'utf8')));
  for (const alteration of alterations) {
    it(alteration.name, () => {
      const random = dice(7);
      let tried = 0;
      for (let attempts = 0; tried < each && attempts < each * 300; attempts++) {
        const result = trial(random.pick(sources), alteration, random);
        if (!result) continue;
        tried++;
        assert.ok(!result.isFalse, `${result.kind}: ${result.quoted} | ${result.said}`);
      }
      assert.ok(tried >= each / 2, `only ${tried} tried`);
    });
  }
});
