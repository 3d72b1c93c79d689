import {
  CodeAction,
  CodeActionKind,
  commands as registry,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';

import type { Severity } from '../../../core/problem/problem';
import { applyRules, type RuleFinding } from '../../../core/rules/applyRules';
import { readRules } from '../../../core/rules/readRules';
import { silence } from '../../../core/view/decisions/silence';
import { articleSelector } from '../../articleSelector';
import type { ArticleSession } from '../../articleSession';
import type { ArticleSessions } from '../../articleSessions';
import type { ConfigFiles } from '../../configFiles';
import { toRange } from '../../convert';
import { decide } from '../../decisions';
import { internalCommands } from '../../ids';
import { messageOf } from '../../messages';
import { runInSlices } from '../../schedule';

const quietMs = 400;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** What breaks the house's rules, in Problems: only the rules that `verbatim.yaml` asks for. */
export function registerHouseRules(sessions: ArticleSessions, config: ConfigFiles): Disposable {
  const rules = new HouseRules(sessions, config);
  return Disposable.from(
    rules,
    languages.registerCodeActionsProvider(
      articleSelector,
      {
        provideCodeActions: (document, range) =>
          rules.actions(document, (at) => at.intersection(range) !== undefined),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    registry.registerCommand(internalCommands.silenceRule, async (argument: unknown) => {
      const { uri, id, rule } = (argument ?? {}) as Partial<Record<'uri' | 'id' | 'rule', unknown>>;
      const session = [...sessions.all].find(({ document }) => document.uri.toString() === uri);
      if (session && typeof id === 'string' && typeof rule === 'string')
        await decide(session, silence(id, rule));
    }),
  );
}

class HouseRules implements Disposable {
  readonly #sessions: ArticleSessions;
  readonly #config: ConfigFiles;
  readonly #problems = languages.createDiagnosticCollection('verbatim-rules');
  readonly #timers = new Map<ArticleSession, ReturnType<typeof setTimeout>>();
  readonly #found = new WeakMap<TextDocument, readonly RuleFinding[]>();
  readonly #parts: readonly Disposable[];

  constructor(sessions: ArticleSessions, config: ConfigFiles) {
    this.#sessions = sessions;
    this.#config = config;
    const lookAtAll = (): void => {
      this.#forgetClosed();
      for (const session of sessions.all) this.#schedule(session);
    };
    this.#parts = [
      this.#problems,
      sessions.onDidChange(({ session, change }) => {
        if (change === 'content') this.#schedule(session);
      }),
      sessions.onDidChangeList(lookAtAll),
      config.onDidChange(lookAtAll),
    ];
    lookAtAll();
  }

  /** Mending, and silencing on a record, of what is found where the test says. */
  actions(document: TextDocument, isMeant: (at: Diagnostic['range']) => boolean): CodeAction[] {
    const findings = this.#found.get(document) ?? [];
    return findings.flatMap((finding) => {
      const range = toRange(document, finding.span);
      return isMeant(range) ? actionsOf(document, finding) : [];
    });
  }

  dispose(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#parts.forEach((part) => part.dispose());
  }

  #schedule(session: ArticleSession): void {
    clearTimeout(this.#timers.get(session));
    this.#timers.set(
      session,
      setTimeout(() => {
        this.#timers.delete(session);
        void this.#look(session);
      }, quietMs),
    );
  }

  async #look(session: ArticleSession): Promise<void> {
    const { document, view, sidecar } = session;
    const { rules } = await this.#config.configOf(document.uri);
    const { chosen } = readRules(rules);
    const { version } = document;
    if (chosen.length === 0) {
      this.#found.delete(document);
      this.#problems.delete(document.uri);
      return;
    }
    const steps = applyRules(chosen, { text: document.getText(), view }, sidecar.current.annotations);
    const found = await runInSlices(steps, sidecar.token);
    if (!found || document.isClosed || document.version !== version) return;
    this.#found.set(document, found);
    this.#problems.set(
      document.uri,
      found.map((finding) => diagnosticOf(document, finding)),
    );
  }

  #forgetClosed(): void {
    const open = new Set([...this.#sessions.all].map(({ document }) => document.uri.toString()));
    this.#problems.forEach((uri) => {
      if (!open.has(uri.toString())) this.#problems.delete(uri);
    });
  }
}

function diagnosticOf(document: TextDocument, finding: RuleFinding): Diagnostic {
  const diagnostic = new Diagnostic(
    toRange(document, finding.span),
    messageOf(finding),
    severities[finding.severity],
  );
  diagnostic.source = 'Verbatim';
  diagnostic.code = finding.code;
  return diagnostic;
}

function actionsOf(document: TextDocument, { code, fix, record, span }: RuleFinding): CodeAction[] {
  const actions: CodeAction[] = [];
  if (fix) {
    const mend = new CodeAction(l10n.t('Put it right'), CodeActionKind.QuickFix);
    mend.edit = new WorkspaceEdit();
    for (const edit of fix) mend.edit.replace(document.uri, toRange(document, edit.span), edit.text);
    mend.isPreferred = true;
    actions.push(mend);
  }
  if (record !== undefined) {
    const title = l10n.t('Say no more about it here ({0})', code);
    const quiet = new CodeAction(title, CodeActionKind.QuickFix);
    quiet.command = {
      command: internalCommands.silenceRule,
      title,
      arguments: [{ uri: document.uri.toString(), id: record, rule: code, at: span.start }],
    };
    actions.push(quiet);
  }
  return actions;
}
