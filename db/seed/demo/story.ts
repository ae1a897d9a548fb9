import { and, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { notifications, outbox } from "@/db/schema/platform";
import { newId } from "@/db/tenant-table";
import { remindNobody } from "@/db/seed/demo/remind-nobody";
import { profileOfAurelio } from "@/db/seed/demo/profile-of-aurelio";
import { lastWords, note, say, waitsForAnswer } from "@/db/seed/demo/talk";
import { evidenceNotes } from "@/db/seed/demo/words";
import type { DemoExecutive } from "@/db/seed/demo/executive";
import { makeAccount } from "@/lib/identity/accounts";
import { personActor } from "@/lib/identity/person-actor";
import { writeNote } from "@/lib/notes/commands";
import { connectAccount } from "@/lib/people/commands/members";
import type { SignOff } from "@/lib/packages/schemas";
import { nameKey } from "@/lib/platform/keys";
import type { OrganisationActor, PersonActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { installationCommand, type Command } from "@/lib/platform/operation";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import { landProgramme } from "@/lib/programmes/commands/landing";
import {
  acceptProgramme,
  activateProgramme,
  pauseProgramme,
  withdrawProgramme,
} from "@/lib/programmes/commands/lifecycle";
import { completePhase } from "@/lib/programmes/commands/phases";
import { signOffTask } from "@/lib/programmes/commands/sign-offs";
import { addEvidence, completeTask } from "@/lib/programmes/commands/tasks";
import { programmeTaskList } from "@/lib/programmes/queries/record";
import { sidesOf } from "@/lib/programmes/sign-off";

export interface Story {
  organisationId: string;
  slug: string;
  people: Record<string, { personId: string; userId: string }>;
  packageIds: string[];
  executive: DemoExecutive;
  /** The contract of their company, where it has one. */
  engagementId?: string | undefined;
  now: Date;
}

const day = 86_400_000;
const hour = 3_600_000;
const consultantNames = { judith: "Judith Okafor-Lindqvist", henrik: "Henrik Sandvoort" } as const;

/** Tells one executive's story, command by command, at the moments at which it would have happened. */
export async function tellStory(story: Story): Promise<void> {
  const { executive, slug, now } = story;
  const ago = (days: number, hours = 3) => new Date(now.getTime() - days * day - hours * hour);
  const consultant = await personActor(
    { id: newId(), userId: of(story, consultantNames[executive.consultant]).userId },
    slug,
  );
  const at = <Input extends z.ZodType, Output>(
    command: Command<Input, Output>,
    actor: OrganisationActor,
    input: z.input<Input>,
    moment: Date,
  ) => execute(command, actor, input, { now: moment });

  const known = story.people[executive.name];
  const email = known ? "aurelio.santangelo@alder-quay.example" : addressOf(executive.name);
  const { output: invited } = await at(
    inviteExecutive,
    consultant,
    {
      name: executive.name,
      email,
      packageId: story.packageIds[executive.package === "leadership" ? 1 : 0]!,
      sponsorName: executive.company,
      ...(story.engagementId ? { engagementId: story.engagementId } : {}),
      lastRole: executive.role,
      noticeOn: ago(executive.invited + 9)
        .toISOString()
        .slice(0, 10),
    },
    ago(executive.invited),
  );
  const { id, personId } = invited;
  if (executive.now.state === "invited") return;

  const person = known ?? (await enterAccount(story, personId, executive, email, ago(executive.invited - 1)));
  const self = await personActor({ id: newId(), userId: person.userId }, slug);
  await at(acceptProgramme, self, { id }, ago(executive.invited - 1));
  if (executive.now.state === "intake") {
    if (executive.invited > 4) await say(story, id, consultant, self, [0, 1], ago(2));
    return;
  }
  await say(story, id, consultant, self, [0, 1], ago(executive.invited - 2));
  await at(activateProgramme, consultant, { id }, ago(executive.invited - 5));

  const end = endOf(executive);
  const phases = end.phase;
  const began = executive.invited - 5;
  const step = phases > 1 ? (began - end.sincePhase) / (phases - 1) : 0;
  for (let phase = 1; phase < phases; phase += 1) {
    const closes = began - step * phase;
    await workThrough(story, id, phase, self, consultant, ago(closes + step * 0.4), Number.POSITIVE_INFINITY);
    await at(completePhase, consultant, { id }, ago(closes));
  }
  await workThrough(story, id, phases, self, consultant, ago(Math.max(end.sincePhase * 0.5, 0.2)), 1);
  if (phases > 2) await at(writeNote, consultant, note(id, executive), ago(end.sincePhase + 2));
  if (known) await profileOfAurelio(self, ago(90));

  switch (executive.now.state) {
    case "active":
      return say(story, id, consultant, self, lastWords(executive), ago(executive.now.contact, 2), {
        open: waitsForAnswer(executive),
      });
    case "paused":
      await at(pauseProgramme, consultant, { id, reason: executive.now.reason }, ago(executive.now.since));
      return;
    case "landed":
      await at(
        landProgramme,
        consultant,
        {
          id,
          kind: executive.now.kind ?? "employed",
          employer: executive.now.employer,
          title: executive.now.title,
          acceptedOn: ago(executive.now.ago + 1)
            .toISOString()
            .slice(0, 10),
          ...landingOf(executive),
          ...(executive.now.ago > 40
            ? {
                startsOn: ago(executive.now.ago - 30)
                  .toISOString()
                  .slice(0, 10),
              }
            : {}),
        },
        ago(executive.now.ago),
      );
      return;
    case "withdrawn":
      await at(withdrawProgramme, consultant, { id, reason: executive.now.reason }, ago(executive.now.ago));
  }
}

/** What a landing is told with: how it was found, what it pays against before, and how content the person is. */
function landingOf({ name, role }: DemoExecutive) {
  const place = name.length + role.length;
  const channels = [
    ["network", "A former colleague"],
    ["search-firm", "A search firm that rang up"],
    ["approach", "A letter of their own, and two talks"],
    ["network", "Somebody met at the clinic"],
    ["advertisement", "An advertisement"],
  ] as const;
  const [channel, source] = channels[place % channels.length]!;
  const before = 16_000_000 + (place % 9) * 1_500_000;
  const pay = { currency: "CHF", period: "year" as const };
  return {
    ...{ channel, source, satisfaction: 6 + (place % 5) },
    lastPay: { ...pay, minor: before },
    pay: { ...pay, minor: Math.round((before * (88 + (place % 7) * 4)) / 100) },
  };
}

/** After all stories: nothing waits to be sent, nobody is reminded of what happened before the demo began. */
export async function settleDemo(organisationId: string, now: Date): Promise<void> {
  const recent = new Date(now.getTime() - 4 * day);
  await transaction({ organisationId }, async (tx) => {
    await tx.update(outbox).set({ dispatchedAt: now }).where(isNull(outbox.dispatchedAt));
    await tx.update(mailMessages).set({
      status: "sent",
      transport: "mailbox",
      attempts: 1,
      settledAt: sql`${mailMessages.at}`,
      nextAttemptAt: null,
    });
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(and(isNull(notifications.readAt), lte(notifications.at, recent)));
    await remindNobody(tx, now);
  });
}

async function workThrough(
  story: Story,
  id: string,
  phase: number,
  self: PersonActor,
  consultant: PersonActor,
  moment: Date,
  most: number,
): Promise<void> {
  const tasks = (await ask(programmeTaskList, consultant, { id })).filter(
    (task) => task.phasePosition === phase && !task.doneAt,
  );
  for (const task of tasks.slice(0, most)) {
    const actor = task.owner === "executive" ? self : consultant;
    if (task.evidence !== "none") {
      // A file cannot be made up; the task is made one of words, as a consultant would do for somebody without one.
      if (task.evidence === "file") await softenEvidence(story.organisationId, task.id);
      const told = evidenceNotes[phase] ?? ["Done, with thanks for the push."];
      const words = told[(story.executive.name.length + task.position) % told.length]!;
      await execute(addEvidence, self, { taskId: task.id, note: words }, { now: moment });
    }
    await execute(completeTask, actor, { id: task.id }, { now: moment });
    // In the phase that runs, what was done last still waits for its signature.
    if (!Number.isFinite(most)) await sign(task, self, consultant, new Date(moment.getTime() + hour));
  }
}

async function sign(
  { id, signOff }: { id: string; signOff: SignOff },
  self: PersonActor,
  consultant: PersonActor,
  moment: Date,
): Promise<void> {
  for (const side of sidesOf(signOff))
    await execute(signOffTask, side === "executive" ? self : consultant, { id }, { now: moment });
}

const softenEvidence = (organisationId: string, taskId: string) =>
  transaction({ organisationId }, (tx) =>
    tx.execute(sql`update programme_tasks set evidence = 'text' where id = ${taskId}`),
  );

function endOf({ now, invited }: DemoExecutive): { phase: number; sincePhase: number } {
  switch (now.state) {
    case "active":
      return { phase: now.phase, sincePhase: now.inPhase };
    case "paused":
      return { phase: now.phase, sincePhase: now.since + 8 };
    case "landed":
      return { phase: 7, sincePhase: now.ago + 25 };
    default:
      return { phase: 3, sincePhase: Math.max(invited - 40, 1) };
  }
}

const connect = installationCommand({
  name: "seed.account",
  permission: "operator",
  input: z.strictObject({ organisationId: z.uuid(), personId: z.uuid(), name: z.string(), email: z.string() }),
  async run(context, { organisationId, personId, name, email }) {
    const userId = await makeAccount(context, { name, email, passwordHash: null });
    await context.inside(organisationId, "seed", connectAccount, { personId, userId });
    return { personId, userId };
  },
});

const enterAccount = (story: Story, personId: string, { name }: DemoExecutive, email: string, now: Date) =>
  executeInstallation(
    connect,
    { kind: "operator", userId: null, name: "demo" },
    { organisationId: story.organisationId, personId, name, email },
    { now },
  );

function of(story: Story, name: string) {
  const found = story.people[name];
  if (!found) throw new Error(`${name} is not among the people of the demo.`);
  return found;
}

const addressOf = (name: string): string =>
  `${nameKey(name)
    .replace(/^dr\. /, "")
    .replace(/[^a-z -]/g, "")
    .trim()
    .split(/[\s-]+/)
    .slice(0, 3)
    .join(".")}@example.com`;
