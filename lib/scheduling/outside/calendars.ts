import "server-only";
import { createHash } from "node:crypto";
import { and, asc, count, eq } from "drizzle-orm";
import { z } from "zod";
import { outsideBusy, outsideCalendars } from "@/db/schema/sessions-outside";
import { personIdOf } from "@/lib/platform/actor";
import { command, query, type CommandContext, type QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { CalendarFields, CalendarId } from "./calendar-schema";
import { sealedPlaces } from "./sealed-places";

const most = 5;

export type CalendarRow = typeof outsideCalendars.$inferSelect;

/** A calendar elsewhere of one's own: when one is busy in it, one cannot be booked. It is read in the background from now on. */
export const addCalendar = command({
  name: "scheduling.addCalendar",
  permission: "availability:write",
  input: CalendarFields,
  example: () => ({ name: "Private", address: "https://calendar.example.com/private/basic.ics" }),
  async run(context, { name, address }): Promise<{ id: string }> {
    const { tx, now, organisation, record } = context;
    const personId = self(context);
    const [{ kept } = { kept: 0 }] = await tx
      .select({ kept: count() })
      .from(outsideCalendars)
      .where(eq(outsideCalendars.personId, personId));
    if (kept >= most) throw new Refusal("limit", `There is room for ${most} calendars.`, "address");
    const addressHash = createHash("sha256").update(address).digest("hex");
    const addressEncrypted = sealText(dataKeyOf(organisation), address, sealedPlaces.calendar({ personId }));
    const { hostname: host } = new URL(address.replace(/^webcals?:/i, "https:"));
    const [row] = await tx
      .insert(outsideCalendars)
      .values({ personId, name, addressEncrypted, addressHash, host, nextReadAt: now })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Refusal("conflict", "This calendar is there already.", "address");
    record("outside-calendar", null, told(row));
    return { id: row.id };
  },
});

/** What it said is forgotten with it. */
export const removeCalendar = command({
  name: "scheduling.removeCalendar",
  permission: "availability:write",
  input: CalendarId,
  example: ({ outsideCalendarId }) => ({ id: outsideCalendarId }),
  async run(context, { id }): Promise<{ id: string }> {
    const row = await ownCalendar(context, id);
    await context.tx.delete(outsideBusy).where(eq(outsideBusy.calendarId, id));
    await context.tx.delete(outsideCalendars).where(eq(outsideCalendars.id, id));
    context.record("outside-calendar", told(row), null);
    return { id };
  },
});

/** Has a calendar read now and not when its turn comes. */
export const askCalendar = command({
  name: "scheduling.askCalendar",
  permission: "availability:write",
  input: CalendarId,
  audit: { none: "That it is read again is no change; what came of it stands with the calendar." },
  example: ({ outsideCalendarId }) => ({ id: outsideCalendarId }),
  async run(context, { id }): Promise<{ id: string }> {
    await ownCalendar(context, id);
    await context.tx.update(outsideCalendars).set({ nextReadAt: context.now }).where(eq(outsideCalendars.id, id));
    return { id };
  },
});

/** One's calendars elsewhere: how far each was read, and why one could not be. Never its address, which is a secret. */
export const ownCalendars = query({
  name: "scheduling.ownCalendars",
  permission: "availability:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    return tx
      .select({
        ...{ id: outsideCalendars.id, name: outsideCalendars.name, host: outsideCalendars.host },
        ...{ triedAt: outsideCalendars.triedAt, readAt: outsideCalendars.readAt, failures: outsideCalendars.failures },
        ...{ errorCode: outsideCalendars.errorCode, nextReadAt: outsideCalendars.nextReadAt },
        ...{ stretches: outsideCalendars.stretches, problems: outsideCalendars.problems },
      })
      .from(outsideCalendars)
      .where(eq(outsideCalendars.personId, personId))
      .orderBy(asc(outsideCalendars.createdAt), asc(outsideCalendars.id));
  },
});

async function ownCalendar(context: CommandContext, id: string): Promise<CalendarRow> {
  const [row] = await context.tx
    .select()
    .from(outsideCalendars)
    .where(and(eq(outsideCalendars.id, id), eq(outsideCalendars.personId, self(context))))
    .for("update");
  if (!row) throw notFound("this calendar");
  return row;
}

/** What audit keeps: whose and where, never the address. */
const told = ({ id, personId, name, host }: CalendarRow) => ({ id, personId, name, host });

function self({ actor }: Pick<QueryContext, "actor">): string {
  const personId = personIdOf(actor);
  if (!personId) throw new Refusal("forbidden", "Only a person has calendars.");
  return personId;
}
