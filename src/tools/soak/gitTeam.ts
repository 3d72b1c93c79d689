import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
}

/** One repository of a team, in a folder of its own with a home of its own. */
export class GitTeam {
  private constructor(
    private readonly root: string,
    readonly folder: string,
    private readonly cli: string,
  ) {}

  /** `cli` is the built command line. */
  static async create(cli: string): Promise<GitTeam> {
    const root = await mkdtemp(join(tmpdir(), 'verbatim-soak-'));
    const team = new GitTeam(root, join(root, 'repository'), cli);
    for (const folder of ['repository', 'home', 'other']) await mkdir(join(root, folder));
    await team.git('init', '--quiet', '--initial-branch=main');
    return team;
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }

  /**
   * Runs git, which may fail. The driver is set up for one user of the machine; `driver: false` is another user, or a server, who
   * does not have it.
   */
  tryGit(args: readonly string[], { driver = true } = {}): Promise<Ran> {
    return this.run('git', args, join(this.root, driver ? 'home' : 'other'));
  }

  async git(...args: readonly string[]): Promise<string> {
    const { code, stdout } = await this.tryGit(args);
    if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}: ${stdout}`);
    return stdout;
  }

  verbatim(...args: readonly string[]): Promise<Ran> {
    return this.run(process.execPath, [this.cli, ...args], join(this.root, 'home'));
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8').catch(() => '');
  }

  async write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), content);
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  async show(revision: string, path: string): Promise<string> {
    const { code, stdout } = await this.tryGit(['cat-file', 'blob', `${revision}:${path}`]);
    return code === 0 ? stdout : '';
  }

  private run(program: string, args: readonly string[], home: string): Promise<Ran> {
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_EDITOR: 'true',
      LC_ALL: 'C',
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((role) => [
          [`GIT_${role}_NAME`, 'A'],
          [`GIT_${role}_EMAIL`, 'a@example.org'],
        ]),
      ),
    };
    return new Promise((resolve) => {
      execFile(program, args, { cwd: this.folder, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
        resolve({
          code: error ? (typeof error.code === 'number' ? error.code : 255) : 0,
          stdout: stdout + (error ? stderr : ''),
        }),
      );
    });
  }
}
