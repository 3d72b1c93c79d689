import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredModel, Thresholds } from '../../../core/analysis/quotation/model';
import { thresholds } from '../../../core/analysis/quotation/thresholds';
import { linesOf, predictions, referenceFolder, score, sources } from './crossValidation';
import type { TrainingText } from './trainingTexts';

const settings: readonly Partial<Thresholds>[] = [
  {},
  ...[0.5, 0.55, 0.65, 0.7, 0.75, 0.8].map((marksTaken) => ({ marksTaken })),
  ...[0.35, 0.4, 0.46, 0.5, 0.55].map((indirectTaken) => ({ indirectTaken })),
  ...[0.5, 0.58, 0.62, 0.66, 0.7].map((speakerNamed) => ({ speakerNamed })),
  ...[0.9, 0.92, 0.96, 1].map((pronoun) => ({ reserve: { ...thresholds.reserve, pronoun } })),
  ...[0.85, 0.88, 0.96, 1].map((none) => ({ reserve: { ...thresholds.reserve, none } })),
  ...[0.95, 0.97].map((name) => ({ reserve: { ...thresholds.reserve, name, role: name } })),
];

/** Prints what the models, each on the texts it was not trained on, score at the thresholds that ship and with one changed. */
export function chooseThresholds(texts: readonly TrainingText[], models: readonly StoredModel[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'quotations-'));
  const gold = sources.map((source) => {
    const chosen = texts.filter((text) => text.source === source);
    return { source, chosen, folder: referenceFolder(join(folder, source), chosen) };
  });
  console.log(
    'found, named (direct + mixed) | found (indirect) | names given, wrong | sure, right | other marks taken',
  );
  for (const setting of settings) {
    const lines = predictions(texts, models, { ...thresholds, ...setting });
    for (const { source, chosen, folder: reference } of gold)
      console.log(
        `${source.padEnd(9)} ${row(score(reference, linesOf(chosen, lines), '--json'))} ${JSON.stringify(setting)}`,
      );
  }
}

interface Report {
  readonly 'direct+mixed': Scores;
  readonly indirect: Scores;
  readonly all: Scores;
  readonly falseAlarms: { readonly taken: number; readonly all: number };
}

interface Scores {
  readonly found: { readonly f1: number };
  readonly attributed: { readonly f1: number };
  readonly names: {
    readonly given: number;
    readonly wrong: number;
    readonly sure: number;
    readonly sureRight: number;
    readonly nameable: number;
  };
}

function row(json: string): string {
  const { 'direct+mixed': marked, indirect, all, falseAlarms } = JSON.parse(json) as Report;
  const { given, wrong, sure, sureRight, nameable } = all.names;
  return [
    percent(marked.found.f1),
    percent(marked.attributed.f1),
    percent(indirect.found.f1),
    `${given} ${percent(wrong / given)}`,
    `${sure}/${nameable} ${percent(sureRight / sure)}`,
    `${falseAlarms.taken}/${falseAlarms.all}`,
  ].join('  ');
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
