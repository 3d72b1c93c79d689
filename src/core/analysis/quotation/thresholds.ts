import type { Thresholds } from './model';

/** The least probability at which each step says yes, chosen by cross-validation on the training parts. */
export const thresholds: Thresholds = {
  marksTaken: 0.5,
  indirectTaken: 0.5,
  speakerNamed: 0.5,
};
