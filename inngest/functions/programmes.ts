import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { organisationsWith } from "@/lib/platform/organisations-with";
import { Refusal } from "@/lib/platform/refusal";
import { firstContactWithinDays } from "@/lib/programmes/attention";
import { remindInvitation } from "@/lib/programmes/commands/invite";
import { remindAftercare, remindEnding, remindQuiet } from "@/lib/programmes/commands/programme-sweeps";
import { remindDueTasks, remindFirstContact, remindOverdueTasks } from "@/lib/programmes/commands/sweeps";
import { oneProgramme } from "@/lib/programmes/queries/record";

interface ProgrammeEvent {
  organisationId: string;
  programmeId: string;
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

/** Tells the consultant when an executive has waited too long for the first contact. */
const firstContact = inngest.createFunction(
  { id: "programmes-first-contact", triggers: [{ event: "programmes.accepted" }] },
  async ({ event, step }) => {
    const { organisationId, programmeId } = event.data as ProgrammeEvent;
    await step.sleep("wait", `${firstContactWithinDays} days`);
    return step.run("remind", () =>
      job(organisationId, "programmes-first-contact").execute(remindFirstContact, { id: programmeId }),
    );
  },
);

/** What is looked for in each organisation that runs programmes, and how often. */
const sweeps = [
  { id: "programmes-tasks-due", cron: "7 * * * *", command: remindDueTasks },
  { id: "programmes-tasks-overdue", cron: "12 * * * *", command: remindOverdueTasks },
  { id: "programmes-quiet", cron: "17 * * * *", command: remindQuiet },
  { id: "programmes-ending", cron: "22 * * * *", command: remindEnding },
  { id: "programmes-aftercare", cron: "27 * * * *", command: remindAftercare },
] as const;

/** Each hour, organisation by organisation, as a step of its own so that one failure keeps to itself. */
const hourly = sweeps.map(({ id, cron, command }) =>
  inngest.createFunction({ id, triggers: [{ cron }], concurrency: { limit: 1 } }, async ({ step }) => {
    const ids = await step.run("organisations", () => organisationsWith("programmes"));
    let reminded = 0;
    for (const organisationId of ids)
      reminded += await step.run(`remind-${organisationId}`, async () => {
        const said = await job(organisationId, id).whileMore(command);
        return said.reduce((sum, { reminded: some }) => sum + some, 0);
      });
    return { reminded };
  }),
);

export const programmeFunctions = [invitationReminder, firstContact, ...hourly];
