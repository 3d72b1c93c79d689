import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { mentionTypes, type MentionType } from '../../core/annotation/types';
import { createArticle, type Article } from '../../core/text/article';
import { compareSpans, contains, spanLength, type Span } from '../../core/util/span';
import { fromRoot } from '../paths';
import { parsePressText } from './pressText';

export interface GoldName {
  readonly span: Span;
  readonly type: MentionType;
}

/** An annotated article: outermost names in text order, UTF-16. */
export interface GoldArticle {
  readonly name: string;
  readonly source: 'winer' | 'press';
  readonly article: Article;
  readonly names: readonly GoldName[];
}

const corpora = fromRoot('../shared/corpora');

export function corporaPresent(): boolean {
  return existsSync(corpora);
}

export function corpusPath(...parts: readonly string[]): string {
  return join(corpora, ...parts);
}

/** The articles of a part of WiNER-fr in order of their date, with the names that the product means unless asked otherwise. */
export function readWiner(
  part: 'train' | 'dev',
  names: 'as meant' | 'as annotated' = 'as meant',
): readonly GoldArticle[] {
  const folder = corpusPath('winer-fr', part);
  return textsIn(folder).map((file) => {
    const article = createArticle(readFileSync(join(folder, file), 'utf8'));
    const standoff = readFileSync(join(folder, file.replace(/\.txt$/u, '.ann')), 'utf8');
    return {
      name: basename(file, '.txt'),
      source: 'winer' as const,
      article,
      names: readStandoff(standoff, article).filter(
        (name) => names === 'as annotated' || !isPortfolio(article.text, name),
      ),
    };
  });
}

/** Our own annotated press texts in a folder of the project. */
export function readPress(folder: string): readonly GoldArticle[] {
  const path = fromRoot(folder);
  return textsIn(path).map((file) => {
    const press = parsePressText(readFileSync(join(path, file), 'utf8'));
    const names = press.entities.map(({ start, end, type }) => ({ span: { start, end }, type }));
    return {
      name: basename(file, '.txt'),
      source: 'press' as const,
      article: createArticle(press.text),
      names: outermost(names),
    };
  });
}

function textsIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
}

/** brat standoff; offsets are code points. */
function readStandoff(standoff: string, article: Article): readonly GoldName[] {
  const names: GoldName[] = [];
  for (const line of standoff.split('\n')) {
    const match = /^T\d+\t(\w+) (\d+) (\d+)\t/u.exec(line);
    const type = mentionTypes.find((known) => known === match?.[1]?.toLowerCase());
    if (!match || !type) continue;
    names.push({
      type,
      span: { start: article.toUtf16(Number(match[2])), end: article.toUtf16(Number(match[3])) },
    });
  }
  return outermost(names);
}

const announcesPortfolio =
  /\bministres?(?: \p{Ll}+){0,3} (?:d['’]|de l['’] ?|de la |de |des |du |à l['’] ?|à la |aux )$/iu;

/** "ministre de l’[Intérieur]": the reference makes the portfolio an organisation, the product does not. */
function isPortfolio(text: string, { span, type }: GoldName): boolean {
  return (
    type === 'organization' && announcesPortfolio.test(text.slice(Math.max(0, span.start - 60), span.start))
  );
}

function outermost(names: readonly GoldName[]): readonly GoldName[] {
  return names
    .filter((a) => !names.some((b) => contains(b.span, a.span) && spanLength(b.span) > spanLength(a.span)))
    .toSorted((a, b) => compareSpans(a.span, b.span));
}
