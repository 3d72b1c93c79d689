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

import type { Problem, Severity } from '../../core/problem/problem';
import { readRegister } from '../../core/register/parseRegister';
import { registerFileName } from '../../core/register/register';
import { configProblems } from '../../core/rules/configProblems';
import { readSidecar } from '../../core/sidecar/parseSidecar';
import type { Span } from '../../core/util/span';
import type { ArticleSessions } from '../articleSessions';
import { isConfigFile } from '../configFiles';
import { messageOf } from '../messages';
import type { RegisterFiles } from '../registers/registerFiles';
import { runInSlices } from '../schedule';
import { articleOf } from '../sidecars/sidecarUri';
import { CancellationTokenSource } from 'vscode';

const quietMs = 300;

/** Faults of sidecars, registers and `verbatim.yaml` in Problems: of those that are open, and of what open articles read. */
export function registerProblems(sessions: ArticleSessions, registers: RegisterFiles): Disposable {
  const collection = languages.createDiagnosticCollection('verbatim');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stopped = new CancellationTokenSource();
  const check = (document: TextDocument): void => {
    if (!isOurs(document, registers)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void report(collection, document, registers, stopped);
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
      const isRead = registers.isRegister(document.uri) || (article && sessions.ofUri(article));
      if (isOurs(document, registers) && !isRead) collection.delete(document.uri);
    }),
    registers.onDidChange(() => void reportRegisters(collection, registers)),
    sessions.onDidChange(({ session, change }) => {
      const { uri, current } = session.sidecar;
      if (change !== 'content' || !uri || isOpen(uri)) return;
      collection.set(uri, diagnosticsOf(current.source, current.problems));
    }),
  );
}

function isOurs(document: TextDocument, registers: RegisterFiles): boolean {
  const isKnown = isConfigFile(document) || isRegister(document.uri, registers);
  return isKnown || articleOf(document.uri) !== undefined;
}

function isRegister(uri: Uri, registers: RegisterFiles): boolean {
  return uri.path.endsWith(`/${registerFileName}`) || registers.isRegister(uri);
}

/** Of those that no editor shows. */
async function reportRegisters(collection: Collection, registers: RegisterFiles): Promise<void> {
  for (const { uri, register } of await registers.read())
    if (!isOpen(uri)) collection.set(uri, diagnosticsOf(register.source, register.problems));
}

interface Collection {
  set(uri: Uri, diagnostics: Diagnostic[]): void;
}

function isOpen(uri: Uri): boolean {
  const key = uri.toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === key);
}

async function report(
  collection: Collection,
  document: TextDocument,
  registers: RegisterFiles,
  stopped: CancellationTokenSource,
): Promise<void> {
  const { version } = document;
  const source = document.getText();
  const read = isRegister(document.uri, registers) ? readRegister : readSidecar;
  const problems = isConfigFile(document)
    ? configProblems(source)
    : (await runInSlices<{ readonly problems: readonly Problem[] }>(read(source), stopped.token))?.problems;
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
