import { inngest } from "@/inngest/client";
import { hourlySweep } from "@/inngest/hourly-sweep";
import { job } from "@/lib/entry/job";
import { Refusal } from "@/lib/platform/refusal";
import { followCalendar } from "@/lib/programmes/commands/follow-calendar";
import { remindInvitation } from "@/lib/programmes/commands/invite";
import { remindAftercare, remindEnding, remindQuiet } from "@/lib/programmes/commands/programme-sweeps";
import { remindDueTasks, remindOverdueTasks } from "@/lib/programmes/commands/sweeps";
import { oneProgramme } from "@/lib/programmes/queries/record";

interface ProgrammeEvent {
  organisationId: string;
  programmeId: string;
}

interface CalendarEvent {
  organisationId: string;
  /** Whether it is the calendar by which all is counted that names none. */
  counts: boolean;
  closed: string[];
}

/** After how long an invitation that was not accepted is sent once more. */
const remindAfter = "4 days";

/** Sends an invitation once more, unless it was accepted or withdrawn by then. */
const invitationReminder = inngest.createFunction(
  {
    id: "programmes-invitation-reminder",
    triggers: [{ event: "programmes.invited" }],
    cancelOn: [
      { event: "programmes.accepted", if: "async.data.programmeId == event.data.programmeId" },
      { event: "programmes.withdrawn", if: "async.data.programmeId == event.data.programmeId" },
    ],
  },
  async ({ event, step }) => {
    const { organisationId, programmeId } = event.data as ProgrammeEvent;
    await step.sleep("wait", remindAfter);
    return step.run("remind", async () => {
      const as = job(organisationId, "programmes-invitation-reminder");
      // An invitation that was taken back is gone, and with it the programme.
      const found = await as.ask(oneProgramme, { id: programmeId }).catch(nothingIfGone);
      if (found?.state !== "invited" || found.remindedAt) return { reminded: false };
      await as.execute(remindInvitation, { id: programmeId });
      return { reminded: true };
    });
  },
);

function nothingIfGone(error: unknown): null {
  if (error instanceof Refusal && error.code === "not_found") return null;
  throw error;
}

/** Moves what is due on a day that was closed in the calendar by which due dates count to the next working day. */
const closedDays = inngest.createFunction(
  { id: "programmes-follow-calendar", triggers: [{ event: "business-time.calendar-changed" }] },
  async ({ event, step }) => {
    const { organisationId, counts, closed } = event.data as CalendarEvent;
    if (!counts || closed.length === 0) return { moved: 0 };
    let moved = 0;
    for (let part = 0; ; part += 1) {
      const done = await step.run(`move-${part}`, () =>
        job(organisationId, "programmes-follow-calendar").execute(followCalendar, { dates: closed }).catch(noneIfOff),
      );
      moved += done.moved;
      if (!done.more) return { moved };
    }
  },
);

function noneIfOff(error: unknown): { moved: number; more: boolean } {
  if (error instanceof Refusal && error.code === "off") return { moved: 0, more: false };
  throw error;
}

/** What is looked for in each organisation that runs programmes, and when past the hour. */
const sweeps = [
  { id: "programmes-tasks-due", minute: 7, reminded: remindDueTasks },
  { id: "programmes-tasks-overdue", minute: 12, reminded: remindOverdueTasks },
  { id: "programmes-quiet", minute: 17, reminded: remindQuiet },
  { id: "programmes-ending", minute: 22, reminded: remindEnding },
  { id: "programmes-aftercare", minute: 27, reminded: remindAftercare },
].map(({ id, minute, reminded }) => hourlySweep({ id, minute, module: "programmes", work: { reminded } }));

export const programmeFunctions = [invitationReminder, closedDays, ...sweeps];
