import type pg from "pg";

/** Furthest moment, in milliseconds from now, for which a timer is set; what is later is found when its time has come closer. */
const horizon = 20_000;

/**
 * Has the queue looked at the moment a job falls due: graphile-worker hears of new jobs at once, but of jobs whose time has come only
 * when it polls. Timers are set for what this process queued, and for what `refresh` finds in the queue.
 */
export class LookAhead {
  private readonly timers = new Map<number, NodeJS.Timeout>();
  private look: () => void = () => undefined;

  /** Says what looks at the queue; until then there is nobody to look. */
  use(look: () => void): void {
    this.look = look;
  }

  /** Looks at `moment`, in milliseconds of real time, where that is near. */
  at(moment: number): void {
    // A little later rather than earlier: what is not due yet is not found. Moments that share 10 ms share a timer.
    const due = Math.ceil((moment + 2) / 10) * 10;
    const wait = due - Date.now();
    if (wait > horizon || this.timers.has(due)) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(due);
        this.look();
      },
      Math.max(wait, 0),
    );
    timer.unref();
    this.timers.set(due, timer);
  }

  /** Sets timers for what is queued for soon, by whomever. */
  async refresh(pool: pg.Pool): Promise<void> {
    const { rows } = await pool.query<{ wait: number }>(
      `select distinct ceil(extract(epoch from run_at - clock_timestamp()) * 100) * 10 as wait from graphile_worker.jobs
       where locked_at is null and attempts < max_attempts and run_at between clock_timestamp() and clock_timestamp() + $1 * interval '1 ms'
       limit 2000`,
      [horizon],
    );
    for (const { wait } of rows) this.at(Date.now() + Number(wait));
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
