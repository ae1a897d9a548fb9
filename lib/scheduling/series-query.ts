import "server-only";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";
import { entitlementOf, possibleHosts } from "./book";
import { typeById } from "./load";
import { questionOf } from "./question-of";
import type { Question } from "./rules/question";
import { nextFree } from "./rules/slots";
import { whyNot } from "./rules/why-not";
import { withoutReach } from "./rules/without-reach";
import { PreviewSeriesInput } from "./schemas";
import { timesOfSeries } from "./series-times";
import { readerOf, sayReason } from "./why-not-words";

const day = 86_400_000;

/** A session of a series that is not booked yet. */
export interface PlannedSession {
  date: string;
  startsAt: Date;
  /** Why it cannot be booked then; null where it can. */
  says: string | null;
  /** The nearest times that are free instead. */
  instead: Date[];
}

/** What becomes of a series before it is booked: which of its times work, and what is free near those that do not. */
export const previewSeries = query({
  name: "scheduling.previewSeries",
  permission: "sessions:write",
  input: PreviewSeriesInput,
  example: ({ programmeId, sessionTypeId }) => ({
    ...{ programmeId, typeId: sessionTypeId, startsAt: "2026-12-01T13:00:00Z", timeZone: "Europe/Zurich" },
    ...{ repeats: { every: "weeks" as const, weeks: 2 }, ends: { count: 3 } },
  }),
  async run(context, asked): Promise<{ planned: PlannedSession[]; left: number }> {
    const programme = await loadProgramme(context, asked.programmeId, "sessions:write");
    const type = await typeById(context, asked.typeId);
    const hostIds = (await possibleHosts(context, type, programme)).map(({ personId }) => personId);
    const times = timesOfSeries({ ...asked, lengthMinutes: type.lengthMinutes });
    const [first, last] = [times[0]!.startsAt, times.at(-1)!.startsAt];
    const range = { from: new Date(first.getTime() - day), to: new Date(last.getTime() + 15 * day) };
    const stored = await questionOf(context, {
      type,
      hostIds,
      attendeeId: programme.executiveId,
      ...range,
      heldBy: personIdOf(context.actor),
    });
    const question = withoutReach(stored);
    const planned = times.map(({ date, startsAt }): PlannedSession => {
      const [reason] = whyNot(startsAt, question);
      if (!reason) return { date, startsAt, says: null, instead: [] };
      return { date, startsAt, says: sayReason(reason, readerOf(context)), instead: nearest(question, startsAt) };
    });
    return { planned, left: (await entitlementOf(context, programme.id, type.kind)).left };
  },
});

/** Up to three free times around one, the nearest first: from the day before on. */
function nearest(question: Question, at: Date): Date[] {
  const far = ({ startsAt }: { startsAt: Date }) => Math.abs(startsAt.getTime() - at.getTime());
  return nextFree(40, question, new Date(at.getTime() - day))
    .toSorted((one, other) => far(one) - far(other))
    .slice(0, 3)
    .map(({ startsAt }) => startsAt);
}
