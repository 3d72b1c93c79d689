import assert from 'node:assert/strict';

import type { Analysis } from '../../../src/core/annotation/suggestion';
import { editSidecar } from '../../../src/core/sidecar/editSidecar';
import { newSidecar } from '../../../src/core/sidecar/newSidecar';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { runSteps } from '../../../src/core/util/steps';
import { articleView } from '../../../src/core/view/articleView';
import type { Decision } from '../../../src/core/view/decisions/decision';
import { noPlaces, type PlacedRecords } from '../../../src/core/view/placed';
import { placeRecords } from '../../../src/core/view/placeRecords';
import type { ArticleView } from '../../../src/core/view/types';

/** An article on a desk with its sidecar in memory: decides, edits the text, and looks again. */
export class Desk {
  text: string;
  source = newSidecar('a.article', 'fr');
  readonly #analysis: Analysis;
  #next = 0;

  constructor(text: string, analysis: Analysis) {
    this.text = text;
    this.#analysis = analysis;
  }

  get sidecar() {
    return parseSidecar(this.source);
  }

  get placed(): PlacedRecords {
    return runSteps(placeRecords(this.text, this.sidecar.annotations, noPlaces));
  }

  get view(): ArticleView {
    const { text, placed } = this;
    return articleView({ text, analysis: this.#analysis, placed, entities: this.sidecar.entities });
  }

  decide(decision: Decision): void {
    const { text, view, placed, sidecar } = this;
    const random = () => (this.#next = (this.#next + 0.137) % 1);
    const { annotations: records, entities } = sidecar;
    const changes = runSteps(decision({ text, view, placed, records, entities, random }));
    const edited = editSidecar(sidecar, changes);
    assert.ok('source' in edited, JSON.stringify(edited));
    this.source = edited.source;
    assert.deepEqual(this.sidecar.problems, []);
  }
}
