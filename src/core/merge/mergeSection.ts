import { type PlainMap, samePlain } from '../annotation/plain';
import { atColumn, type Chunk, chunksIn, type FileChunks, withFields } from './chunks';
import { type Identities, identitiesOf, sameByIdentity } from './identities';
import { type Join, joinsOf } from './joins';
import { mergeFields, type MergedFields } from './mergeFields';
import { mergeOrder } from './order';
import {
  type Choices,
  keyOf,
  type MergeConflict,
  type MergeDecision,
  type MergedPiece,
  type Side,
} from './types';
import { checkedUnits, pick, unitsOf } from './units';

export interface Files {
  readonly base: FileChunks;
  readonly ours: FileChunks;
  readonly theirs: FileChunks;
}

/** What a section came to. */
export interface MergedSection {
  readonly pieces: readonly MergedPiece[];
  readonly conflicts: readonly MergeConflict[];
  readonly decisions: readonly MergeDecision[];
}

type Chunks = ReadonlyMap<string, Chunk>;

/** One section on its way; `lists` are what the sections before it have in all versions, for what their ids mean. */
interface Work {
  readonly section: string;
  readonly base: Chunks;
  readonly ours: Chunks;
  readonly theirs: Chunks;
  readonly identities: Identities;
  readonly choices: Choices;
  readonly indent: number;
  /** Edits of records that the other side had merged into another one, by that one's id. */
  readonly absorbed: Map<string, { readonly base: Chunk; readonly edited: Chunk }[]>;
  readonly conflicts: MergeConflict[];
  readonly decisions: MergeDecision[];
}

export function mergeSection(
  files: Files,
  section: string,
  lists: readonly (readonly Chunk[])[],
  choices: Choices,
): MergedSection {
  const [base, ours, theirs] = [files.base, files.ours, files.theirs].map((file) =>
    chunksIn(file, section),
  ) as [readonly Chunk[], readonly Chunk[], readonly Chunk[]];
  const joins = allJoins(section, base, ours, theirs, lists);
  const joined = new Map(joins.map(({ drop, keep }) => [drop, keep]));
  const work: Work = {
    section,
    base: byId(base),
    ours: byId(renamed(section, ours, theirs, joins)),
    theirs: byId(renamed(section, theirs, ours, joins)),
    identities: identitiesOf([...lists, ours, theirs], joined),
    choices,
    indent: ours[0]?.indent ?? theirs[0]?.indent ?? 2,
    absorbed: new Map(),
    conflicts: [],
    decisions: joins.map(({ keep, drop }) => ({
      section,
      id: keep,
      action: 'joined',
      from: 'both',
      formerId: drop,
    })),
  };
  const ids = (chunks: readonly Chunk[]) => chunks.map(({ id }) => joined.get(id) ?? id);
  const merged = mergeRecords(work);
  const order = mergeOrder(ids(base), ids(ours), ids(theirs), new Set(merged.keys()));
  const pieces = order.flatMap((id, i) => spaced(merged.get(id) as readonly MergedPiece[], i));
  return { pieces, conflicts: work.conflicts, decisions: work.decisions };
}

function byId(chunks: readonly Chunk[]): Chunks {
  return new Map(chunks.map((chunk) => [chunk.id, chunk]));
}

/** Twice, because records that refer to joined ones may be the same only then. */
function allJoins(
  section: string,
  base: readonly Chunk[],
  ours: readonly Chunk[],
  theirs: readonly Chunk[],
  lists: readonly (readonly Chunk[])[],
): readonly Join[] {
  const old = new Set(base.map(({ id }) => id));
  const added = (chunks: readonly Chunk[], other: readonly Chunk[]) => {
    const there = new Set(other.map(({ id }) => id));
    return chunks.filter(({ id }) => !old.has(id) && !there.has(id));
  };
  const [mine, other] = [added(ours, theirs), added(theirs, ours)];
  const first = joinsOf(section, mine, other, identitiesOf([...lists, ours, theirs]));
  const joined = new Map(first.map(({ drop, keep }) => [drop, keep]));
  const done = new Set(first.flatMap(({ keep, drop }) => [keep, drop]));
  const rest = (chunks: readonly Chunk[]) => chunks.filter(({ id }) => !done.has(id));
  return [
    ...first,
    ...joinsOf(section, rest(mine), rest(other), identitiesOf([...lists, ours, theirs], joined)),
  ];
}

