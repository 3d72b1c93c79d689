/** How the event loop of the extension host fared while it was watched. */
export interface MeterReport {
  /** The longest time in milliseconds during which nothing else could run. */
  readonly longestBlockMs: number;
  /**
   * The longest block less the time for which the machine ran something else: the processor time of the thread, where the host
   * can tell it. On a busy machine this is the figure to judge code by.
   */
  readonly longestWorkMs: number;
  /** How many blocks of more than 50 ms of work there were. */
  readonly longBlocks: number;
  /** The time from the start until the loop was idle, in milliseconds. */
  readonly quietAfterMs: number;
}

/** What the extension hands out. */
export interface Meter {
  start(): void;
  /** Resolves when the loop has been nearly idle for a second and a half, or when the limit is over. */
  untilQuiet(limitMs: number): Promise<void>;
  stop(): MeterReport;
}

const tickMs = 5;
const windowMs = 1_500;
/** The share of a window that may be spent on other work in a loop that counts as idle. */
const idleShare = 0.15;
const longBlockMs = 50;

/**
 * A timer that ought to run every few milliseconds. All extensions of a host share one thread, so the time by which it
 * comes late is the time that some code did not give the thread back.
 */
export function activate(): Meter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = 0;
  let last = { at: 0, worked: 0 };
  let lateness: { readonly at: number; readonly ms: number; readonly workMs: number }[] = [];

  const record = (): void => {
    const now = { at: performance.now(), worked: workedMs() };
    const ms = Math.max(0, now.at - last.at - tickMs);
    lateness.push({ at: now.at, ms, workMs: Math.min(ms, now.worked - last.worked) });
    last = now;
  };

  const tick = (): void => {
    record();
    timer = setTimeout(tick, tickMs);
  };

  const quietSince = (): number => {
    const now = performance.now();
    const recent = lateness.filter(({ at }) => at > now - windowMs);
    const work = recent.filter(({ ms }) => ms > 1).reduce((sum, { ms }) => sum + ms, 0);
    return now - started > windowMs && work < windowMs * idleShare ? now - windowMs : Infinity;
  };

  return {
    start() {
      clearTimeout(timer);
      lateness = [];
      last = { at: performance.now(), worked: workedMs() };
      started = last.at;
      tick();
    },
    async untilQuiet(limitMs) {
      const limit = performance.now() + limitMs;
      while (quietSince() === Infinity && performance.now() < limit)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
    stop() {
      clearTimeout(timer);
      // A block that is still going on when the meter is stopped counts as well.
      record();
      return {
        longestBlockMs: Math.max(...lateness.map(({ ms }) => ms)),
        longestWorkMs: Math.max(...lateness.map(({ workMs }) => workMs)),
        longBlocks: lateness.filter(({ workMs }) => workMs > longBlockMs).length,
        quietAfterMs: Math.max(0, Math.min(quietSince(), performance.now()) - started),
      };
    },
  };
}

/** The time in milliseconds for which this thread has had the processor; the time itself where it is not known. */
function workedMs(): number {
  const host = globalThis as {
    readonly process?: { threadCpuUsage?(): { readonly user: number; readonly system: number } };
  };
  const usage = host.process?.threadCpuUsage?.();
  return usage === undefined ? performance.now() : (usage.user + usage.system) / 1000;
}
