import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { landings } from "@/db/schema/landings";
import { programmeConsents } from "@/db/schema/lifecycle";
import { programmePhases, programmes, programmeTasks, taskSignOffs } from "@/db/schema/programmes";
import { sponsors } from "@/db/schema/sponsors";
import type { DemoFirm } from "@/db/seed/demo/records";
import { coming, separated, type Separated } from "@/db/seed/demo/separated";
import { editPerson } from "@/lib/people/commands/contacts";
import { execute } from "@/lib/platform/execute";
import { nameKey } from "@/lib/platform/keys";
import type { Command } from "@/lib/platform/operation";
import { assignSuggested, inviteListed } from "@/lib/programmes/commands/invite-many";
import { landProgramme } from "@/lib/programmes/commands/landing";
import { acceptProgramme, activateProgramme, withdrawProgramme } from "@/lib/programmes/commands/lifecycle";
import type { SignOff } from "@/lib/packages/schemas";
import { sidesOf } from "@/lib/programmes/sign-off";
import { consentWording } from "@/lib/programmes/consents";
import { createEngagement } from "@/lib/sponsors/commands/engagements";
import { createSeparation, listPerson } from "@/lib/sponsors/commands/separations";
import { addSponsorContact, createSponsor } from "@/lib/sponsors/commands/sponsors";
import type { z } from "zod";

const day = 86_400_000;
const eventAgo = 165;

interface Firm extends DemoFirm {
  packageIds: string[];
}

const companies = [
  { name: "Lindqvarn Logistics", industry: "Logistics", place: "Basel" },
  { name: "Corvane Packaging", industry: "Packaging", place: "Linz" },
  { name: "Meridane Energy", industry: "Energy", place: "Zurich" },
  { name: "Ostrava Optics", industry: "Optics", place: "Ostrava" },
  { name: "Brantholm Foods", industry: "Food", place: "Aarhus" },
];

const colleagues: Record<string, { location: string; languages: string[]; industries: string[] }> = {
  "Judith Okafor-Lindqvist": { location: "Zurich", languages: ["en", "de", "sv"], industries: ["Energy", "Logistics"] },
  "Henrik Sandvoort": { location: "Basel", languages: ["en", "fr", "nl", "de"], industries: ["Food", "Packaging"] },
};

/** Before any programme: the companies, two of them with contracts. Returns the contracts by company. */
export async function tellSponsors(firm: Firm): Promise<Record<string, string>> {
  const { organisationId, now } = firm;
  const at = teller(organisationId, new Date(now.getTime() - 395 * day));
  const ids: Record<string, string> = {};
  for (const company of companies) ids[company.name] = (await at(createSponsor, company)).id;
  for (const [name, facts] of Object.entries(colleagues)) await describe(firm, name, facts);
  const dateIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  const contract = (sponsor: string, reference: string, seats: number, minor: number) =>
    at(createEngagement, {
      ...{ sponsorId: ids[sponsor]!, packageId: firm.packageIds[0]!, reference, seats },
      ...{ price: { minor, currency: "CHF" }, fromOn: dateIn(-390), toOn: dateIn(200) },
    });
  const lindqvarn = await contract("Lindqvarn Logistics", "LQ-2025-17", 48, 1_150_000);
  const corvane = await contract("Corvane Packaging", "CP-2025-04", 10, 980_000);
  const petra = firm.people["Petra Holub"]!;
  await at(addSponsorContact, { sponsorId: ids["Lindqvarn Logistics"]!, personId: petra.personId });
  return { "Lindqvarn Logistics": lindqvarn.id, "Corvane Packaging": corvane.id };
}

/** What was taken over from before is linked to its companies. */
export async function linkHistory({ organisationId }: Pick<Firm, "organisationId">): Promise<void> {
  await transaction({ organisationId }, (tx) =>
    tx
      .update(programmes)
      .set({
        sponsorId: sql`(select ${sponsors.id} from ${sponsors} where ${sponsors.name} = ${programmes.sponsorName})`,
      })
      .where(isNull(programmes.sponsorId)),
  );
}

/** A day on which Lindqvarn closed a site and let 25 people go, and what became of them since. */
export async function tellSeparation(firm: Firm, engagementId: string): Promise<void> {
  const { organisationId, now } = firm;
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const dateAgo = (days: number) => ago(days).toISOString().slice(0, 10);
  const before = teller(organisationId, ago(eventAgo + 9));
  const { id: separationEventId } = await before(createSeparation, {
    ...{ engagementId, name: "Basel distribution centre", handOverOn: dateAgo(eventAgo), place: "Basel, Hafenstrasse" },
    ...{
      onSite: true,
      onSitePersonId: firm.people["Henrik Sandvoort"]!.personId,
      onSiteHours: "8:30 to 17:00, room 2",
    },
  });
  for (const { name, role, language } of separated)
    await before(listPerson, {
      ...{ separationEventId, name, email: addressOf(name), lastRole: role, place: "Basel", language },
    });
  await before(assignSuggested, { separationEventId });
  await teller(organisationId, ago(eventAgo))(inviteListed, { separationEventId });
  const found = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx
      .select({ id: programmes.id, name: people.name })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(eq(programmes.separationEventId, separationEventId)),
  );
  await tellComing(firm, engagementId);
  for (const [place, person] of separated.entries()) {
    const id = found.find(({ name }) => name === person.name)!.id;
    await tellOne(organisationId, id, person, place, ago);
  }
}

