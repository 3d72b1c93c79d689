// Runs in the extension host. The file is compiled for each run with its plan.
import { basename, join } from 'node:path';

import { commands, extensions, type TextEditor, Uri, window, workspace } from 'vscode';

import { lineMark, resultMark } from '../../../../test/host/marks';
import type { Meter, MeterReport } from '../../../../test/host/meter/extension';
import type { FileFindings, Findings, Plan } from './plan';
import { profiled } from './profile';

declare const plan: Plan;

const quietLimitMs = 90_000;
const betweenKeysMs = 80;

/** Carries out the plan and says what it found in one line. */
export async function run(): Promise<void> {
  const meter = await extensions.getExtension<Meter>('verbatim-annotation.meter')?.activate();
  if (meter === undefined) throw new Error('The meter is not there.');
  // What the workbench itself does after it opened is not to be counted.
  await metered(meter, () => Promise.resolve());
  const activationMs: Record<string, number> = {};
  for (const id of plan.activate) activationMs[id] = await timeActivation(id);
  const files: FileFindings[] = [];
  for (const path of plan.open) files.push(await measureFile(meter, path));
  const findings: Findings = { activationMs, files };
  console.log(lineMark + resultMark + JSON.stringify(findings));
}

async function timeActivation(id: string): Promise<number> {
  const extension = extensions.getExtension(id);
  if (extension === undefined || extension.isActive) throw new Error(`${id} is not there to be activated.`);
  const started = performance.now();
  await extension.activate();
  return performance.now() - started;
}

async function measureFile(meter: Meter, path: string): Promise<FileFindings> {
  let findings: Omit<FileFindings, 'busiest'> | undefined;
  const work = async (): Promise<void> => void (findings = await openAndType(meter, path));
  const profile =
    plan.profiles === undefined ? undefined : join(plan.profiles, `${basename(path)}.cpuprofile`);
  const busiest = profile === undefined ? (await work(), []) : await profiled(profile, work);
  if (findings === undefined) throw new Error(`${path} was not measured.`);
  return { ...findings, busiest };
}

async function openAndType(meter: Meter, path: string): Promise<Omit<FileFindings, 'busiest'>> {
  let editor: TextEditor | undefined;
  const opening = await metered(meter, async () => {
    editor = await window.showTextDocument(await workspace.openTextDocument(Uri.file(path)));
  });
  const typing = await metered(meter, () => (editor === undefined ? Promise.resolve() : type(editor)));
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return { path, opening, typing };
}

/** Types in the middle of the document, where what follows has to move. */
async function type(editor: TextEditor): Promise<void> {
  const { document } = editor;
  const middle = document.positionAt(Math.floor(document.getText().length / 2));
  for (let n = 0; n < plan.keystrokes; n += 1) {
    await editor.edit((edit) => edit.insert(middle, 'e'));
    await new Promise((resolve) => setTimeout(resolve, betweenKeysMs));
  }
}

async function metered(meter: Meter, work: () => Promise<void>): Promise<MeterReport> {
  meter.start();
  await work();
  await meter.untilQuiet(quietLimitMs);
  return meter.stop();
}
