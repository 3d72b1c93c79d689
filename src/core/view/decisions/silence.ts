import type { Decision } from './decision';

/** A house rule says no more about the record, for the reason given. */
export function silence(id: string, rule: string, reason?: string): Decision {
  return function* ({ records }) {
    yield;
    const record = records.find((each) => each.id === id);
    if (!record || record.suppress?.some((each) => each.rule === rule) === true) return [];
    const suppress = [...(record.suppress ?? []), { rule, ...(reason !== undefined && { reason }) }];
    return [{ kind: 'update', record: { ...record, suppress } }];
  };
}
