import type { Thresholds } from './model';

/** The least probability at which each step says yes, chosen by cross-validation on the training parts. */
export const thresholds: Thresholds = {
  marksTaken: 0.65,
  marksOfObject: 0.45,
  indirectTaken: 0.43,
  speakerNamed: 0.58,
  byRule: { joined: 0.97, counted: 0.8, again: 0.85, relation: 0.8 },
  reserve: { name: 1, role: 1, document: 1, pronoun: 0.92, none: 0.92 },
};
