import { asc, eq, inArray } from "drizzle-orm";
import { transaction, type Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { landings } from "@/db/schema/landings";
import { closures } from "@/db/schema/lifecycle";
import { packagePhases, packages, packageTasks } from "@/db/schema/packages";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import { nameKey } from "@/lib/platform/keys";
import { addDays, endOfMonths } from "@/lib/platform/civil-dates";
import type { Story } from "@/db/seed/demo/story";

type Firm = Pick<Story, "organisationId" | "people" | "packageIds" | "now">;

const day = 86_400_000;
/** How many programmes ended before the stories that are told one by one. */
const ended = 84;
const firstInvited = 790;
const lastInvited = 95;

const given = [
  "Adaeze",
  "Birger",
  "Chantal",
  "Dragan",
  "Elif",
  "Fabrice",
  "Greta",
  "Håkon",
  "Ines",
  "Jorge",
  "Katarzyna",
  "Leif",
];
const family = ["Abrahamsen", "Bellini", "Castro-Núñez", "Dvořák", "Eriksson", "Fontaine", "Grabowski"];
const roles = [
  "VP Operations",
  "Head of Finance",
  "Plant Director",
  "Head of Legal",
  "Director of Sales",
  "Chief Information Officer",
];
const companies = ["Lindqvarn Logistics", "Corvane Packaging", "Meridane Energy", "Ostrava Optics", "Brantholm Foods"];
const employers = [
  "Halden Marine",
  "Norvel Biotech",
  "Fjordline Retail",
  "Port of Sande",
  "Kestrel Rail",
  "Aubrac Foods",
];
const reasons = { expired: "The agreed months were over.", withdrawn: "Went back to the company in another position." };

/**
 * What the firm took over from before it worked with Landfall: programmes that have ended, with their phases, activities and
 * landings, so that figures over two years say something. Always the same, counted back from today.
 */
export async function tellHistory({ organisationId, people: accounts, packageIds, now }: Firm): Promise<void> {
  const chance = chances(20_261);
  await transaction({ organisationId }, async (tx) => {
    const plans = await plansOf(tx, packageIds);
    const consultants = ["Judith Okafor-Lindqvist", "Henrik Sandvoort"].map((name) => accounts[name]!.personId);
    const made = Array.from({ length: ended }, (_, place) => {
      const invited = Math.round(firstInvited - ((firstInvited - lastInvited) * place) / (ended - 1));
      const plan = plans[chance() < 0.25 ? 1 : 0] ?? plans[0]!;
      return oneEnded({ place, invited, plan, consultantId: consultants[chance() < 0.6 ? 0 : 1]!, chance, now });
    });
    await tx.insert(people).values(made.map(({ person }) => person));
    await tx.insert(programmes).values(made.map(({ programme }) => programme));
    await tx.insert(programmePhases).values(made.flatMap(({ phases }) => phases));
    const tasks = made.flatMap(({ tasks: each }) => each);
    // A statement holds 65,535 values at most.
    for (let from = 0; from < tasks.length; from += 1000)
      await tx.insert(programmeTasks).values(tasks.slice(from, from + 1000));
    await tx.insert(landings).values(made.flatMap(({ landing }) => (landing ? [landing] : [])));
    await tx.insert(closures).values(made.flatMap(({ closure }) => (closure ? [closure] : [])));
  });
}

type Plan = typeof packages.$inferSelect & {
  phases: (typeof packagePhases.$inferSelect)[];
  tasks: (typeof packageTasks.$inferSelect)[];
};

async function plansOf(tx: Transaction, packageIds: readonly string[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const id of packageIds) {
    const [sold] = await tx.select().from(packages).where(eq(packages.id, id));
    if (!sold) continue;
    const phases = await tx
      .select()
      .from(packagePhases)
      .where(eq(packagePhases.packageId, id))
      .orderBy(asc(packagePhases.position));
    const ids = phases.map((phase) => phase.id);
    plans.push({
      ...sold,
      phases,
      tasks: await tx.select().from(packageTasks).where(inArray(packageTasks.phaseId, ids)),
    });
  }
  return plans;
}

interface Ended {
  place: number;
  /** Days ago. */
  invited: number;
  plan: Plan;
  consultantId: string;
  chance: () => number;
  now: Date;
}

function oneEnded({ place, invited, plan, consultantId, chance, now }: Ended) {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const dateAgo = (days: number) => ago(days).toISOString().slice(0, 10);
  const name = `${given[place % given.length]!} ${family[(place * 3 + Math.floor(place / 12)) % family.length]!}`;
  const began = invited - 5;
  const how = chance() < 0.07 ? "withdrawn" : chance() < 0.12 ? "expired" : "landed";
  // Most land after three to six months, some late; it went a little faster in the second year.
  const usual = (plan.months > 6 ? 104 : 128) * (invited > 400 ? 1.12 : 1);
  const landsAfter = usual * Math.exp(0.48 * bell(chance));
  const wanted = how === "expired" ? plan.months * 30 : how === "withdrawn" ? 40 : landsAfter;
  // All of them have ended by now; those who would not have yet ended at some time before.
  const lasted = wanted < began - 12 ? wanted : (began - 12) * (0.5 + 0.5 * chance());
  const endedAgo = began - lasted;
  const id = newId();
  const person = { id: newId(), name, nameKey: nameKey(name), status: "known" as const };
  const reached = how === "landed" ? plan.phases.length : Math.ceil(plan.phases.length * 0.6);
  const work = plan.phases.reduce((sum, phase) => sum + phase.usualDays, 0);
  let at = invited - 1;
  const phases = plan.phases.map(({ key, name: called, position, usualDays }) => {
    const entered = at;
    at -= ((lasted * usualDays) / work) * (0.7 + 0.6 * chance());
    const left = Math.max(at, endedAgo);
    const came = position <= reached && entered > endedAgo;
    return {
      ...{ programmeId: id, key, name: called, position, usualDays },
      enteredAt: came ? ago(entered) : null,
      completedAt: came && position < reached && at > endedAgo ? ago(left) : null,
    };
  });
  const tasks = plan.tasks.flatMap(({ phaseId, title, details, owner, dueInDays, mandatory, position }) => {
    const of = plan.phases.find((phase) => phase.id === phaseId)!.position;
    const phase = phases.find((one) => one.position === of);
    if (!phase?.enteredAt) return [];
    const dueOn = dueInDays === null ? null : addDays(phase.enteredAt.toISOString().slice(0, 10), dueInDays);
    const done = chance() < (mandatory ? 0.95 : 0.7);
    const doneAt = done
      ? new Date(
          Math.min(phase.enteredAt.getTime() + (dueInDays ?? 9) * day * (0.5 + chance()), ago(endedAgo).getTime()),
        )
      : null;
    return [
      {
        ...{ programmeId: id, phasePosition: of, title, details, owner, dueInDays, dueOn, mandatory, position, doneAt },
        donePersonId: doneAt ? (owner === "executive" ? person.id : consultantId) : null,
      },
    ];
  });
  const landed = how === "landed";
  return {
    ...{ person, phases, tasks },
    programme: {
      ...{ id, consultantId, executiveId: person.id, packageId: plan.id, executiveKey: nameKey(name) },
      ...{
        sponsorName: companies[(place * 2 + (place % 3)) % companies.length]!,
        lastRole: roles[place % roles.length]!,
      },
      state: how,
      phasePosition: Math.max(1, phases.filter(({ enteredAt }) => enteredAt).length),
      phaseSince: phases.findLast(({ enteredAt }) => enteredAt)?.enteredAt ?? ago(invited - 1),
      ...{ invitedAt: ago(invited), acceptedAt: ago(invited - 1), activatedAt: ago(began), endedAt: ago(endedAgo) },
      noticeOn: dateAgo(invited + 6 + Math.round(12 * chance())),
      endsOn: endOfMonths(dateAgo(began), plan.months),
      firstContactAt: ago(invited - 1 - 0.2 - 1.6 * chance() * chance()),
      lastContactAt: ago(endedAgo + 1),
    },
    landing: landed
      ? {
          ...{ programmeId: id, kind: chance() < 0.85 ? "employed" : "self-employed" },
          ...{ employer: employers[place % employers.length]!, title: roles[(place + 1) % roles.length]! },
          acceptedOn: dateAgo(endedAgo),
          replacementRatio: chance() < 0.7 ? Number((0.99 + 0.11 * bell(chance)).toFixed(4)) : null,
          satisfaction: chance() < 0.75 ? Math.max(3, Math.min(10, Math.round(8.4 + 1.3 * bell(chance)))) : null,
        }
      : null,
    closure: landed
      ? null
      : { programmeId: id, kind: how, reason: reasons[how as keyof typeof reasons], closedAt: ago(endedAgo) },
  };
}

/** Chances between 0 and 1, the same ones each time: a linear congruential generator. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** About the normal distribution, by adding up. */
const bell = (chance: () => number): number =>
  Array.from({ length: 6 }, chance).reduce((sum, one) => sum + one, -3) * Math.SQRT2;
