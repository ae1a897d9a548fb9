import "server-only";
import { and, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { outsideBusy, outsideCalendars } from "@/db/schema/sessions-outside";
import { hostHours } from "@/db/schema/scheduling";
import { command } from "@/lib/platform/operation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { readAgainAt } from "../rules/reading-again";
import { CalendarId } from "./calendar-schema";
import { sealedPlaces } from "./sealed-places";

/** For how long a calendar counts as being read: longer than a reading takes. */
const claimHoldsFor = 5 * 60_000;

/** After how long all of it is asked for anew, though nothing changed. */
const wholeEvery = 86_400_000;

const isReading = { none: "A reading changes nothing that a person said; what came of it stands with the calendar." };

/** A calendar that was taken for one reading. */
export interface ClaimedCalendar {
  address: string;
  etag: string | null;
  lastModified: string | null;
  /** In which its times without a zone are. */
  timeZone: string;
  /** Says whose reading it is. */
  version: number;
}

/** Takes a calendar that is due for one reading; null where it is not, somebody else has it, or its person is gone. */
export const claimCalendar = command({
  name: "scheduling.claimCalendar",
  permission: "availability:write",
  input: CalendarId,
  audit: isReading,
  example: ({ outsideCalendarId }) => ({ id: outsideCalendarId }),
  async run({ tx, now, organisation }, { id }): Promise<ClaimedCalendar | null> {
    const [row] = await tx
      .select()
      .from(outsideCalendars)
      .where(and(eq(outsideCalendars.id, id), lte(outsideCalendars.nextReadAt, now)))
      .for("update", { skipLocked: true });
    if (!row) return null;
    const version = row.version + 1;
    await tx
      .update(outsideCalendars)
      .set({ nextReadAt: new Date(now.getTime() + claimHoldsFor), triedAt: now, version })
      .where(eq(outsideCalendars.id, id));
    const [person] = await tx
      .select({ status: people.status, timeZone: people.timeZone, hoursZone: hostHours.timeZone })
      .from(people)
      .leftJoin(hostHours, eq(hostHours.personId, people.id))
      .where(eq(people.id, row.personId));
    if (person?.status !== "active") return null;
    const isWhole = row.wholeAt && now.getTime() - row.wholeAt.getTime() < wholeEvery;
    return {
      address: openText(dataKeyOf(organisation), row.addressEncrypted, sealedPlaces.calendar(row)),
      ...{ etag: isWhole ? row.etag : null, lastModified: isWhole ? row.lastModified : null },
      ...{ timeZone: person.hoursZone ?? person.timeZone ?? organisation.timeZone, version },
    };
  },
});

const code = z.string().min(1).max(40);
const header = z.string().max(500).nullable();

/** Keeps what came of a reading: when somebody is busy, that nothing changed, or why it could not be read. */
export const keepReading = command({
  name: "scheduling.keepReading",
  permission: "availability:write",
  audit: isReading,
  input: z.strictObject({
    id: z.uuid(),
    version: z.int(),
    came: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("unchanged") }),
      z.strictObject({ kind: z.literal("failed"), code }),
      z.strictObject({
        ...{ kind: z.literal("read"), etag: header, lastModified: header },
        busy: z.array(z.strictObject({ from: z.date(), to: z.date() })).max(100_000),
        problems: z.array(z.strictObject({ code, count: z.int() })).max(50),
      }),
    ]),
  }),
  example: ({ outsideCalendarId }) => ({ id: outsideCalendarId, version: 1, came: { kind: "unchanged" as const } }),
  async run({ tx, now }, { id, version, came }): Promise<{ kept: boolean }> {
    const [row] = await tx
      .select()
      .from(outsideCalendars)
      .where(and(eq(outsideCalendars.id, id), eq(outsideCalendars.version, version)))
      .for("update");
    // It was removed, or somebody else's reading came later.
    if (!row) return { kept: false };
    const failures = came.kind === "failed" ? row.failures + 1 : 0;
    await tx
      .update(outsideCalendars)
      .set({
        ...{ failures, nextReadAt: readAgainAt(now, failures), version: version + 1, updatedAt: now },
        errorCode: came.kind === "failed" ? came.code : null,
        ...(came.kind === "failed" ? {} : { readAt: now }),
        ...(came.kind === "read"
          ? {
              ...{ wholeAt: now, etag: came.etag, lastModified: came.lastModified },
              ...{ stretches: came.busy.length, problems: came.problems },
            }
          : {}),
      })
      .where(eq(outsideCalendars.id, id));
    if (came.kind !== "read") return { kept: true };
    await tx.delete(outsideBusy).where(eq(outsideBusy.calendarId, id));
    for (let at = 0; at < came.busy.length; at += 2000)
      await tx.insert(outsideBusy).values(
        came.busy.slice(at, at + 2000).map(({ from, to }) => ({
          ...{ calendarId: id, personId: row.personId, startsAt: from, endsAt: to },
        })),
      );
    return { kept: true };
  },
});
