import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import { personActor } from "@/lib/identity/person-actor";
import { addPackageTask, editPackageTask, setEntitlements } from "@/lib/packages/commands";
import { onePackage } from "@/lib/packages/queries";
import type { OrganisationActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { extendProgramme } from "@/lib/programmes/commands/extend";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { addDays } from "@/lib/platform/civil-dates";
import { aftercareOf } from "@/lib/programmes/queries/aftercare";
import type { Story } from "@/db/seed/demo/story";

const day = 86_400_000;

/** Alone in their phase among those for whom their company pays: because they agree, the phases of all others can be told. */
const alone = ["Joanna van der Westhuizen", "Mireille Okonkwo"];

/** What happens between the big steps: consents, extensions, check-ins after landings, a package that is made better. */
export async function tellLife({
  organisationId,
  slug,
  people: known,
  packageIds,
  now,
}: Omit<Story, "executive">): Promise<void> {
  const ago = (days: number) => ({ now: new Date(now.getTime() - days * day) });
  const as = (userId: string) => personActor({ id: newId(), userId }, slug);
  const running = await transaction({ organisationId }, (tx) =>
    tx
      .select({ programme: programmes, userId: people.userId, name: people.name })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .orderBy(programmes.executiveKey),
  );
  const judith = await as(known["Judith Okafor-Lindqvist"]!.userId);
  for (const [place, { programme, userId, name }] of running.entries()) {
    const { id, state, consultantId, endsOn } = programme;
    const own = consultantId === judith.personId;
    if (userId && (alone.includes(name) || (state === "active" && place % 4 !== 3))) {
      const self = await as(userId);
      await execute(giveConsent, self, { programmeId: id, kind: "stage" }, ago(20));
      if (place % 4 === 0) await execute(giveConsent, self, { programmeId: id, kind: "resume" }, ago(18));
      if (place % 9 === 4) await execute(withdrawConsent, self, { programmeId: id, kind: "stage" }, ago(6));
    }
    if (own && state === "active" && endsOn && place % 8 === 1)
      await execute(
        extendProgramme,
        judith,
        {
          ...{ id, toOn: addDays(endsOn, 61), agreedBy: "the company’s HR" },
          reason: "Two processes are in their last round.",
        },
        ago(9),
      );
    if (own && state === "landed") {
      const checks = (await ask(aftercareOf, judith, { id }))?.checks ?? [];
      const due = checks.filter(({ dueOn }) => dueOn <= addDays(now.toISOString().slice(0, 10), -14));
      for (const check of due)
        await execute(
          noteAftercare,
          judith,
          { id: check.id, stillThere: true, notes: "Settled in. The first weeks were long; the team is good." },
          { now: new Date(Date.parse(`${addDays(check.dueOn, 2)}T10:00:00Z`)) },
        );
    }
  }
  await betterPackage({ kind: "system", organisationId, cause: "seed" }, packageIds[0]!, ago(3));
}

/** A package that got better three days ago: programmes that run have not taken it over yet. */
async function betterPackage(administrator: OrganisationActor, packageId: string, at: { now: Date }): Promise<void> {
  const { phases, sessions, version: packageVersion } = await ask(onePackage, administrator, { id: packageId });
  const search = phases.find(({ key }) => key === "search")!;
  const talks = search.tasks.find(({ position }) => position === 1)!;
  const { id, version, title, details } = talks;
  await execute(
    editPackageTask,
    administrator,
    {
      ...{ id, expectedVersion: version, title, details, owner: "executive", mandatory: true, evidence: "text" },
      ...{ dueInDays: (talks.dueInDays ?? 20) + 5, plannedHours: 12, signOff: "consultant" },
    },
    at,
  );
  await execute(
    addPackageTask,
    administrator,
    {
      ...{ phaseId: search.id, title: "Two references who know what you look for", owner: "executive", dueInDays: 10 },
      ...{ mandatory: false, evidence: "none", plannedHours: 1, signOff: "none" },
      details: "Ask them first, and tell them what the position is about.",
    },
    at,
  );
  await execute(
    setEntitlements,
    administrator,
    {
      ...{ packageId, expectedVersion: packageVersion },
      sessions: { ...sessions, "interview-practice": sessions["interview-practice"] + 2 },
    },
    at,
  );
}