/** One side's records, those that were joined under the id that stays. */
function renamed(
  section: string,
  chunks: readonly Chunk[],
  others: readonly Chunk[],
  joins: readonly Join[],
): readonly Chunk[] {
  return chunks.map((chunk) => {
    const join = joins.find(({ drop }) => drop === chunk.id);
    if (!join) return chunk;
    const former = Array.isArray(chunk.fields.formerIds) ? chunk.fields.formerIds : [];
    const fields: PlainMap = { ...chunk.fields, id: join.keep, formerIds: [...former, join.drop] };
    const kept = others.find(({ id }) => id === join.keep);
    return withFields(chunk, section === 'entities' && kept ? underName(fields, kept.fields) : fields);
  });
}

/** Two entities that are one have one name; the other one is an alias. */
function underName(fields: PlainMap, kept: PlainMap): PlainMap {
  const { name } = fields;
  if (kept.name === undefined || name === undefined || kept.name === name) return fields;
  const aliases = Array.isArray(fields.aliases) ? fields.aliases : [];
  return { ...fields, name: kept.name, aliases: aliases.includes(name) ? aliases : [...aliases, name] };
}

function mergeRecords(work: Work): ReadonlyMap<string, readonly MergedPiece[]> {
  const merged = new Map<string, readonly MergedPiece[]>();
  const ids = [...new Set([...work.ours.keys(), ...work.theirs.keys()])];
  // What one side has alone first: it may turn out to belong to a record that both have.
  for (const id of ids.toSorted((a, b) => Number(inBoth(work, a)) - Number(inBoth(work, b)))) {
    const pieces = inBoth(work, id) ? mergeShared(work, id) : mergeLone(work, id);
    if (pieces) merged.set(id, pieces);
  }
  for (const id of work.base.keys()) noteRemoval(work, id, merged);
  return merged;
}

function inBoth(work: Work, id: string): boolean {
  return work.ours.has(id) && work.theirs.has(id);
}

function noteRemoval(
  { section, ours, theirs, decisions }: Work,
  id: string,
  merged: ReadonlyMap<string, unknown>,
): void {
  if (merged.has(id)) return;
  const from = ours.has(id) ? 'theirs' : theirs.has(id) ? 'ours' : 'both';
  decisions.push({ section, id, action: 'removed', from });
}

function mergeShared(work: Work, id: string): readonly MergedPiece[] {
  const { section, decisions } = work;
  const [base, ours, theirs] = [work.base.get(id), work.ours.get(id) as Chunk, work.theirs.get(id) as Chunk];
  const lead = settledLead(base, ours, theirs);
  const absorbed = work.absorbed.has(id);
  if (!absorbed && (ours.text === theirs.text || theirs.text === base?.text)) return settled(lead, ours);
  if (!absorbed && ours.text === base?.text) {
    decisions.push({ section, id, action: 'changed', from: 'theirs' });
    return settled(lead, atColumn(theirs, ours.indent));
  }
  const merged = mergeAll(work, id, base, ours, theirs);
  if (merged.fromTheirs.length > 0)
    decisions.push({ section, id, action: 'changed', from: 'both', units: merged.fromTheirs });
  const mine = withFields(ours, merged.fields);
  if (merged.conflicts.length === 0) return settled(lead, mine);
  work.conflicts.push(
    ...merged.conflicts.map((conflict) => ({ kind: 'unit' as const, section, id, ...conflict })),
  );
  const [our, their] = [ours.fields, theirs.fields].map((own, i) =>
    asChecked(i === 0 ? merged.fields : theirVersion(merged), own, merged),
  ) as [PlainMap, PlainMap];
  const other = withFields(ours, their);
  const old = base ? `${atColumn(base, ours.indent).text}\n` : '';
  return [{ text: lead }, { base: old, ours: `${withFields(ours, our).text}\n`, theirs: `${other.text}\n` }];
}

