/** How the event loop of the extension host fared while it was watched. */
export interface MeterReport {
  /** The longest time in milliseconds during which nothing else could run. */
  readonly longestBlockMs: number;
  /** The blocks longer than 50 ms, in order. */
  readonly blocksMs: readonly number[];
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
const reportedBlockMs = 50;

/**
 * A timer that ought to run every few milliseconds. All extensions of a host share one thread, so the time by which it
 * comes late is the time that some code did not give the thread back.
 */
export function activate(): Meter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = 0;
  let last = 0;
  let lateness: { readonly at: number; readonly ms: number }[] = [];

  const tick = (): void => {
    const now = performance.now();
    lateness.push({ at: now, ms: Math.max(0, now - last - tickMs) });
    last = now;
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
      started = last = performance.now();
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
      lateness.push({ at: performance.now(), ms: Math.max(0, performance.now() - last - tickMs) });
      const late = lateness.map(({ ms }) => ms);
      return {
        longestBlockMs: Math.max(...late),
        blocksMs: late.filter((ms) => ms > reportedBlockMs),
        quietAfterMs: Math.max(0, Math.min(quietSince(), performance.now()) - started),
      };
    },
  };
}
