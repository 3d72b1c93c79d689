import { isAbsolute } from 'node:path';

import { build, context, formatMessages, type BuildResult, type Plugin } from 'esbuild';

import { fromRoot } from '../paths';
import { type Bundle, bundles, forDevelopment } from './bundles';
import { copyLanguageData } from './data';
import { writeWhole } from './write';

/** Builds `dist/`. Throws an error with the messages of the compiler when a bundle cannot be made. */
export async function buildAll(target = forDevelopment): Promise<void> {
  await copyLanguageData(target.dist);
  await Promise.all(bundles(target).map(buildBundle));
}

/** Builds `dist/` and again after each change of a source, until the process ends. */
export async function watchAll(report: (message: string) => void): Promise<void> {
  await copyLanguageData(forDevelopment.dist);
  for (const bundle of bundles(forDevelopment)) {
    const watching = await context({ ...bundle.options, plugins: [reportAndWrite(bundle, report)] });
    await watching.watch();
  }
}

/** Makes one bundle that is not part of `dist/`, such as the tests of a host. */
export async function buildBundle({ name, options, executable }: Bundle): Promise<void> {
  const result = await build({ ...options, write: false }).catch(async (error: unknown) => {
    throw new Error(`Cannot build ${name}:\n${await describe(error)}`);
  });
  await writeResult(result, executable);
}

async function writeResult(result: BuildResult, executable = false): Promise<void> {
  for (const file of result.outputFiles ?? []) {
    const path = isAbsolute(file.path) ? file.path : fromRoot(file.path);
    await writeWhole(path, file.contents, executable ? 0o755 : 0o644);
  }
}

async function describe(error: unknown): Promise<string> {
  const errors = (error as Partial<BuildResult>).errors;
  if (errors === undefined) return String(error);
  return (await formatMessages(errors, { kind: 'error' })).join('');
}

function reportAndWrite(bundle: Bundle, report: (message: string) => void): Plugin {
  return {
    name: 'report-and-write',
    setup({ onStart, onEnd }) {
      onStart(() => report('[watch] build started'));
      onEnd(async (result) => {
        report(result.errors.length > 0 ? await describe(result) : `Built ${bundle.name}.`);
        if (result.errors.length === 0) await writeResult(result, bundle.executable);
        report('[watch] build finished');
      });
    },
  };
}
