import type { Analyzer } from '../core/analysis/analyzer';
import type { EntityRecord } from '../core/annotation/record';
import { parseSidecar } from '../core/sidecar/parseSidecar';
import { runSteps } from '../core/util/steps';
import { articleView } from '../core/view/articleView';
import { groupPlaced, allPlaced, noPlaces, type PlacedRecords } from '../core/view/placed';
import { placeRecords } from '../core/view/placeRecords';
import type { ArticleView } from '../core/view/types';
import type { Input } from './input';
import { sidecarPath } from './sidecarFile';
import { readUtf8 } from './sidecarText';

/** An article's view with the records that it is made of. */
export interface ShownArticle {
  readonly view: ArticleView;
  readonly placed: PlacedRecords;
  readonly entities: readonly EntityRecord[];
}

/**
 * What the editor shows of an article: the decisions of its sidecar, if there is one, and the analysis; `onlyConfirmed` leaves out
 * what no person confirmed. Or a translated sentence that says why the sidecar could not be read.
 */
export async function articleViewOf(
  input: Input,
  analyzer: Analyzer,
  { onlyConfirmed }: { readonly onlyConfirmed: boolean },
): Promise<ShownArticle | { readonly message: string }> {
  const { file, text, format } = input;
  const read = file === '-' ? { text: '' } : await readUtf8(sidecarPath(file));
  if ('message' in read && !read.missing) return { message: `${sidecarPath(file)}: ${read.message}` };
  const { annotations, entities } = parseSidecar('text' in read ? read.text : '');
  const placed = runSteps(placeRecords(text, annotations, noPlaces));
  if (onlyConfirmed) {
    const confirmed = allPlaced(placed).filter(({ record }) => record.status === 'confirmed');
    return { view: articleView({ text, placed: groupPlaced(confirmed), entities }), placed, entities };
  }
  const analysis = runSteps(analyzer.analyze(text, format, { fileName: file }));
  return { view: articleView({ text, analysis, placed, entities }), placed, entities };
}
