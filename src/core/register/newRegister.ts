import { registerVersion } from './register';

/** The text of a register without entries. */
export function newRegister(): string {
  return `version: ${registerVersion}\n`;
}
