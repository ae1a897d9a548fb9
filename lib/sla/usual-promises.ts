import type { StoredPromise } from "@/db/schema/sla";

const hour = 3600;

const promise = (hours: number): StoredPromise => ({
  seconds: hours * hour,
  time: "business",
  warnAt: [0.5, 0.8],
  escalations: [{ level: 1, afterSeconds: 4 * hour, people: [], overseers: true }],
});

/** What an organisation promises before it says otherwise: in hours of work, eight a day. */
export const usualPromises: Readonly<Record<string, StoredPromise>> = {
  "first-contact": promise(16),
  "message-answer": promise(8),
  "session-notes": promise(16),
  "resume-turnaround": promise(24),
};
