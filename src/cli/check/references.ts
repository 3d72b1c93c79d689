import { currentIds } from '../../core/annotation/currentIds';
import { isPlainList } from '../../core/annotation/plain';
import type { AnnotationRecord } from '../../core/annotation/record';
import { problem, type Problem } from '../../core/problem/problem';
import { fieldOf } from '../../core/sidecar/recordFile';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { fieldSpans } from './spans';

/** References that lead nowhere, and entities that are one by their identifier but were never joined. */
export function checkReferences(sidecar: Sidecar): readonly Problem[] {
  const ids = currentIds(sidecar.entities);
  const mentions = mentionIds(sidecar);
  const place = fieldSpans(sidecar);
  const dangling = sidecar.annotations.flatMap((record) => {
    const entities = entityReferences(record).filter(([, id]) => !ids.has(id));
    const source = record.kind === 'quotation' ? record.source : undefined;
    return [
      ...entities.map(([key, id]) =>
        problem('check-dangling-entity', 'error', [id, key], place(record.id, key)),
      ),
      ...(source === undefined || mentions.has(source)
        ? []
        : [problem('check-dangling-source', 'error', [source], place(record.id, 'source'))]),
    ];
  });
  return [...dangling, ...sameIdentifiers(sidecar)];
}

/** Ids of mentions, and those that they had before a merge made two of them one. */
function mentionIds({ annotations, sections }: Sidecar): ReadonlySet<string> {
  const ids = new Set(annotations.filter(({ kind }) => kind === 'mention').map(({ id }) => id));
  const raw = sections.filter(({ key }) => key === 'annotations').flatMap(({ records }) => records);
  for (const record of raw) {
    const former = fieldOf(record, 'formerIds')?.value;
    if (ids.has(record.id ?? '') && isPlainList(former)) for (const id of former) ids.add(String(id));
  }
  return ids;
}

function entityReferences(record: AnnotationRecord): readonly (readonly [key: string, id: string])[] {
  if (record.kind === 'mention') return record.entity === undefined ? [] : [['entity', record.entity]];
  if (record.kind === 'claim') return [];
  const { speakers, candidates = [] } = record;
  return [
    ...speakers.map((id) => ['speakers', id] as const),
    ...candidates.map((id) => ['candidates', id] as const),
  ];
}

function sameIdentifiers(sidecar: Sidecar): readonly Problem[] {
  const place = fieldSpans(sidecar);
  const first = new Map<string, string>();
  return sidecar.entities.flatMap(({ id, type, wikidata }) => {
    if (wikidata === undefined) return [];
    const key = `${type} ${wikidata}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, id);
    return other === undefined
      ? []
      : [problem('check-same-identifier', 'warning', [other, id, wikidata], place(id, 'wikidata'))];
  });
}
