import { and, asc, eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { landings } from "@/db/schema/landings";
import { programmeConsents } from "@/db/schema/lifecycle";
import { programmePhases, programmes, programmeTasks, taskSignOffs } from "@/db/schema/programmes";
import type { DemoFirm } from "@/db/seed/demo/records";
import { coming, separated, separatedLater, type Separated } from "@/db/seed/demo/separated";
import { teller } from "@/db/seed/demo/teller";
import { nameKey } from "@/lib/platform/keys";
import { assignSuggested, inviteListed } from "@/lib/programmes/commands/invite-many";
import { landProgramme } from "@/lib/programmes/commands/landing";
import {
  acceptProgramme,
  activateProgramme,
  completeProgramme,
  pauseProgramme,
  reopenProgramme,
  withdrawProgramme,
} from "@/lib/programmes/commands/lifecycle";
import type { SignOff } from "@/lib/packages/schemas";
import { sidesOf } from "@/lib/programmes/sign-off";
import { consentWording } from "@/lib/programmes/consents";
import { createSeparation, listPerson } from "@/lib/sponsors/commands/separations";

const day = 86_400_000;

/** A day on which a company let people go, counted back from today, and whom. */
interface Event {
  engagementId: string;
  name: string;
  place: string;
  town: string;
  ago: number;
  onSite?: { by: string; hours: string };
  people: readonly Separated[];
}

/** The day on which Lindqvarn closed a site and let 25 people go, a smaller one of its daughter company, and one that lies ahead. */
export async function tellSeparations(firm: DemoFirm, contracts: Record<string, string>): Promise<void> {
  const engagementId = contracts["Lindqvarn Logistics"]!;
  await tellEvent(firm, {
    ...{ engagementId, name: "Basel distribution centre", place: "Basel, Hafenstrasse", town: "Basel", ago: 165 },
    onSite: { by: "Henrik Sandvoort", hours: "8:30 to 17:00, room 2" },
    people: separated,
  });
  await tellEvent(firm, {
    ...{ engagementId: contracts["Lindqvarn Terminals"]!, name: "Rhine terminal", place: "Basel, Westquai" },
    ...{ town: "Basel", ago: 96, people: separatedLater },
  });
  await tellComing(firm, engagementId);
}

async function tellEvent(
  { organisationId, people: accounts, now }: DemoFirm,
  { engagementId, name: event, place, town, ago: eventAgo, onSite, people: listed }: Event,
): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const before = teller(organisationId, ago(eventAgo + 9));
  const { id: separationEventId } = await before(createSeparation, {
    ...{ engagementId, name: event, handOverOn: ago(eventAgo).toISOString().slice(0, 10), place },
    ...(onSite
      ? { onSite: true, onSitePersonId: accounts[onSite.by]!.personId, onSiteHours: onSite.hours }
      : { onSite: false, onSiteHours: "" }),
  });
  for (const { name, role, language } of listed)
    await before(listPerson, {
      ...{ separationEventId, name, email: addressOf(name), lastRole: role, place: town, language },
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
  for (const [place, person] of listed.entries()) {
    const id = found.find(({ name }) => name === person.name)!.id;
    await tellOne({ organisationId, id, place, eventAgo, ago }, person);
  }
}

/** One that lies ahead: its list is being made. */
async function tellComing({ organisationId, people: accounts, now }: DemoFirm, engagementId: string): Promise<void> {
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

interface Told {
  organisationId: string;
  /** The programme. */
  id: string;
  /** On the list. */
  place: number;
  eventAgo: number;
  ago: (days: number) => Date;
}

async function tellOne(told: Told, { now: state, consents }: Separated): Promise<void> {
  const { organisationId, id, place, eventAgo, ago } = told;
  if (state.kind === "invited") return;
  const accepted = state.kind === "intake" ? state.ago : eventAgo - 2 - (place % 5);
  const at = (days: number) => teller(organisationId, ago(days));
  await at(accepted)(acceptProgramme, { id });
  await arrive(organisationId, id, ago(accepted));
  if (state.kind === "intake") return;
  if (state.kind === "left") {
    await at(accepted - 8)(withdrawProgramme, { id, reason: "Found a position at once." });
    return;
  }
  await at(accepted - 6)(activateProgramme, { id });
  if (consents)
    await transaction({ organisationId }, (tx) =>
      tx
        .insert(programmeConsents)
        .values({ programmeId: id, kind: "stage", givenAt: ago(accepted - 7), wordingVersion: consentWording.stage }),
    );
  const phase = state.kind === "landed" ? 7 : state.phase;
  const since =
    state.kind === "landed" || state.kind === "fell-through"
      ? state.ago + 30
      : state.kind === "stopped"
        ? state.ago + 12
        : 6 + place;
  await walkTo(organisationId, id, phase, (accepted - 6 - since) / Math.max(phase - 1, 1), accepted, ago);
  switch (state.kind) {
    case "paused":
      await at(state.since)(pauseProgramme, { id, reason: state.reason });
      return;
    case "stopped":
      await at(state.ago)(completeProgramme, {
        id,
        reasonKey: "goal-reached",
        reason: "Retires at the end of the year.",
      });
      return;
    case "landed":
    case "fell-through": {
      const { employer, title } = state;
      const acceptedOn = ago(state.ago).toISOString().slice(0, 10);
      await at(state.ago - 0.5)(landProgramme, { id, kind: "employed", employer, title, acceptedOn });
      await transaction({ organisationId }, (tx) =>
        tx
          .update(landings)
          .set({ satisfaction: 7 + (place % 4) })
          .where(eq(landings.programmeId, id)),
      );
      if (state.kind === "fell-through") await at(state.since)(reopenProgramme, { id, reason: state.reason });
    }
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

const addressOf = (name: string): string => `${nameKey(name).replace(/[^a-z]+/g, ".")}@people.example`;
