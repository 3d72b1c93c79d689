import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';

import { parseConfig } from '../../core/config/parseConfig';
import type { Problem, Severity } from '../../core/problem/problem';
import { readSidecar } from '../../core/sidecar/parseSidecar';
import type { Span } from '../../core/util/span';
import type { ArticleSessions } from '../articleSessions';
import { isConfigFile } from '../configFiles';
import { messageOf } from '../messages';
import { runInSlices } from '../schedule';
import { articleOf } from '../sidecars/sidecarUri';
import { CancellationTokenSource } from 'vscode';

const quietMs = 300;

/** Faults of sidecars and of `verbatim.yaml` in Problems: of those that are open, and of the sidecars of open articles. */
export function registerProblems(sessions: ArticleSessions): Disposable {
  const collection = languages.createDiagnosticCollection('verbatim');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stopped = new CancellationTokenSource();
  const check = (document: TextDocument): void => {
    if (!isOurs(document)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void report(collection, document, stopped);
      }, quietMs),
    );
  };
  workspace.textDocuments.forEach(check);
  return Disposable.from(
    collection,
    { dispose: () => [...timers.values()].forEach((timer) => clearTimeout(timer)) },
    { dispose: () => stopped.cancel() },
    workspace.onDidOpenTextDocument(check),
    workspace.onDidChangeTextDocument(({ document }) => check(document)),
    workspace.onDidCloseTextDocument((document) => {
      const article = articleOf(document.uri);
      if (isOurs(document) && !(article && sessions.ofUri(article))) collection.delete(document.uri);
    }),
    sessions.onDidChange(({ session, change }) => {
      const { uri, current } = session.sidecar;
      if (change !== 'content' || !uri || isOpen(uri)) return;
      collection.set(uri, diagnosticsOf(current.source, current.problems));
    }),
  );
}

function isOurs(document: TextDocument): boolean {
  return isConfigFile(document) || articleOf(document.uri) !== undefined;
}

function isOpen(uri: Uri): boolean {
  const key = uri.toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === key);
}

async function report(
  collection: { set(uri: Uri, diagnostics: Diagnostic[]): void },
  document: TextDocument,
  stopped: CancellationTokenSource,
): Promise<void> {
  const { version } = document;
  const source = document.getText();
  const problems = isConfigFile(document)
    ? parseConfig(source).problems
    : (await runInSlices(readSidecar(source), stopped.token))?.problems;
  if (!problems || document.isClosed || document.version !== version) return;
  collection.set(document.uri, diagnosticsOf(source, problems));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

function diagnosticOf(problem: Problem, range: Range): Diagnostic {
  const diagnostic = new Diagnostic(range, messageOf(problem), severities[problem.severity]);
  diagnostic.source = 'Verbatim';
  diagnostic.code = problem.code;
  return diagnostic;
}

/** Converts offsets of a text that no editor shows, as a document would. */
function rangesIn(source: string): (span?: Span) => Range {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/gu)) starts.push(index + end.length);
  const positionOf = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return new Position(low, offset - (starts[low] as number));
  };
  return ({ start, end } = { start: 0, end: 0 }) => new Range(positionOf(start), positionOf(end));
}

function diagnosticsOf(source: string, problems: readonly Problem[]): Diagnostic[] {
  if (problems.length === 0) return [];
  const rangeOf = rangesIn(source);
  return problems.map((problem) => diagnosticOf(problem, rangeOf(problem.span)));
}
