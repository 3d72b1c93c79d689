import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

import { whenOrphaned } from '../runTool.mjs';

const keptLogLines = 400;

/** A program that a tool started, with the last lines it said. */
export interface Running {
  readonly child: ChildProcess;
  /** Its last lines of output, oldest first. */
  log(): readonly string[];
  /** Calls a function with each line of output from now on. */
  onLine(listener: (line: string) => void): void;
  /** Ends it and what it started; resolves when it has ended. */
  stop(): Promise<void>;
}

const tidyUps = new Set<() => void>();

/**
 * Starts a program in a process group of its own, so that everything it starts in turn can be ended with it.
 * It ends with this process at the latest.
 */
export function startProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Running {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const lines: string[] = [];
  let listener: (line: string) => void = () => undefined;
  const keep = (line: string): void => {
    lines.push(line);
    if (lines.length > keptLogLines) lines.shift();
    listener(line);
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', keep);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.on('error', (error) => lines.push(String(error)));
  const forget = beforeExit(() => killTree(child, 'SIGKILL'));
  void ended.then(forget);
  return {
    child,
    log: () => lines,
    onLine: (next) => (listener = next),
    stop: async () => {
      killTree(child, 'SIGTERM');
      const timer = setTimeout(() => killTree(child, 'SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Registers something to do at once when this process ends, by itself or by a signal. Gives back a
 * function that takes the registration away.
 */
export function beforeExit(tidyUp: () => void): () => void {
  if (tidyUps.size === 0) listenOnce();
  tidyUps.add(tidyUp);
  return () => tidyUps.delete(tidyUp);
}

let listening = false;

function listenOnce(): void {
  if (listening) return;
  listening = true;
  process.once('exit', tidyUpAll);
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, code] of Object.entries(signals)) process.once(signal, () => process.exit(code));
  whenOrphaned(() => process.exit(1));
}

/** The newest first: a server is ended before its folder is removed. One that fails does not keep the others from running. */
function tidyUpAll(): void {
  for (const tidyUp of [...tidyUps].reverse()) {
    try {
      tidyUp();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in between.
  }
}
