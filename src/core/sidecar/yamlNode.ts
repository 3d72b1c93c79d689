import type { PlainMap, PlainValue } from '../annotation/plain';
import type { Span } from '../util/span';
import type { RawField } from './recordFile';

/** YAML as sidecars use it, with where everything stands. */
export type YamlNode =
  | {
      readonly kind: 'map';
      readonly span: Span;
      readonly flow: boolean;
      readonly fields: readonly YamlField[];
    }
  | {
      readonly kind: 'list';
      readonly span: Span;
      readonly flow: boolean;
      readonly items: readonly YamlNode[];
    }
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: PlainValue; readonly block: boolean };

export interface YamlField {
  readonly raw: RawField;
  readonly node: YamlNode;
}

export function plainOf(node: YamlNode): PlainValue {
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'list' ? node.items.map(plainOf) : plainMap(node.fields);
}

function plainMap(fields: readonly YamlField[]): PlainMap {
  return Object.fromEntries(fields.map(({ raw }) => [raw.key, raw.value]));
}
