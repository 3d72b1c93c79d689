import type { Decision } from './decision';

/** These decisions are taken back: their records go, and no quotation names one of them as its source any longer. */
export function remove(ids: readonly string[]): Decision {
  return function* ({ records }) {
    const gone = new Set(ids);
    const orphaned = records.filter(
      (record) => record.kind === 'quotation' && !gone.has(record.id) && gone.has(record.source ?? ''),
    );
    yield;
    return [
      ...orphaned.map(({ id }) => ({ kind: 'set', id, fields: { source: undefined } }) as const),
      ...records.filter(({ id }) => gone.has(id)).map(({ id }) => ({ kind: 'remove', id }) as const),
    ];
  };
}
