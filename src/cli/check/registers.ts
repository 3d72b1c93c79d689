import { dirname, join, resolve } from 'node:path';

import { problem, type Problem } from '../../core/problem/problem';
import { identifierSchemes } from '../../core/register/identifiers';
import { parseRegister } from '../../core/register/parseRegister';
import { type Register, registerFileName } from '../../core/register/register';
import { createRegisterIndex, type RegisterIndex } from '../../core/register/registerIndex';
import { parseSidecar } from '../../core/sidecar/parseSidecar';
import type { FolderConfig } from '../configFile';
import { readUtf8 } from '../sidecarText';
import { fieldSpans } from './spans';

/** What is wrong with a register by itself: its form, and entries that are one by their identifier. */
export function checkRegister(source: string): readonly Problem[] {
  const register = parseRegister(source);
  return [...register.problems, ...sameIdentifiers(register)];
}

function sameIdentifiers({ entities, sections }: Register): readonly Problem[] {
  const first = new Map<string, string>();
  const records = new Map(sections.flatMap((section) => section.records).map((each) => [each.id, each.span]));
  return entities.flatMap(({ id, type, identifiers }) =>
    identifierSchemes.flatMap((scheme) => {
      const identifier = identifiers[scheme];
      if (identifier === undefined) return [];
      const key = `${type} ${scheme} ${identifier}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, id);
      return other === undefined
        ? []
        : [problem('check-same-identifier', 'warning', [id, other, identifier], records.get(id))];
    }),
  );
}

/** Links of a sidecar's entities to entries that no register has. Without a look at all registers nothing can be said. */
export function danglingLinks(source: string, register: RegisterIndex | undefined): readonly Problem[] {
  if (!register) return [];
  const sidecar = parseSidecar(source);
  const place = fieldSpans(sidecar);
  return sidecar.entities.flatMap(({ id, register: entry }) =>
    entry === undefined || register.byId(entry)
      ? []
      : [problem('check-dangling-register', 'error', [entry], place(id, 'register'))],
  );
}

/** Reads the registers that hold for a sidecar, each once; `undefined` where one cannot be read or was not understood whole. */
export function createRegisterFinder(): (
  sidecar: string,
  config: FolderConfig,
) => Promise<RegisterIndex | undefined> {
  const read = new Map<string, Promise<RegisterIndex | undefined>>();
  return async (sidecar, config) => {
    const paths = await registerPaths(sidecar, config);
    const key = paths.join('\n');
    const known = read.get(key) ?? indexOf(paths);
    read.set(key, known);
    return known;
  };
}

/** Those that `verbatim.yaml` names, else the nearest one in the sidecar's folder or above. */
async function registerPaths(
  sidecar: string,
  { file, folder, config }: FolderConfig,
): Promise<readonly string[]> {
  if (file !== undefined) return config.register.map((path) => resolve(folder, path));
  for (let at = dirname(resolve(sidecar)); ; at = dirname(at)) {
    const path = join(at, registerFileName);
    if ('text' in (await readUtf8(path)) || at === dirname(at)) return [path];
  }
}

async function indexOf(paths: readonly string[]): Promise<RegisterIndex | undefined> {
  const files = await Promise.all(paths.map(readUtf8));
  const registers = files.map((file, i) => ({
    source: paths[i] as string,
    register: 'text' in file ? parseRegister(file.text) : undefined,
  }));
  if (registers.some(({ register }) => !register || register.readOnly !== undefined)) return undefined;
  return createRegisterIndex(
    registers.map(({ source, register }) => ({ source, entities: register?.entities ?? [] })),
  );
}
