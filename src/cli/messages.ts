import * as l10n from '@vscode/l10n';

import messages from '../../l10n/messages.json';

const byCode: Readonly<Record<string, string>> = messages;

/** A coded message of the core in the user's language. A code without a sentence is shown as it is: never silence. */
export function messageOf({
  code,
  args,
}: {
  readonly code: string;
  readonly args: readonly (string | number)[];
}): string {
  const template = byCode[code];
  return template === undefined ? [code, ...args].join(' ') : l10n.t(template, ...args);
}
