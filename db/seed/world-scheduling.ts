import type { Transaction } from "@/db/client";
import {
  hostDays,
  hostHours,
  scheduledSessions,
  sessionAttendees,
  sessionHosts,
  sessionSeries,
  sessionTypeHosts,
  sessionTypes,
} from "@/db/schema/scheduling";
import { calendarFeeds, outsideCalendars } from "@/db/schema/sessions-outside";
import { programmeEntitlements } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import { worldMoment } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";

const hour = 3_600_000;

/** Coaching with one's own consultant and a clinic for groups; a session that is booked, one that has begun, one whose time is only held. */
export async function seedSchedulingWorld(tx: Transaction, ids: World): Promise<void> {
  const usual = { lengthMinutes: 60, noticeMinutes: 0, horizonDays: 366 };
  await tx.insert(sessionTypes).values([
    { id: ids.sessionTypeId, name: "Coaching", nameKey: nameKey("Coaching"), kind: "coaching", ...usual },
    {
      ...{ id: ids.groupTypeId, name: "Clinic", nameKey: nameKey("Clinic"), kind: "networking-clinic", ...usual },
      ...{ capacity: 2, hosting: "any" },
    },
  ]);
  await tx
    .insert(sessionTypeHosts)
    .values([ids.consultantId, ids.otherConsultantId].map((personId) => ({ typeId: ids.groupTypeId, personId })));
  await tx.insert(hostHours).values({
    ...{ personId: ids.consultantId, timeZone: "Europe/Zurich", horizonDays: 366 },
    week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? [{ from: 480, to: 1080 }] : [])),
  });
  await tx.insert(hostDays).values({
    ...{ id: ids.hostDayId, personId: ids.consultantId, fromOn: "2027-04-12", toOn: "2027-04-16", name: "Away" },
  });
  await tx.insert(calendarFeeds).values({
    ...{ personId: ids.executiveId, tokenHash: ids.feedTokenHash, madeAt: worldMoment },
  });
  await tx.insert(outsideCalendars).values({
    ...{ id: ids.outsideCalendarId, personId: ids.consultantId, name: "Private", host: "calendar.example.com" },
    addressEncrypted: sealText(
      dataKeyOf(await organisationOfTransaction(tx)),
      "https://calendar.example.com/private.ics",
      `outside-calendar:${ids.consultantId}`,
    ),
    ...{ addressHash: ids.feedTokenHash, nextReadAt: worldMoment },
  });
  const session = (id: string, startsAt: Date, state: string) => ({
    ...{ id, typeId: ids.sessionTypeId, kind: "coaching", title: "Coaching", placeKind: "video", state },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + hour), bookedAt: worldMoment },
  });
  const booked = session(ids.sessionId, new Date("2027-03-10T09:00:00Z"), "booked");
  const past = session(ids.pastSessionId, new Date("2026-11-02T09:00:00Z"), "booked");
  const held = {
    ...session(ids.heldSessionId, new Date("2027-03-11T09:00:00Z"), "held"),
    ...{ heldUntil: new Date("2027-03-01T09:00:00Z"), bookedAt: null, heldBy: ids.consultantId },
  };
  const week = 7 * 24 * hour;
  const firstAt = new Date("2027-03-16T14:00:00Z");
  const [series] = await tx
    .insert(sessionSeries)
    .values({
      ...{ programmeId: ids.programmeId, typeId: ids.sessionTypeId, timeZone: "Europe/Zurich", firstAt },
      ...{ weeks: 1, count: 2 },
    })
    .returning();
  const again = [ids.seriesSessionId, newId()].map((id, at) => {
    const seriesStart = new Date(firstAt.getTime() + at * week);
    return { ...session(id, seriesStart, "booked"), seriesId: series!.id, seriesStart };
  });
  await tx.insert(scheduledSessions).values([booked, past, held]);
  await tx.insert(scheduledSessions).values(again);
  await tx.insert(sessionHosts).values(
    [booked, past, held, ...again].map(({ id, startsAt, endsAt }) => ({
      ...{ sessionId: id, personId: ids.consultantId, takesFrom: startsAt, takesTo: endsAt },
    })),
  );
  await tx.insert(sessionAttendees).values(
    [booked, past, ...again].map(({ id }) => ({
      ...{ sessionId: id, personId: ids.executiveId, programmeId: ids.programmeId, state: "booked" },
      joinedAt: worldMoment,
    })),
  );
  await tx
    .insert(programmeEntitlements)
    .values({ programmeId: ids.programmeId, kind: "coaching", sessions: 200 })
    .onConflictDoUpdate({
      target: [programmeEntitlements.organisationId, programmeEntitlements.programmeId, programmeEntitlements.kind],
      set: { sessions: 200 },
    });
}
