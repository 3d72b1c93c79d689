import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Two libraries of the VS Code server are native code that would have to be compiled; without them its log is
 * little but errors about their absence. Stand-ins in plain JavaScript that do the same take their places.
 * `vscode` is the folder of the VS Code build.
 */
export async function standInForNativeModules(vscode: string): Promise<void> {
  await writeFile(join(vscode, 'node_modules/@vscode/spdlog/index.js'), spdlog);
  await writeFile(join(vscode, 'node_modules/@vscode/native-watchdog/index.js'), watchdog);
}

/** Log files. */
const spdlog = `'use strict';
const { createWriteStream, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const nothing = () => {};
class Logger {
  constructor(file) {
    mkdirSync(dirname(file), { recursive: true });
    this.level = 2;
    this.stream = createWriteStream(file, { flags: 'a' }).on('error', nothing);
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  drop() { this.stream.end(); }
}
['trace', 'debug', 'info', 'warn', 'error', 'critical'].forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    if (level >= this.level) this.stream.write(new Date().toISOString() + ' [' + name + '] ' + message + '\\n');
  };
});
for (const name of ['setPattern', 'clearFormatters', 'flush']) Logger.prototype[name] = nothing;
const create = async (_name, file) => new Logger(file);
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

/** Ends the process when the one it belongs to is gone. */
const watchdog = `'use strict';
exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === 'ESRCH') process.exit(87);
    }
  }, 3000).unref();
};
`;
