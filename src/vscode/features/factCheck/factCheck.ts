import { Disposable } from 'vscode';

import type { FeatureParts } from '../features';
import { registerCheckCommands } from './checkCommands';
import { registerCheckMarks } from './checkMarks';
import { registerCompareWithSource } from './compareWithSource';
import { registerHouseRules } from './houseRules';
import { registerReportCommand } from './reportCommand';

/** The fact-checker's desk: verdicts and evidence, comparing with sources, house rules, and the report. */
export function registerFactCheck({ sessions, config, context }: FeatureParts): Disposable {
  return Disposable.from(
    registerCheckCommands(sessions, config),
    registerCheckMarks(sessions, config, context.extensionUri),
    registerCompareWithSource(sessions, config),
    registerHouseRules(sessions, config),
    registerReportCommand(sessions, config),
  );
}
