import type { ReportFormat, ReportSection, ReportSource } from './reportFormat';
import type { ReportRow, Speaker } from './reportRows';
import { verdictName } from './reportWords';

/**
 * schema.org data in JSON-LD: each quotation a `Quotation`, each check that holds a `ClaimReview` of what was said. A stale check says
 * nothing of the words that stand there now, so it is left out. https://schema.org/ClaimReview, https://schema.org/Quotation
 */
export const jsonLdReport: ReportFormat = {
  id: 'jsonld',
  extension: 'jsonld',
  write: (source) => {
    const graph = source.sections.flatMap((section) => nodesOf(section, source));
    return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, undefined, 2)}\n`;
  },
};

type Node = Readonly<Record<string, unknown>>;

function nodesOf(section: ReportSection, source: ReportSource): readonly Node[] {
  return section.rows.flatMap((row, index) => {
    const article: Node = {
      '@type': 'NewsArticle',
      name: section.file,
      ...(section.date !== undefined && { datePublished: section.date }),
    };
    const quotation = row.kind === 'claim' ? [] : [quotationOf(row, article, source)];
    const holds = row.finding && (row.state === 'checked' || row.state === 'signed');
    return [...quotation, ...(holds ? [reviewOf(row, article, index, source)] : [])];
  });
}

function quotationOf(row: ReportRow, article: Node, { language }: ReportSource): Node {
  return {
    '@type': 'Quotation',
    text: row.words,
    inLanguage: language,
    ...(row.speakers.length > 0 && { creator: row.speakers.map(speakerOf) }),
    isPartOf: article,
  };
}

function reviewOf(row: ReportRow, article: Node, index: number, { say }: ReportSource): Node {
  const { finding, speakers } = row;
  const urls = (finding?.evidence ?? []).flatMap(({ url }) => (url === undefined ? [] : [url]));
  return {
    '@type': 'ClaimReview',
    identifier: String(index + 1),
    claimReviewed: row.words,
    ...(finding?.date !== undefined && { datePublished: finding.date }),
    ...(finding?.by !== undefined && { author: { '@type': 'Person', name: finding.by } }),
    ...(finding?.note !== undefined && { reviewBody: finding.note }),
    ...(urls.length > 0 && { citation: urls }),
    itemReviewed: {
      '@type': 'Claim',
      ...(speakers.length > 0 && { author: speakers.map(speakerOf) }),
      appearance: article,
    },
    reviewRating: { '@type': 'Rating', alternateName: verdictName(finding?.verdict ?? '', say) },
  };
}

function speakerOf({ name, type }: Speaker): Node {
  return { '@type': type === 'person' ? 'Person' : 'Organization', name };
}
