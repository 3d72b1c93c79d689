// Run by tests as a child process: replaces a file, and is killed before its N-th call of the file system.
//   dieAt.ts PATH BEFORE AFTER STEP
// Prints what it came to, and how many calls there were.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: readonly unknown[]) => Promise<unknown>;

const [path = '', before = '', after = '', step = '0'] = process.argv.slice(2);
const dies = Number(step);
let calls = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

/** Each call is a step, and so is the moment after it; a write also dies when half is written. */
function counted(target: Record<string, Call>, name: string): void {
  const real = (target[name] as Call).bind(target);
  target[name] = async function (this: unknown, ...args) {
    const run = this === target || this === undefined ? real : (target[`real ${name}`] as Call).bind(this);
    if (++calls === dies) die();
    const result = await run(...args);
    if (name === 'open') countHandle(result as Record<string, Call>);
    if (++calls === dies) die();
    return result;
  };
}

function countHandle(handle: Record<string, Call>): void {
  for (const name of ['sync', 'chmod', 'close']) counted(handle, name);
  const write = (handle.write as Call).bind(handle);
  const writeFile = (handle.writeFile as Call).bind(handle);
  handle.writeFile = async (content) => {
    const bytes = Buffer.from(content as Uint8Array);
    if (++calls === dies) {
      await write(bytes.subarray(0, bytes.length >> 1));
      die();
    }
    await writeFile(bytes);
    if (++calls === dies) die();
    return undefined;
  };
}

const promises = fs.promises as unknown as Record<string, Call>;
for (const name of ['open', 'rename', 'rm', 'stat', 'realpath', 'readFile', 'readdir', 'link'])
  counted(promises, name);
syncBuiltinESMExports();

void (async () => {
  const { replaceWhole } = await import('../../../src/node/writeWhole');
  const bytes = (text: string) => new TextEncoder().encode(text);
  const done = await replaceWhole(path, before === '' ? undefined : bytes(before), bytes(after));
  console.log(JSON.stringify({ done, calls }));
})();
