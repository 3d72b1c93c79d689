import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArticleText } from '../../core/text/articleText';
import { span, type Span } from '../../core/util/span';
import { fromRoot } from '../paths';
import { parsePressText } from '../train/pressText';

/** A real article with the places that somebody annotated in it, in text order. */
export interface SampleArticle {
  readonly name: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The articles of the shared corpus where it is at hand, else the press texts of this repository. */
export function sampleArticles(): { readonly source: string; readonly articles: readonly SampleArticle[] } {
  const folder = fromRoot('..', 'shared', 'corpora', 'winer-fr');
  if (existsSync(folder))
    return {
      source: 'WiNER-fr (train, dev)',
      articles: ['train', 'dev'].flatMap((part) => standoff(join(folder, part))),
    };
  return {
    source: 'press texts of this repository',
    articles: pressTexts(fromRoot('src', 'tools', 'train', 'press')),
  };
}

function standoff(folder: string): readonly SampleArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const lines = readFileSync(join(folder, file.replace(/txt$/, 'ann')), 'utf8').split('\n');
      return sample(
        file,
        text,
        lines.flatMap((line) => entityOf(line, text)),
      );
    });
}

/** brat counts code points. */
function entityOf(line: string, text: string): readonly Span[] {
  const match = /^T\d+\t\S+ (\d+) (\d+)\t/.exec(line);
  if (!match) return [];
  const article = createArticleText(text);
  return [span(article.toUtf16(Number(match[1])), article.toUtf16(Number(match[2])))];
}

function pressTexts(folder: string): readonly SampleArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const { text, entities } = parsePressText(readFileSync(join(folder, file), 'utf8'));
      return sample(file, text, entities);
    });
}

/** The entities and what stands between quotation marks. */
function sample(name: string, text: string, entities: readonly Span[]): SampleArticle {
  const quoted = [...text.matchAll(/[«“"]\s?([^«»“”"]{12,600}?)\s?[»”"]/g)].map((match) => {
    const start = match.index + match[0].indexOf(match[1] as string);
    return span(start, start + (match[1] as string).length);
  });
  const all = [...entities.map(({ start, end }) => span(start, end)), ...quoted];
  return { name, text, spans: all.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}
