import { Diagnostic, DiagnosticSeverity, Disposable, languages, l10n, Range } from 'vscode';

import { hull } from '../../../core/view/quotations';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import { toRange } from '../../convert';
import { type ReviewItems, wordsBefore } from './placeSections';

/** The code of the warning, by which quick fixes find it. */
export const staleCheckCode = 'stale-check';

/** What was checked and is not what stands there now, in Problems: a fault of the article, unlike other changed words. */
export function registerCheckedProblems(sessions: ArticleSessions, items: ReviewItems): Disposable {
  const collection = languages.createDiagnosticCollection('verbatim-review');
  const tell = (): void => {
    const open = new Set<string>();
    for (const session of items.articles) {
      const { uri } = session.document;
      open.add(uri.toString());
      collection.set(uri, diagnosticsOf(session, items));
    }
    collection.forEach((uri) => {
      if (!open.has(uri.toString())) collection.delete(uri);
    });
  };
  return Disposable.from(collection, items.onDidLook(tell), sessions.onDidChangeList(tell));
}

function diagnosticsOf(session: ArticleSession, items: ReviewItems): Diagnostic[] {
  return items
    .of(session)
    .filter(({ reason }) => reason === 'check')
    .map((item) => {
      const range = item.spans ? toRange(session.document, hull(item.spans)) : new Range(0, 0, 0, 0);
      const { verdict } = item.record.check ?? {};
      const diagnostic = new Diagnostic(
        range,
        l10n.t(
          'Checked as “{0}” with other words, speaker or words of saying: “{1}”.',
          typeof verdict === 'string' ? verdict : '?',
          wordsBefore(item).slice(0, 200),
        ),
        DiagnosticSeverity.Warning,
      );
      diagnostic.source = 'Verbatim';
      diagnostic.code = staleCheckCode;
      return diagnostic;
    });
}
