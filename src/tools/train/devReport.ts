import { createAnalyzer } from '../../core/analysis/analyzer';
import { toWinerConvention } from '../../core/analysis/convention/winer';
import { createFrenchStages } from '../../core/analysis/french';
import type { Recognizer } from '../../core/analysis/ner/recognizer';
import type { MentionSuggestion } from '../../core/annotation/suggestion';
import { isEntityType } from '../../core/annotation/types';
import { runSteps } from '../../core/util/steps';
import { f1Interval } from '../evaluate/bootstrap';
import type { GoldArticle } from './corpus';
import { addScore, f1, namedTypes, newTallies, sumTallies, type Tallies } from './score';

/** Strict scores of a recogniser with all of the analysis behind it, by type, with intervals, and how far its confidences hold. */
export function reportOn(
  recognizer: Recognizer,
  articles: readonly GoldArticle[],
  winerConvention: boolean,
): string {
  const analyzer = createAnalyzer(createFrenchStages(recognizer));
  const found = articles.map(({ article, name }) => {
    const { mentions } = runSteps(analyzer.analyze(article.text, 'plain', { fileName: `${name}.txt` }));
    return winerConvention ? toWinerConvention(article.text, mentions) : mentions.filter(isName);
  });
  const perArticle = articles.map(({ names }, index) => {
    const tallies = newTallies();
    addScore(tallies, names, found[index] ?? []);
    return tallies;
  });
  return [...scoreLines(perArticle), ...reliabilityLines(articles, found)].join('\n');
}

function isName({ form, type, value }: MentionSuggestion): boolean {
  return isEntityType(type) ? form === 'name' || form === 'acronym' : value?.absolute !== false;
}

function scoreLines(perArticle: readonly Tallies[]): readonly string[] {
  const line = (label: string, types: Parameters<typeof sumTallies>[1]) => {
    const counts = perArticle.map((tallies) => sumTallies(tallies, types));
    const sum = counts.reduce((a, b) => ({
      correct: a.correct + b.correct,
      predicted: a.predicted + b.predicted,
      gold: a.gold + b.gold,
    }));
    const [low, high] = f1Interval(counts);
    const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole).toFixed(1);
    return `| ${label} | ${percent(sum.correct, sum.predicted)} | ${percent(sum.correct, sum.gold)} | ${f1(sum).toFixed(1)} | ${low.toFixed(1)}–${high.toFixed(1)} | ${sum.gold} |`;
  };
  return [
    '| type | precision | recall | F1 | 95 in 100 | names |',
    '| --- | --- | --- | --- | --- | --- |',
    line('person + organization + location', namedTypes),
    ...(Object.keys(newTallies()) as (typeof namedTypes)[number][]).map((type) => line(type, [type])),
    '',
  ];
}

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01];

/** Of the names with a confidence in each range, how sure they are on average and how many of them are right. */
function reliabilityLines(
  articles: readonly GoldArticle[],
  found: readonly (readonly MentionSuggestion[])[],
): readonly string[] {
  const bins = edges.slice(1).map(() => ({ count: 0, sure: 0, right: 0 }));
  for (const [index, { names }] of articles.entries()) {
    const gold = new Set(names.map(({ type, span }) => `${type} ${span.start} ${span.end}`));
    for (const { type, span, confidence } of found[index] ?? []) {
      if (!isEntityType(type)) continue;
      const bin = bins[edges.findIndex((edge) => confidence < edge) - 1];
      if (!bin) continue;
      bin.count++;
      bin.sure += confidence;
      if (gold.has(`${type} ${span.start} ${span.end}`)) bin.right++;
    }
  }
  return [
    '| confidence | names | mean confidence | right |',
    '| --- | --- | --- | --- |',
    ...bins.flatMap(({ count, sure, right }, index) =>
      count === 0
        ? []
        : [
            `| from ${edges[index]} | ${count} | ${(sure / count).toFixed(2)} | ${(right / count).toFixed(2)} |`,
          ],
    ),
  ];
}
