import { inngest } from "@/inngest/client";
import { acrossSweep } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { job } from "@/lib/entry/job";
import { moduleIsOn, type Plan } from "@/lib/platform/plans";
import { isNull } from "drizzle-orm";
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
      const { state, remindedAt } = await as.ask(oneProgramme, { id: programmeId });
      if (state !== "invited" || remindedAt) return { reminded: false };
      await as.execute(remindInvitation, { id: programmeId });
      return { reminded: true };
    });
  },
);

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
    const ids = await step.run("organisations", organisationsWithProgrammes);
    let reminded = 0;
    for (const organisationId of ids)
      reminded += await step.run(`remind-${organisationId}`, async () => {
        const result = await job(organisationId, id).execute(command, {});
        return result.reminded;
      });
    return { reminded };
  }),
);

/** Ids of the organisations that run programmes and are not suspended. */
async function organisationsWithProgrammes(): Promise<string[]> {
  const rows = await acrossSweep((tx) =>
    tx
      .select({ id: organisations.id, plan: organisations.plan, modules: organisations.modules })
      .from(organisations)
      .where(isNull(organisations.suspendedAt)),
  );
  return rows
    .filter(({ plan, modules }) => moduleIsOn({ plan: plan as Plan, modules }, "programmes"))
    .map(({ id }) => id);
}

export const programmeFunctions = [invitationReminder, firstContact, ...hourly];
