import { closeEverything, pictureFailure } from './driver';

/** What mocha does around every test of the workbench. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    for (const path of await pictureFailure(this.currentTest.fullTitle()))
      console.log(`    Picture: ${path}`);
  },
  afterAll: closeEverything,
};
