import { anchor } from '../../core/anchoring/anchor';
import { describe } from '../../core/anchoring/describe';
import { makeEntityId, makeId } from '../../core/annotation/id';
import type { AnnotationRecord, MentionRecord, QuotationRecord } from '../../core/annotation/record';
import { entityTypes } from '../../core/annotation/types';
import { editSidecar, type SidecarChange } from '../../core/sidecar/editSidecar';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { span, type Span } from '../../core/util/span';
import type { Dice } from '../calibrate/random';

/** A sidecar after somebody made a few random decisions: new, changed and removed ones. */
export function annotate(dice: Dice, text: string, source: string, count: number): string {
  let current = source;
  for (let i = 0; i < count; i++) {
    const sidecar = parseSidecar(current);
    const edited = editSidecar(sidecar, dice.pick(decisions)(dice, text, sidecar));
    if ('problem' in edited) throw new Error(`An annotator could not write: ${edited.problem.code}`);
    current = edited.source;
  }
  return current;
}

type Decide = (dice: Dice, text: string, sidecar: Sidecar) => readonly SidecarChange[];

/** Most decisions are new ones, as in practice; each other kind is there once. */
const decisions: readonly Decide[] = [
  addMention,
  addMention,
  addMention,
  addMention,
  addQuotation,
  addQuotation,
  addEntity,
  (dice, _, sidecar) =>
    update(dice, sidecar, (record) => ({
      ...record,
      status: record.status === 'rejected' ? 'confirmed' : 'rejected',
    })),
  (dice, _, sidecar) =>
    update(dice, sidecar, (record) =>
      record.kind === 'mention' ? { ...record, type: dice.pick(entityTypes) } : record,
    ),
  (dice, _, sidecar) => update(dice, sidecar, (record) => ({ ...record, note: `note ${dice.below(1000)}` })),
  (dice, _, sidecar) => update(dice, sidecar, (record) => checked(dice, record)),
  (dice, _, sidecar) => {
    const victim = pickOf(
      dice,
      sidecar.annotations.filter(({ id }) => !isReferred(sidecar, id)),
    );
    return victim ? [{ kind: 'remove', id: victim.id }] : [];
  },
];

function addMention(dice: Dice, text: string, sidecar: Sidecar): readonly SidecarChange[] {
  const at = freeSpan(dice, text, sidecar, /\p{Lu}[\p{L}’-]{2,}(?: \p{Lu}[\p{L}’-]{2,})*/gu);
  if (!at) return [];
  const entity = pickOf(dice, sidecar.entities);
  const record: MentionRecord = {
    id: makeId(dice.next),
    kind: 'mention',
    type: entity?.type ?? dice.pick(entityTypes),
    selector: describe(text, at),
    status: dice.chance(0.8) ? 'confirmed' : 'rejected',
    ...(entity && dice.chance(0.6) && { entity: entity.id }),
  };
  return [addition(record, text, sidecar, at)];
}

function addQuotation(dice: Dice, text: string, sidecar: Sidecar): readonly SidecarChange[] {
  const at = freeSpan(dice, text, sidecar, /[\p{Ll}’]+ [\p{Ll}’ ]{15,60}[\p{Ll}’]+/gu);
  if (!at) return [];
  const speaker = pickOf(dice, sidecar.entities);
  const source = pickOf(
    dice,
    sidecar.annotations.filter(({ kind }) => kind === 'mention'),
  );
  const record: QuotationRecord = {
    id: makeId(dice.next),
    kind: 'quotation',
    form: dice.pick(['direct', 'mixed', 'indirect']),
    content: [describe(text, at)],
    speakers: speaker ? [speaker.id] : [],
    ...(source && dice.chance(0.5) && { source: source.id }),
    status: 'confirmed',
  };
  return [addition(record, text, sidecar, at)];
}

function addEntity(dice: Dice, text: string): readonly SidecarChange[] {
  const name = pickOf(dice, text.match(/\p{Lu}\p{L}{3,}/gu) ?? []) ?? 'Personne';
  const record = { id: makeEntityId(name, dice.next), type: dice.pick(entityTypes), name };
  return [{ kind: 'addEntity', record }];
}

function update(
  dice: Dice,
  sidecar: Sidecar,
  change: (record: AnnotationRecord) => AnnotationRecord,
): readonly SidecarChange[] {
  const record = pickOf(dice, sidecar.annotations);
  return record ? [{ kind: 'update', record: change(record) }] : [];
}

function checked(dice: Dice, record: AnnotationRecord): AnnotationRecord {
  if (record.kind !== 'quotation') return record;
  const words = record.content.map(({ exact }) => exact).join(' ');
  const of = { words, speakers: record.speakers };
  return { ...record, check: { of, verdict: dice.pick(['accurate', 'altered', 'false']) } };
}

/** Goes behind the record that is nearest before it in the text, as the editor puts it. */
function addition(record: AnnotationRecord, text: string, sidecar: Sidecar, at: Span): SidecarChange {
  const before = anchor(text, sidecar.annotations)
    .filter(({ spans }) => spans?.[0] && spans[0].start < at.start)
    .toSorted((a, b) => (a.spans?.[0]?.start ?? 0) - (b.spans?.[0]?.start ?? 0))
    .at(-1);
  return { kind: 'addAnnotation', record, ...(before && { after: before.record.id }) };
}

/** Words that no record of the sidecar is about yet. */
function freeSpan(dice: Dice, text: string, sidecar: Sidecar, form: RegExp): Span | undefined {
  const taken = anchor(text, sidecar.annotations).flatMap(({ spans }) => spans ?? []);
  const free = [...text.matchAll(form)]
    .map(({ index, 0: words }) => span(index, index + words.length))
    .filter((at) => taken.every(({ start, end }) => end <= at.start || start >= at.end));
  return pickOf(dice, free);
}

function isReferred({ annotations }: Sidecar, id: string): boolean {
  return annotations.some((record) => record.kind === 'quotation' && record.source === id);
}

function pickOf<T>(dice: Dice, items: readonly T[]): T | undefined {
  return items.length > 0 ? dice.pick(items) : undefined;
}

/** An article after a writer changed a sentence or two: words swapped, a sentence added, dropped or moved. */
export function rewrite(dice: Dice, text: string, count: number): string {
  let paragraphs = text.split('\n');
  for (let i = 0; i < count; i++) {
    const at = dice.below(paragraphs.length);
    const paragraph = paragraphs[at] as string;
    const sentences = paragraph.split(/(?<=[.!?]) /u);
    const sentence = dice.below(sentences.length);
    const kind = dice.below(4);
    if (kind === 0) sentences.splice(sentence, 0, `Une phrase de plus, la ${dice.below(1000)}e.`);
    else if (kind === 1 && sentences.length > 1) sentences.splice(sentence, 1);
    else if (kind === 2)
      sentences[sentence] = (sentences[sentence] as string).replace(/ \p{Ll}{4,} /u, ' autrement ');
    else {
      const [moved = ''] = paragraphs.splice(at, 1);
      paragraphs.splice(dice.below(paragraphs.length + 1), 0, moved);
      continue;
    }
    paragraphs = paragraphs.with(at, sentences.join(' '));
  }
  return paragraphs.join('\n');
}
