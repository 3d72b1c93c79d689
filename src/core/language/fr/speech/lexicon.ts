import { inflect, type VerbForm } from './inflector';
import { runSteps, type Steps } from '../../../util/steps';
import { causatives, reportingVerbs, type ReportingVerb } from './verbs';

/** A written form read as a form of a reporting verb. */
export interface VerbReading extends VerbForm {
  /** Several where one form belongs to two entries (demander with and without a reflexive). */
  readonly verb: ReportingVerb;
}

/** All readings of a lower-case form as a reporting verb; empty when there is none. */
export function reportingReadings(form: string): readonly VerbReading[] {
  return (reporting ??= runSteps(index(reportingVerbs))).get(form) ?? none;
}

/** Readings of a form of faire, laisser or vouloir, to be completed by one of the infinitives of `completions`. */
export function causativeReadings(form: string): readonly (VerbForm & { readonly lemma: string })[] {
  return (helpers ??= indexHelpers()).get(form) ?? [];
}

export function completions(lemma: string): readonly ReportingVerb[] {
  return causatives.get(lemma) ?? [];
}

const none: readonly VerbReading[] = [];
// Derived tables, built when first asked for and never changed: a thousand forms a table.
let reporting: ReadonlyMap<string, readonly VerbReading[]> | undefined;
let helpers: ReadonlyMap<string, readonly (VerbForm & { readonly lemma: string })[]> | undefined;

/** Builds the tables in small steps, so that the first article does not wait for them in one go. */
export function* warmUpReporting(): Steps<void> {
  reporting ??= yield* index(reportingVerbs);
  helpers ??= indexHelpers();
}

const verbsPerStep = 24;

function* index(verbs: readonly ReportingVerb[]): Steps<ReadonlyMap<string, readonly VerbReading[]>> {
  const table = new Map<string, VerbReading[]>();
  for (const [i, verb] of verbs.entries()) {
    for (const form of distinct(inflect(verb.lemma))) add(table, form.form, { ...form, verb });
    if (i % verbsPerStep === 0) yield;
  }
  return table;
}

function indexHelpers() {
  const table = new Map<string, (VerbForm & { readonly lemma: string })[]>();
  for (const lemma of causatives.keys())
    for (const form of distinct(inflect(lemma))) add(table, form.form, { ...form, lemma });
  return table;
}

/** "dit" is present and past historic: one reading is enough. */
function distinct(forms: readonly VerbForm[]): readonly VerbForm[] {
  const seen = new Set<string>();
  return forms.filter((form) => {
    const key = `${form.form} ${form.mood} ${form.plural}`;
    return !seen.has(key) && seen.add(key);
  });
}

function add<T>(table: Map<string, T[]>, key: string, value: T): void {
  const values = table.get(key);
  if (values) values.push(value);
  else table.set(key, [value]);
}