/** The two versions, then what the other side did to records that were merged into this one. */
function mergeAll(work: Work, id: string, base: Chunk | undefined, ours: Chunk, theirs: Chunk): MergedFields {
  const chosen = (unit: string) => work.choices.get(keyOf(work.section, id, unit));
  const same = sameByIdentity(work.identities);
  const versions = { ours: ours.fields, theirs: theirs.fields, ...(base && { base: base.fields }) };
  let merged = mergeFields(versions, chosen, same);
  for (const { base: old, edited } of work.absorbed.get(id) ?? []) {
    const more = mergeFields({ base: old.fields, ours: merged.fields, theirs: edited.fields }, chosen, same);
    merged = {
      fields: more.fields,
      conflicts: [...merged.conflicts, ...more.conflicts],
      fromTheirs: [...merged.fromTheirs, ...more.fromTheirs],
    };
  }
  return merged;
}

/**
 * A side's version where a check is in conflict: with what was checked as that side has it. With the merged words on both sides
 * nobody could tell any more, who reads the versions back, that the check is not of these words.
 */
function asChecked(fields: PlainMap, own: PlainMap, { conflicts }: MergedFields): PlainMap {
  if (!conflicts.some(({ unit }) => unit === 'check')) return fields;
  const checked = unitsOf(fields, own).filter(({ name }) => checkedUnits.includes(name));
  const keys = new Set(checked.flatMap((unit) => unit.keys));
  const rest = Object.entries(fields).filter(([key]) => !keys.has(key));
  return Object.assign(Object.fromEntries(rest), ...checked.map((unit) => pick(own, unit))) as PlainMap;
}

function theirVersion({ fields, conflicts }: MergedFields): PlainMap {
  const dropped = new Set(conflicts.flatMap(({ ours }) => Object.keys(ours)));
  const rest = Object.entries(fields).filter(([key]) => !dropped.has(key));
  return Object.assign(Object.fromEntries(rest), ...conflicts.map(({ theirs }) => theirs)) as PlainMap;
}

/** A record that one side has alone: new there, or deleted or merged into another one here. */
function mergeLone(work: Work, id: string): readonly MergedPiece[] | undefined {
  const { section } = work;
  const from: Side = work.ours.has(id) ? 'ours' : 'theirs';
  const other: Side = from === 'ours' ? 'theirs' : 'ours';
  const chunk = atColumn(work[from].get(id) as Chunk, work.indent);
  const base = work.base.get(id);
  if (!base) {
    work.decisions.push({ section, id, action: 'added', from });
    return settled(chunk.lead, chunk);
  }
  if (samePlain(base.fields, chunk.fields)) return undefined;
  const survivor = work.identities.survivorOf(id);
  if (survivor !== id && inBoth(work, survivor)) {
    work.absorbed.set(survivor, [...(work.absorbed.get(survivor) ?? []), { base, edited: chunk }]);
    return undefined;
  }
  const choice = work.choices.get(keyOf(section, id, ''));
  if (choice) return choice === from ? settled(chunk.lead, chunk) : undefined;
  work.conflicts.push({ kind: 'deleted', section, id, by: other, base: base.fields, edited: chunk.fields });
  // The blank line above goes with the record, so that our version without it has none too many.
  const old = `${base.lead}${atColumn(base, work.indent).text}\n`;
  const text = `${chunk.lead}${chunk.text}\n`;
  const sides = { base: old, ours: from === 'ours' ? text : '', theirs: from === 'theirs' ? text : '' };
  return [sides];
}

function settled(lead: string, chunk: Chunk): readonly MergedPiece[] {
  return [{ text: `${lead}${chunk.text}\n` }];
}

/** Comments above a record: whoever changed them. Where both did, ours and then what only theirs has. */
function settledLead(base: Chunk | undefined, ours: Chunk, theirs: Chunk): string {
  if (ours.lead === theirs.lead || theirs.lead === base?.lead) return ours.lead;
  if (ours.lead === base?.lead) return theirs.lead;
  const known = new Set(`${ours.lead}\n${base?.lead ?? ''}`.split('\n'));
  const more = theirs.lead.split('\n').filter((line) => line.trim() !== '' && !known.has(line));
  return ours.lead + more.map((line) => `${line}\n`).join('');
}

/** A blank line between records, also where one of them was the first in its file. */
function spaced(pieces: readonly MergedPiece[], index: number): readonly MergedPiece[] {
  const [first, ...rest] = pieces;
  if (index === 0 || !first || !('text' in first) || /^\s*\n/.test(first.text)) return pieces;
  return [{ text: `\n${first.text}` }, ...rest];
}
