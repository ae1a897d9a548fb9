import { and, eq, isNull, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { teams } from "@/db/schema/people";
import { libraryPoints } from "@/db/schema/tailoring";
import { tellCandidates } from "@/db/seed/demo/candidates";
import { demoPoints, retiredPoint } from "@/db/seed/demo/points-words";
import { demoRequirements, type DemoRequirement } from "@/db/seed/demo/recruiting-words";
import type { DemoFirm } from "@/db/seed/demo/records";
import { demoTechnologies } from "@/db/seed/demo/technologies-words";
import { newId } from "@/db/tenant-table";
import type { PersonActor } from "@/lib/platform/actor";
import { tellSubmissions } from "@/db/seed/demo/submissions";
import { personActor } from "@/lib/identity/person-actor";
import { execute } from "@/lib/platform/execute";
import { addPoint, pastePoints, retirePoint } from "@/lib/tailoring/library/commands";
import { pasteTechnologies } from "@/lib/tailoring/own-technologies/commands";
import { addRequirement, setRequirementStatus } from "@/lib/tailoring/requirements/commands";

const day = 86_400_000;

/** What the recruiter works on, told by the recruiter at the moments at which it came. */
export async function tellRecruiting(firm: DemoFirm): Promise<void> {
  const recruiter = await personActor({ id: newId(), userId: firm.people["Dario Venkataraman"]!.userId }, firm.slug);
  await execute(pasteTechnologies, recruiter, { text: demoTechnologies }, at(firm, 130));
  await tellPoints(firm, recruiter);
  const candidates = await tellCandidates(firm, recruiter);
  const requirements = new Map<string, string>();
  for (const requirement of demoRequirements) {
    const { output } = await execute(
      addRequirement,
      recruiter,
      inputOf(firm, requirement),
      at(firm, requirement.added),
    );
    requirements.set(requirement.title, output.id);
    if (requirement.status)
      await execute(
        setRequirementStatus,
        recruiter,
        { id: output.id, status: requirement.status },
        at(firm, requirement.added / 3),
      );
  }
  await tellSubmissions(firm, recruiter, { candidates, requirements });
}

/** The library, pasted over the last months; a part of it is one team's, and most of it was used. */
async function tellPoints(firm: DemoFirm, recruiter: PersonActor): Promise<void> {
  const { organisationId, now } = firm;
  const [team] = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select({ id: teams.id }).from(teams).where(eq(teams.name, "Zurich office")),
  );
  for (const [place, { tags, text }] of demoPoints.entries())
    await execute(
      pastePoints,
      recruiter,
      { text, tags, teamId: tags.includes("frontend") ? team!.id : "" },
      at(firm, 120 - place * 20),
    );
  const { output } = await execute(addPoint, recruiter, retiredPoint, at(firm, 110));
  await execute(retirePoint, recruiter, { id: output.id }, at(firm, 30));
  // In how many resumes each stood until now: the first of a technology most often.
  await transaction({ organisationId }, async (tx) => {
    const found = await tx
      .select({ id: libraryPoints.id })
      .from(libraryPoints)
      .where(and(isNull(libraryPoints.retiredAt), sql`${libraryPoints.useCount} = 0`))
      .orderBy(libraryPoints.createdAt, libraryPoints.id);
    for (const [place, { id }] of found.entries()) {
      const times = (place * 7 + 3) % 11;
      if (times === 0) continue;
      await tx
        .update(libraryPoints)
        .set({ useCount: times, lastUsedAt: new Date(now.getTime() - ((place * 5) % 40) * day) })
        .where(eq(libraryPoints.id, id));
    }
  });
}

function inputOf({ now }: DemoFirm, told: DemoRequirement) {
  const dateIn = (days: number | null) =>
    days === null ? "" : new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  const [vendorName = "", vendorContact = "", vendorEmail = ""] = told.vendor ?? [];
  const [must = "", nice = ""] = told.skills.split("|");
  const skills = (text: string, need: "must" | "nice") =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const [name = "", years = ""] = part.split(":");
        return { name, need, years };
      });
  return {
    ...{ title: told.title, clientName: told.client, place: told.place, workMode: told.mode },
    ...{ rateFrom: told.rate[0], rateTo: told.rate[1], ratePer: told.per, currency: "CHF" },
    ...{ vendorName, vendorContact, vendorEmail, vendorPhone: told.vendor ? "+41 44 555 01 17" : "" },
    ...{ candidatesBy: dateIn(told.by), startsOn: dateIn(told.starts), description: told.words },
    skills: [...skills(must, "must"), ...skills(nice, "nice")],
  };
}

const at = ({ now }: DemoFirm, ago: number) => ({ now: new Date(now.getTime() - ago * day - 2 * 3_600_000) });
