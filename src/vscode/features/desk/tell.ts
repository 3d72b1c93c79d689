import { window } from 'vscode';

/** Long enough to be read, and gone before it is in the way. */
const shownMs = 5000;

/** A word in the status bar: nothing that has to be clicked away. */
export function tell(message: string): void {
  window.setStatusBarMessage(message, shownMs);
}
