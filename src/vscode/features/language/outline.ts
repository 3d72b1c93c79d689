import {
  type Disposable,
  DocumentSymbol,
  languages,
  l10n,
  type Position,
  Range,
  SymbolKind,
  type TextDocument,
} from 'vscode';

import { type Block, isTitleLike } from '../../../core/text/block';
import { readArticle } from '../../../core/text/article';
import { hull } from '../../../core/view/quotations';
import type { ArticleView, ViewQuotation } from '../../../core/view/types';
import type { Steps } from '../../../core/util/steps';
import { articleSelector } from '../../articleSelector';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import { formatOf } from '../../liveAnalysis';
import { nameOfForm } from '../../messages';
import { runInSlices } from '../../schedule';

/** Outline and breadcrumbs: headings, and under each the quotations of its section by who speaks. */
export function registerOutline(sessions: ArticleSessions): Disposable {
  return languages.registerDocumentSymbolProvider(
    articleSelector,
    {
      provideDocumentSymbols: async (document, token) => {
        const session = await sessions.whenOpen(document);
        if (!session || session.state === 'tooLarge') return [];
        // VS Code asks when the text changes, not when something new is known about it.
        await session.whenAnalysed(token);
        const { version } = document;
        const article = await runInSlices(readArticle(document.getText(), formatOf(document)), token);
        if (!article || document.version !== version) return [];
        const headings = article.blocks.filter(isTitleLike);
        return (await runInSlices(symbolsOf(document, headings, session.view), token)) ?? [];
      },
    },
    { label: 'Verbatim' },
  );
}

const symbolsPerStep = 50;

/** Headings and quotations are both in text order, so each quotation is in the last section that has begun. */
function* symbolsOf(
  document: TextDocument,
  headings: readonly Block[],
  view: ArticleView,
): Steps<DocumentSymbol[]> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const sections: DocumentSymbol[] = [];
  const outside: DocumentSymbol[] = [];
  for (const [index, heading] of headings.entries()) {
    sections.push(sectionSymbol(document, heading, headings[index + 1], end));
    if (index % symbolsPerStep === 0) yield;
  }
  let current = -1;
  for (const [index, quotation] of view.quotations.entries()) {
    const symbol = quotationSymbol(document, quotation, view);
    if (index % symbolsPerStep === 0) yield;
    if (!symbol) continue;
    while (sections[current + 1]?.range.start.isBeforeOrEqual(symbol.range.start) === true) current++;
    (sections[current]?.children ?? outside).push(symbol);
  }
  return [...outside, ...sections];
}

function sectionSymbol(
  document: TextDocument,
  heading: Block,
  next: Block | undefined,
  end: Position,
): DocumentSymbol {
  const range = toRange(document, heading.span);
  const whole = new Range(range.start, next ? document.positionAt(next.span.start) : end);
  const kind = heading.kind === 'headline' ? SymbolKind.Module : SymbolKind.Namespace;
  return new DocumentSymbol(oneLine(heading.text), '', kind, whole, range);
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
