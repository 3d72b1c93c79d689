import { execFile } from 'node:child_process';

export interface GitOptions {
  /** Folder to run in; the current one when absent. */
  readonly cwd?: string;
  readonly input?: string;
}

export interface GitResult {
  /** Exit code; undefined when git could not be started. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const mostOutput = 256 * 1024 * 1024;

/** Runs git with its messages in English, without asking anybody anything. Never rejects. */
export async function runGit(args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const { code, stdout, stderr } = await runGitBytes(args, options);
  return { code, stdout: stdout.toString('utf8'), stderr };
}

/** `runGit` with what it prints as bytes, for the contents of files. */
export function runGitBytes(
  args: readonly string[],
  { cwd, input }: GitOptions = {},
): Promise<Omit<GitResult, 'stdout'> & { readonly stdout: Buffer }> {
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      args,
      {
        encoding: 'buffer',
        maxBuffer: mostOutput,
        env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
        ...(cwd !== undefined && { cwd }),
      },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : undefined) : 0;
        resolve({ code, stdout, stderr: stderr.toString('utf8') || (error?.message ?? '') });
      },
    );
    child.stdin?.on('error', () => undefined).end(input);
  });
}
