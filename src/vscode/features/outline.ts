import {
  type Disposable,
  DocumentSymbol,
  languages,
  l10n,
  Range,
  SymbolKind,
  type TextDocument,
} from 'vscode';

import { type Block, isTitleLike } from '../../core/text/block';
import { readArticle } from '../../core/text/article';
import { hull } from '../../core/view/quotations';
import type { ArticleView, ViewQuotation } from '../../core/view/types';
import { articleSelector } from '../articleSelector';
import type { ArticleSessions } from '../articleSessions';
import { toRange } from '../convert';
import { formatOf } from '../liveAnalysis';
import { nameOfForm } from '../messages';
import { runInSlices } from '../schedule';

/** Outline and breadcrumbs: headings, and under each the quotations of its section by who speaks. */
export function registerOutline(sessions: ArticleSessions): Disposable {
  return languages.registerDocumentSymbolProvider(
    articleSelector,
    {
      provideDocumentSymbols: async (document, token) => {
        const session = sessions.of(document);
        if (!session || session.state === 'tooLarge') return [];
        const article = await runInSlices(readArticle(document.getText(), formatOf(document)), token);
        return article ? symbolsOf(document, article.blocks.filter(isTitleLike), session.view) : [];
      },
    },
    { label: 'Verbatim' },
  );
}

function symbolsOf(document: TextDocument, headings: readonly Block[], view: ArticleView): DocumentSymbol[] {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const sections = headings.map((heading, index) => {
    const range = toRange(document, heading.span);
    const next = headings[index + 1];
    const whole = new Range(range.start, next ? document.positionAt(next.span.start) : end);
    const kind = heading.kind === 'headline' ? SymbolKind.Module : SymbolKind.Namespace;
    return new DocumentSymbol(oneLine(heading.text), '', kind, whole, range);
  });
  const outside: DocumentSymbol[] = [];
  for (const quotation of view.quotations) {
    const symbol = quotationSymbol(document, quotation, view);
    if (!symbol) continue;
    const section = sections.findLast(({ range }) => range.contains(symbol.range));
    (section?.children ?? outside).push(symbol);
  }
  return [...outside, ...sections];
}

function quotationSymbol(
  document: TextDocument,
  quotation: ViewQuotation,
  view: ArticleView,
): DocumentSymbol | undefined {
  const { start, end } = hull(quotation.content);
  if (end <= start) return undefined;
  const names = quotation.speakers.map((key) => view.entities.get(key)?.name ?? key);
  const speaker = names.length > 0 ? names.join(', ') : l10n.t('Speaker open');
  const range = toRange(document, { start, end });
  const words = oneLine(document.getText(range)).slice(0, 80);
  const detail = `${words} · ${nameOfForm(quotation.form)}`;
  return new DocumentSymbol(oneLine(speaker), detail, SymbolKind.String, range, range);
}

/** VS Code takes no empty name. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim().slice(0, 200);
  return line === '' ? '…' : line;
}
