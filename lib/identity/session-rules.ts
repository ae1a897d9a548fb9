const hour = 3_600_000;

export interface SessionTimes {
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** How long a session lasts without use and at most. */
export interface SessionLimits {
  idleHours: number;
  days: number;
}

/** Whether a session still counts: not ended, used within the idle time, not older than the most it may live. */
export const isLive = (session: SessionTimes, limits: SessionLimits, now: Date): boolean =>
  session.revokedAt === null &&
  now < session.expiresAt &&
  now.getTime() - session.lastSeenAt.getTime() < limits.idleHours * hour;

/** When a session that begins now ends, whatever happens. */
export const endOfSession = (now: Date, limits: SessionLimits): Date =>
  new Date(now.getTime() + limits.days * 24 * hour);

/** Whether its use is worth writing down: at most once a minute. */
export const isWorthTouching = (session: SessionTimes, now: Date): boolean =>
  now.getTime() - session.lastSeenAt.getTime() >= 60_000;
