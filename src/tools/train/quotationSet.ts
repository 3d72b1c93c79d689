import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArticleText, type ArticleText } from '../../core/text/articleText';
import { fromRoot } from '../paths';
import type { PressPiece, PressQuotation } from './pressText';

/**
 * Reads the quotations annotated in `quotations-fr/` beside the corpus folder that holds their texts (`*.txt`). Spans are
 * UTF-16, half-open, into `text`. An article whose file is not there or is other than the one annotated (SHA-256 of its
 * bytes) is left out and named. `undefined` when there is no corpus folder.
 */
export function loadQuotationSet(
  corpusFolder: string,
  setFolder: string = fromRoot('src/tools/train/quotations-fr/articles'),
): QuotationSet | undefined {
  if (!existsSync(corpusFolder)) return undefined;
  const articles: QuotedArticle[] = [];
  const changed: string[] = [];
  const missing: string[] = [];
  for (const name of readdirSync(setFolder).sort()) {
    if (!name.endsWith('.json')) continue;
    const stored = JSON.parse(readFileSync(join(setFolder, name), 'utf8')) as StoredArticle;
    const path = join(corpusFolder, stored.file);
    const bytes = existsSync(path) ? readFileSync(path) : undefined;
    if (!bytes) missing.push(stored.file);
    else if (sha256(bytes) !== stored.sha256) changed.push(stored.file);
    else articles.push(articleOf(stored, bytes.toString('utf8')));
  }
  return { articles, changed, missing };
}

export interface QuotationSet {
  /** In the order of their file names, which is that of their dates. */
  readonly articles: readonly QuotedArticle[];
  /** Files whose bytes are not those that were annotated. */
  readonly changed: readonly string[];
  /** Files that the corpus folder lacks. */
  readonly missing: readonly string[];
}

export interface QuotedArticle {
  readonly file: string;
  readonly text: string;
  readonly quotations: readonly PressQuotation[];
  readonly notQuotations: readonly (PressPiece & { readonly why: string })[];
}

/** As in the files: offsets are Unicode code points, and there is no text. */
interface StoredArticle {
  readonly file: string;
  readonly sha256: string;
  readonly quotations: readonly StoredQuotation[];
  readonly notQuotations: readonly (StoredSpan & { readonly why: string })[];
}

interface StoredQuotation extends Pick<PressQuotation, 'kind' | 'speakerName' | 'speakerKind'> {
  readonly content: readonly StoredSpan[];
  readonly cue: StoredSpan | null;
  readonly speaker: StoredSpan | null;
}

interface StoredSpan {
  readonly start: number;
  readonly end: number;
}

function articleOf(stored: StoredArticle, text: string): QuotedArticle {
  const article = createArticleText(text);
  return {
    file: stored.file,
    text,
    quotations: stored.quotations.map((quotation) => ({
      kind: quotation.kind,
      content: quotation.content.map((span) => pieceOf(span, article)),
      cue: quotation.cue && pieceOf(quotation.cue, article),
      speaker: quotation.speaker && pieceOf(quotation.speaker, article),
      speakerName: quotation.speakerName,
      speakerKind: quotation.speakerKind,
    })),
    notQuotations: stored.notQuotations.map((span) => ({ ...pieceOf(span, article), why: span.why })),
  };
}

function pieceOf(span: StoredSpan, article: ArticleText): PressPiece {
  const start = article.toUtf16(span.start);
  const end = article.toUtf16(span.end);
  return { start, end, text: article.text.slice(start, end) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
