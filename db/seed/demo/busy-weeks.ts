import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { sessionTypes } from "@/db/schema/scheduling";
import { demoAccounts } from "@/db/seed/accounts";
import { tellSeries } from "@/db/seed/demo/series";
import { teller } from "@/db/seed/demo/teller";
import { nameKey } from "@/lib/platform/keys";
import { Refusal } from "@/lib/platform/refusal";
import { setHostHours } from "@/lib/scheduling/commands/availability";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { cancelSession } from "@/lib/scheduling/commands/changes";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { addType } from "@/lib/scheduling/commands/types";

const zone = "Europe/Zurich";
const day = 86_400_000;
const group = "Networking evening";

/** The weekday from Monday, the time, what, and which of the caseload; a group takes several. */
const week: readonly (readonly [number, string, string, ...number[]])[] = [
  [0, "09:00", "coaching", 0],
  [0, "10:30", "resume-review", 3],
  [0, "14:00", "coaching", 5],
  [0, "16:00", "interview-practice", 7],
  [1, "08:30", "coaching", 1],
  [1, "11:00", "interview-practice", 0],
  // Over lunch, because it suited them both.
  [1, "12:15", "coaching", 9],
  [1, "15:00", "resume-review", 2],
  [2, "09:30", "coaching", 4],
  [2, "11:00", "coaching", 8],
  [2, "14:30", "resume-review", 6],
  [2, "17:00", "group", 1, 2, 4, 6, 8],
  [3, "09:00", "coaching", 2],
  [3, "10:30", "interview-practice", 10],
  [3, "14:00", "resume-review", 0],
  // For somebody whose day begins when hers ends.
  [3, "19:00", "coaching", 3],
  [4, "08:30", "coaching", 6],
  [4, "10:00", "interview-practice", 5],
  [4, "13:30", "coaching", 7],
];

/** What is called off in each week, by its place above. */
const calledOff = new Map([
  [7, "An interview was put on this afternoon. May we find another time?"],
  [14, "I have a fever."],
]);
/** Nobody came. */
const missed = 9;

const talkedAbout = [
  "How to answer when they ask why I left.",
  "The offer from Brussels: I do not know whether to say yes.",
  "Salary. I have not negotiated one in eleven years.",
  "",
  "My first ninety days, if it comes to that.",
];

/** Two full weeks of the consultant whose desk the demo offers: the one of today and the next, with an evening for a group. */
export async function tellBusyWeeks({ organisationId, now }: { organisationId: string; now: Date }): Promise<void> {
  const name = demoAccounts.find(({ roleKeys }) => roleKeys.includes("consultant"))!.name;
  const [consultant, colleague, types] = await transaction({ organisationId }, async (tx) => {
    const found = await tx
      .select({ id: people.id, key: people.nameKey })
      .from(people)
      .where(
        inArray(
          people.nameKey,
          demoAccounts.filter(({ roleKeys }) => roleKeys.includes("consultant")).map((one) => nameKey(one.name)),
        ),
      );
    // One of them is in New York, where her mornings are.
    await tx
      .update(people)
      .set({ timeZone: "America/New_York" })
      .where(eq(people.nameKey, nameKey("Haruto Kinoshita")));
    const own = found.find(({ key }) => key === nameKey(name))!;
    const all = await tx.select({ id: sessionTypes.id, kind: sessionTypes.kind }).from(sessionTypes);
    return [own, found.find(({ id }) => id !== own.id)!, all] as const;
  });
  const before = teller(organisationId, new Date(now.getTime() - 40 * day));
  const morning = { from: "08:30", to: "12:00" };
  await before(setHostHours, {
    ...{ personId: consultant.id, expectedVersion: 0, timeZone: zone, noticeMinutes: 120, horizonDays: 90 },
    ...{ mostPerDay: 6, mostPerWeek: null },
    week: [0, 1, 2, 3, 4, 5, 6].map((at) =>
      at > 4 ? [] : [morning, { from: "13:00", to: at === 4 ? "16:00" : "18:30" }],
    ),
  });
  const { id: groupId } = await before(addType, {
    ...{
      name: group,
      description: "Six of you, one table, and how to begin a conversation.",
      kind: "networking-clinic",
    },
    ...{ lengthMinutes: 90, stepMinutes: 30, bufferBefore: 0, bufferAfter: 0, capacity: 6, hosting: "any" },
    hosts: [consultant.id, colleague.id].map((personId, at) => ({ personId, weight: 2 - at })),
    ...{ noticeMinutes: 1440, horizonDays: 60, mostPerDay: 1, moveNoticeHours: 24, cancelNoticeHours: 24 },
    ...{ late: "refuse", placeKind: "place", place: "Room Quay 2", reminders: [1440], questions: [], selfBooked: true },
  });
  const running = await transaction({ organisationId }, (tx) =>
    tx
      .select({ id: programmes.id, activatedAt: programmes.activatedAt })
      .from(programmes)
      .where(and(eq(programmes.consultantId, consultant.id), inArray(programmes.state, ["intake", "active"])))
      // Who looks around as an executive finds an own session in each week.
      .orderBy(
        sql`(select ${people.nameKey} = ${nameKey("Aurelio Santangelo")} from ${people} where ${people.id} = ${programmes.executiveId}) desc`,
        asc(programmes.executiveKey),
        asc(programmes.id),
      ),
  );
  const monday = DateTime.fromJSDate(now, { zone }).startOf("week");
  const coachingId = types.find(({ kind }) => kind === "coaching")!.id;
  // Not with who looks around as an executive: their weeks are told above.
  await tellSeries({ organisationId, now, monday, typeId: coachingId, running: running.slice(1) });
  for (const weeks of [0, 1])
    for (const [place, [weekday, time, kind, ...who]] of week.entries()) {
      const at = monday.plus({ weeks, days: weekday });
      const [hour, minute] = time.split(":").map(Number);
      const startsAt = at.set({ hour: hour!, minute: minute! });
      const typeId = kind === "group" ? groupId : types.find((type) => type.kind === kind)?.id;
      if (!typeId) continue;
      const bookedAt = new Date(Math.min(now.getTime() - day / 3, startsAt.toMillis() - 4 * day));
      let booked: string | null = null;
      for (const one of who) {
        const programmeId = running[(one + weeks) % running.length]!.id;
        const asked = {
          ...{ typeId, programmeId, startsAt: startsAt.toUTC().toISO()!, hostId: consultant.id, anyway: true },
          ...(kind === "coaching" ? { answers: { about: talkedAbout[place % talkedAbout.length]! } } : {}),
        };
        booked = await made(teller(organisationId, bookedAt)(bookSession, asked), booked);
      }
      if (!booked) continue;
      const reason = calledOff.get(place);
      const ends = startsAt.plus({ minutes: 91 }).toJSDate();
      if (reason !== undefined && weeks === 0)
        await teller(organisationId, new Date(bookedAt.getTime() + day / 4))(cancelSession, { id: booked, reason });
      else if (ends < now)
        await teller(organisationId, ends)(noteOutcome, {
          id: booked,
          outcome: place === missed ? "no_show" : "done",
        });
    }
}

/** What was booked; where the time was taken by somebody else's session, what was there before. */
async function made(booking: Promise<{ id: string }>, before: string | null): Promise<string | null> {
  try {
    return (await booking).id;
  } catch (error) {
    if (error instanceof Refusal) return before;
    throw error;
  }
}
