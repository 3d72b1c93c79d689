import type { MeterReport } from '../../../../test/host/meter/extension';

/** What the part of the benchmark that runs inside the extension host is to do. */
export interface Plan {
  /** Extensions to activate in this order, each with the time it took. */
  readonly activate: readonly string[];
  /** The paths of files to open one after the other, while the host is metered. */
  readonly open: readonly string[];
  /** How many characters to type into each file. */
  readonly keystrokes: number;
  /** A folder for profiles; without it nothing is profiled, which costs time itself. */
  readonly profiles?: string;
}

/** What it found. */
export interface Findings {
  /** Milliseconds from asking for an extension to having it, by its id. */
  readonly activationMs: Readonly<Record<string, number>>;
  readonly files: readonly FileFindings[];
}

export interface FileFindings {
  readonly path: string;
  readonly opening: MeterReport;
  readonly typing: MeterReport;
  /** The functions that took the most time themselves, while opening and typing. */
  readonly busiest: readonly string[];
}