/** One that lies ahead: its list is being made. */
async function tellComing({ organisationId, people: accounts, now }: Firm, engagementId: string): Promise<void> {
  const at = teller(organisationId, new Date(now.getTime() - 4 * day));
  const { id: separationEventId } = await at(createSeparation, {
    ...{ engagementId, name: "Zurich head office", place: "Zurich, Seefeld", onSite: true },
    ...{ handOverOn: new Date(now.getTime() + 12 * day).toISOString().slice(0, 10), onSiteHours: "9:00 to 12:00" },
    onSitePersonId: accounts["Judith Okafor-Lindqvist"]!.personId,
  });
  for (const [place, { name, role, language }] of coming.entries())
    await at(listPerson, {
      ...{ separationEventId, name, email: addressOf(name), lastRole: role, place: "Zurich", language },
      ...(place < 2 ? { consultantId: accounts["Judith Okafor-Lindqvist"]!.personId } : {}),
    });
}

async function tellOne(
  organisationId: string,
  id: string,
  { now: state, consents }: Separated,
  place: number,
  ago: (days: number) => Date,
): Promise<void> {
  const accepted = eventAgo - 2 - (place % 5);
  await teller(organisationId, ago(accepted))(acceptProgramme, { id });
  await arrive(organisationId, id, ago(accepted));
  if (state.kind === "left") {
    await teller(organisationId, ago(accepted - 8))(withdrawProgramme, { id, reason: "Found a position at once." });
    return;
  }
  await teller(organisationId, ago(accepted - 6))(activateProgramme, { id });
  if (consents)
    await transaction({ organisationId }, (tx) =>
      tx
        .insert(programmeConsents)
        .values({ programmeId: id, kind: "stage", givenAt: ago(accepted - 7), wordingVersion: consentWording.stage }),
    );
  const phase = state.kind === "landed" ? 7 : state.phase;
  const since = state.kind === "landed" ? state.ago + 30 : 6 + place;
  await walkTo(organisationId, id, phase, (accepted - 6 - since) / Math.max(phase - 1, 1), accepted, ago);
  if (state.kind === "landed") {
    const acceptedOn = ago(state.ago).toISOString().slice(0, 10);
    await teller(organisationId, ago(state.ago - 0.5))(landProgramme, {
      ...{ id, kind: "employed" as const, employer: state.employer, title: state.title, acceptedOn },
    });
    await transaction({ organisationId }, (tx) =>
      tx
        .update(landings)
        .set({ satisfaction: 7 + (place % 4) })
        .where(eq(landings.programmeId, id)),
    );
  }
}

/** Who came has an account elsewhere in a real firm; here they only count as having come. */
const arrive = (organisationId: string, programmeId: string, at: Date) =>
  transaction({ organisationId }, (tx) =>
    tx
      .update(people)
      .set({ status: "known", updatedAt: at })
      .where(
        and(
          eq(people.status, "invited"),
          sql`${people.id} = (select executive_id from programmes where id = ${programmeId})`,
        ),
      ),
  );

/** Phases and their tasks up to one of them, at even distances: what hundreds of small commands would leave. */
async function walkTo(
  organisationId: string,
  programmeId: string,
  phase: number,
  step: number,
  began: number,
  ago: (days: number) => Date,
): Promise<void> {
  await transaction({ organisationId }, async (tx) => {
    const phases = await tx
      .select()
      .from(programmePhases)
      .where(eq(programmePhases.programmeId, programmeId))
      .orderBy(asc(programmePhases.position));
    for (const { id, position } of phases.filter((one) => one.position <= phase)) {
      const entered = ago(Math.max(began - step * (position - 1), 1));
      const completedAt = position < phase ? ago(Math.max(began - step * position, 1)) : null;
      await tx.update(programmePhases).set({ enteredAt: entered, completedAt }).where(eq(programmePhases.id, id));
      if (completedAt) {
        const done = await tx
          .update(programmeTasks)
          .set({ doneAt: completedAt, evidence: "none" })
          .where(and(eq(programmeTasks.programmeId, programmeId), eq(programmeTasks.phasePosition, position)))
          .returning({ id: programmeTasks.id, signOff: programmeTasks.signOff });
        const signatures = done.flatMap(({ id: taskId, signOff }) =>
          sidesOf(signOff as SignOff).map((side) => ({ taskId, side, outcome: "signed", at: completedAt })),
        );
        const [both] = await tx
          .select({ executive: programmes.executiveId, consultant: programmes.consultantId })
          .from(programmes)
          .where(eq(programmes.id, programmeId));
        if (both && signatures.length > 0)
          await tx
            .insert(taskSignOffs)
            .values(signatures.map((signature) => ({ ...signature, personId: both[signature.side] })));
      }
      if (position === phase)
        await tx
          .update(programmes)
          .set({
            phasePosition: phase,
            phaseSince: entered,
            firstContactAt: ago(began - 1),
            lastContactAt: ago(1 + (began % 9)),
          })
          .where(eq(programmes.id, programmeId));
    }
  });
}

function teller(organisationId: string, moment: Date) {
  const system = { kind: "system" as const, organisationId, cause: "seed" };
  return async <Input extends z.ZodType, Output>(command: Command<Input, Output>, input: z.input<Input>) =>
    (await execute(command, system, input, { now: moment })).output;
}

async function describe(
  { organisationId, people: accounts, now }: Firm,
  name: string,
  facts: (typeof colleagues)[string],
) {
  const { personId } = accounts[name]!;
  const [person] = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select().from(people).where(eq(people.id, personId)),
  );
  const { version, email, phone, headline } = person!;
  await teller(organisationId, new Date(now.getTime() - 394 * day))(editPerson, {
    ...{ personId, expectedVersion: version, name, email, phone, headline, ...facts },
  });
}

const addressOf = (name: string): string => `${nameKey(name).replace(/[^a-z]+/g, ".")}@people.example`;
