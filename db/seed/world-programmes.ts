import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages, notes } from "@/db/schema/conversation";
import { aftercareChecks, landings } from "@/db/schema/landings";
import {
  handovers,
  packageDecisions,
  programmeConsents,
  programmeExtensions,
  programmePauses,
} from "@/db/schema/lifecycle";
import { packageEntitlements, packagePhases, packages, packageTasks } from "@/db/schema/packages";
import {
  programmeEntitlements,
  programmePhases,
  programmes,
  programmeTasks,
  taskEvidence,
  taskSignOffs,
} from "@/db/schema/programmes";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { nameKey } from "@/lib/platform/keys";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";
import { snapshotOf } from "@/lib/programmes/copy-snapshot";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";

/** A package of two phases, and three programmes: invited, active, landed. */
export async function seedProgrammeWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const id = (thing: string) => worldId(slug, thing);
  await tx
    .insert(packages)
    .values({ id: ids.packageId, name: "Executive, 6 months", nameKey: nameKey("Executive, 6 months"), months: 6 });
  const phases = [
    { key: "intake", name: "Intake", position: 1, usualDays: 14 },
    { key: "search", name: "Search and offers", position: 2, usualDays: 60 },
  ];
  for (const phase of phases) {
    await tx.insert(packagePhases).values({ id: id(`phase/${phase.key}`), packageId: ids.packageId, ...phase });
    await tx.insert(packageTasks).values({
      id: id(`package-task/${phase.key}`),
      phaseId: id(`phase/${phase.key}`),
      title: `Work through ${phase.name}`,
      owner: "executive",
      dueInDays: 7,
      evidence: "none",
      position: 1,
    });
  }
  await tx.insert(packageTasks).values({
    ...{ id: ids.newPackageTaskId, phaseId: id("phase/search"), position: 2, dueInDays: 10 },
    ...{ title: "Write to ten companies", owner: "executive", evidence: "text" },
  });
  await tx.insert(packageEntitlements).values({ packageId: ids.packageId, kind: "coaching", sessions: 12 });
  const programme = async (thing: string, executiveId: string, state: string, extra: object) => {
    await tx.insert(programmes).values({
      id: id(thing),
      executiveId,
      consultantId: ids.consultantId,
      packageId: ids.packageId,
      sponsorName: "Corvane Packaging",
      state,
      executiveKey: nameKey("Robin Executive"),
      phaseSince: worldMoment,
      invitedAt: worldMoment,
      ...extra,
    });
    await tx.insert(programmePhases).values(
      phases.map((phase) => ({
        programmeId: id(thing),
        ...phase,
        enteredAt: phase.position === 1 ? worldMoment : null,
      })),
    );
  };
  const running = { acceptedAt: worldMoment, activatedAt: worldMoment, endsOn: "2027-05-02", teamId: ids.teamId };
  await programme("programme", ids.executiveId, "active", running);
  await programme("programme/invited", ids.invitedPersonId, "invited", {});
  await programme("programme/intake", ids.contactId, "intake", { acceptedAt: worldMoment });
  await programme("programme/paused", ids.contactId, "paused", running);
  await tx.insert(programmeEntitlements).values({ programmeId: ids.programmeId, kind: "coaching", sessions: 12 });
  await tx.insert(programmePauses).values({
    programmeId: ids.pausedProgrammeId,
    reason: "Parental leave.",
    startedAt: worldMoment,
  });
  await tx.insert(handovers).values({
    ...{ id: ids.handoverId, programmeId: ids.pausedProgrammeId, at: worldMoment, programmeVersion: 1 },
    ...{ fromPersonId: ids.otherConsultantId, toPersonId: ids.consultantId, byPersonId: ids.administratorId },
  });
  await programme("programme/second-phase", ids.contactId, "active", {
    ...running,
    phasePosition: 2,
    endsOn: null,
  });
  await programme("programme/landed", ids.contactId, "landed", { ...running, endedAt: worldMoment });
  await tx.insert(landings).values({
    id: ids.landingId,
    programmeId: ids.landedProgrammeId,
    kind: "employed",
    employer: "Harbourline Freight",
    title: "Chief operating officer",
    acceptedOn: "2026-11-02",
  });
  await tx.insert(aftercareChecks).values({
    ...{ id: ids.aftercareId, programmeId: ids.landedProgrammeId, landingId: ids.landingId },
    ...{ afterDays: 30, dueOn: "2026-12-02" },
  });
  await tx.insert(programmeExtensions).values({
    ...{ programmeId: ids.programmeId, fromOn: "2027-04-02", toOn: "2027-05-02", at: worldMoment },
    ...{ reason: "A late start.", agreedBy: "Corvane Packaging", byPersonId: ids.consultantId },
  });
  const task = { programmeId: ids.programmeId, phasePosition: 1, owner: "executive", position: 1 };
  await tx.insert(programmeTasks).values([
    { id: ids.taskId, ...task, title: "Write down three achievements", evidence: "text", dueOn: "2026-11-09" },
    { id: ids.doneTaskId, ...task, position: 2, title: "Say what you look for", doneAt: worldMoment },
  ]);
  const [done] = await tx.select().from(programmeTasks).where(eq(programmeTasks.id, ids.doneTaskId));
  await tx.insert(packageDecisions).values({
    ...{ id: ids.packageDecisionId, programmeId: ids.programmeId, sourceId: id("package-task/intake"), taken: true },
    ...{ copyKind: "task", copyId: ids.doneTaskId, byPersonId: ids.consultantId, at: worldMoment },
    ...{ before: { ...snapshotOf("task", done!), title: "Say what you want" }, after: snapshotOf("task", done!) },
  });
  const signed = { ...task, owner: "executive", doneAt: worldMoment, signOff: "consultant" };
  await tx.insert(programmeTasks).values([
    { id: ids.signableTaskId, ...signed, position: 3, title: "Name two target roles" },
    { id: id("task/signed"), ...signed, position: 4, title: "Say what happened" },
  ]);
  await tx.insert(taskSignOffs).values({
    ...{ id: ids.signOffId, taskId: id("task/signed"), side: "consultant", outcome: "signed", at: worldMoment },
    personId: ids.consultantId,
  });
  const consent = { programmeId: ids.programmeId, givenAt: worldMoment, wordingVersion: 1 };
  await tx.insert(programmeConsents).values([
    { ...consent, kind: "resume" },
    { ...consent, kind: "story", withdrawnAt: worldMoment },
  ]);
  await tx.insert(taskEvidence).values({ taskId: ids.taskId, authorPersonId: ids.executiveId, note: "Three found." });
  const key = dataKeyOf(await organisationOfTransaction(tx));
  await tx.insert(messages).values({
    id: ids.messageId,
    programmeId: ids.programmeId,
    authorPersonId: ids.executiveId,
    bodyEncrypted: sealText(key, "When can we talk?", `message:${ids.messageId}`),
    sentAt: worldMoment,
    clientKey: id("client-key"),
  });
  await tx.insert(notes).values({
    id: ids.noteId,
    programmeId: ids.programmeId,
    authorPersonId: ids.consultantId,
    audience: "private",
    bodyEncrypted: sealText(key, "Tired today.", `note:${ids.noteId}`),
    writtenAt: worldMoment,
  });
}
