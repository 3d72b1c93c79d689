import type { Span } from '../util/span';
import { describeAll } from '../anchoring/describe';
import type { ViewMention, ViewQuotation } from '../view/types';
import type { ExportFormat, ExportSource } from './exportSource';

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD: one annotation page an article. Each target has a
 * TextQuoteSelector and a TextPositionSelector in Unicode code points, as the model wants it.
 */
export const webAnnotations: ExportFormat = {
  id: 'jsonld',
  extension: 'jsonld',
  joins: false,
  write: (source) => `${JSON.stringify(annotationPage(source), undefined, 2)}\n`,
};

function annotationPage(source: ExportSource) {
  const { mentions, quotations } = source.view;
  const spans = [...mentions.map(({ span }) => span), ...quotations.flatMap(({ content }) => content)];
  const quotes = describeAll(source.article.text, spans);
  const targets = new Map(spans.map((span, index) => [keyOf(span), targetOf(span, quotes[index], source)]));
  const target = (span: Span) => targets.get(keyOf(span));
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { schema: 'https://schema.org/' }],
    type: 'AnnotationPage',
    items: [
      ...mentions.map((mention) => mentionAnnotation(mention, target(mention.span), source)),
      ...quotations.map((quotation) => quotationAnnotation(quotation, quotation.content.map(target), source)),
    ],
  };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function targetOf({ start, end }: Span, quote: object | undefined, { article, file }: ExportSource) {
  return {
    source: encodeURI(file),
    selector: [
      { type: 'TextQuoteSelector', ...quote },
      { type: 'TextPositionSelector', start: article.toCodePoint(start), end: article.toCodePoint(end) },
    ],
  };
}

function mentionAnnotation(mention: ViewMention, target: unknown, { view }: ExportSource) {
  const entity = mention.entity === undefined ? undefined : view.entities.get(mention.entity);
  const wikidata = entity?.wikidata;
  return {
    type: 'Annotation',
    motivation: 'identifying',
    ...provenance(mention),
    body: [
      tag(mention.type),
      ...(entity ? [{ type: 'TextualBody', purpose: 'identifying', value: entity.name }] : []),
      ...(wikidata === undefined
        ? []
        : [
            {
              type: 'SpecificResource',
              purpose: 'identifying',
              source: `http://www.wikidata.org/entity/${wikidata}`,
            },
          ]),
      ...(mention.value ? [{ type: 'TextualBody', purpose: 'describing', value: mention.value.edtf }] : []),
    ],
    target,
  };
}

function quotationAnnotation(quotation: ViewQuotation, targets: readonly unknown[], { view }: ExportSource) {
  const names = quotation.speakers.flatMap((key) => view.entities.get(key)?.name ?? []);
  return {
    type: 'Annotation',
    motivation: 'identifying',
    ...provenance(quotation),
    body: [
      tag('quotation'),
      tag(quotation.form),
      ...names.map((name) => ({
        type: 'TextualBody',
        purpose: 'identifying',
        'schema:spokenByCharacter': name,
        value: name,
      })),
    ],
    target: targets.length === 1 ? targets[0] : targets,
  };
}

function tag(value: string) {
  return { type: 'TextualBody', purpose: 'tagging', value };
}

/** Who says so: a person by name, or the program. */
function provenance({ status, by }: ViewMention | ViewQuotation) {
  if (status === 'confirmed') return by === undefined ? {} : { creator: { type: 'Person', name: by } };
  return { creator: { type: 'Software', name: 'Verbatim' } };
}
