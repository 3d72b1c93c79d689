import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MentionRecord } from '../../../src/core/annotation/record';
import { createFolderIndex } from '../../../src/core/index/folderIndex';
import { summarize, type SidecarSummary } from '../../../src/core/index/sidecarSummary';

const mention = (
  exact: string,
  status: MentionRecord['status'],
  extra: Partial<MentionRecord> = {},
): MentionRecord => ({
  kind: 'mention',
  id: 'm1',
  type: 'organization',
  selector: { exact },
  status,
  ...extra,
});

describe('what a folder knows of a form', () => {
  it('counts the articles that confirmed or rejected it', () => {
    const index = createFolderIndex();
    index.set('a', summarize([mention('Orange', 'confirmed'), mention('Orange', 'confirmed')]));
    index.set('b', summarize([mention('Orange', 'confirmed')]));
    index.set('c', summarize([mention('Orange', 'rejected', { type: 'location' })]));
    assert.deepEqual(index.knowledgeFor('d').decisionsOn('Orange'), {
      confirmed: { organization: 2 },
      rejected: { location: 1 },
    });
  });

  it('leaves out the article itself', () => {
    const index = createFolderIndex();
    index.set('a', summarize([mention('Orange', 'confirmed')]));
    assert.equal(index.knowledgeFor('a').decisionsOn('Orange'), undefined);
  });

  it('follows a sidecar that changes or goes', () => {
    const index = createFolderIndex();
    index.set('a', summarize([mention('Orange', 'confirmed')]));
    const version = index.version;
    index.set('a', summarize([mention('Orange', 'confirmed')]));
    assert.equal(index.version, version, 'a change of nothing counts for nothing');
    index.set('a', undefined);
    assert.equal(index.knowledgeFor('b').decisionsOn('Orange'), undefined);
    assert.notEqual(index.version, version);
  });

  it('takes forms that differ in typography for one', () => {
    const index = createFolderIndex();
    index.set('a', summarize([mention('L’Oréal\u00a0France', 'confirmed')]));
    assert.ok(index.knowledgeFor('b').decisionsOn("L'Ore\u0301al France"));
  });

  it('takes a corrected type as a word against the old one', () => {
    const index = createFolderIndex();
    index.set('a', summarize([mention('Orange', 'confirmed', { replaces: { type: 'location' } })]));
    assert.deepEqual(index.knowledgeFor('b').decisionsOn('Orange'), {
      confirmed: { organization: 1 },
      rejected: { location: 1 },
    });
  });

  it('learns nothing from suggestions, dates and rejected links', () => {
    const none = [
      mention('A', 'suggested'),
      mention('B', 'confirmed', { type: 'date' }),
      mention('C', 'rejected', { scope: 'link' }),
    ];
    assert.deepEqual(summarize(none).forms, []);
  });

  it('does not depend on the order of what came', () => {
    const summary = fc.record({
      forms: fc.array(
        fc.record({
          form: fc.constantFrom('A', 'B'),
          type: fc.constantFrom('person', 'location'),
          decision: fc.constantFrom('confirmed', 'rejected'),
        }),
        { maxLength: 4 },
      ),
    }) as fc.Arbitrary<SidecarSummary>;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(summary, { nil: undefined }))),
        (changes) => {
          const stepwise = createFolderIndex();
          for (const [path, value] of changes) stepwise.set(path, value);
          const fresh = createFolderIndex();
          for (const [path, value] of new Map(changes)) fresh.set(path, value);
          for (const form of ['A', 'B']) {
            for (const path of ['a', 'd'])
              assert.deepEqual(
                stepwise.knowledgeFor(path).decisionsOn(form),
                fresh.knowledgeFor(path).decisionsOn(form),
              );
          }
        },
      ),
    );
  });
});
