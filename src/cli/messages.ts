import * as l10n from '@vscode/l10n';

import messages from '../../l10n/messages.json';
import { messageLookUp } from '../core/problem/messages';

/** A coded message of the core in the user's language. */
export const messageOf = messageLookUp(messages, (sentence, ...args) => l10n.t(sentence, ...args));
