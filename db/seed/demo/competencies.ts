import type { DemoFirm } from "@/db/seed/demo/records";
import { feedbackWords, levelNotes } from "@/db/seed/demo/competency-words";
import { programmeOf, type ToldProgramme } from "@/db/seed/demo/told-programmes";
import { transaction } from "@/db/client";
import { competencyRaters } from "@/db/schema/competencies";
import { asc, eq } from "drizzle-orm";
import { saveFeedback, submitFeedback } from "@/lib/competencies/commands/feedback";
import { saveRating, submitRating } from "@/lib/competencies/commands/ratings";
import { chooseTarget } from "@/lib/competencies/commands/roles";
import { startRound } from "@/lib/competencies/commands/rounds";
import { defaultFramework } from "@/lib/competencies/content/default-framework";
import { targetChoices } from "@/lib/competencies/queries/framework";
import type { Level, Relation } from "@/lib/competencies/types";
import { finishInventory, saveInventory, shareInventory } from "@/lib/inventories/commands/fill";
import { inventories, inventoryForms, type Inventory } from "@/lib/inventories/items";
import type { PersonActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";

const day = 86_400_000;

type Asked = readonly [name: string, relation: Relation];

/** What is told of an executive: days ago of each rating, the role aimed at, and a round. */
interface Told {
  name: string;
  /** Days ago of inventories; those of who shares are seen by the consultant. */
  inventories?: { ago: readonly number[]; shares: readonly Inventory[] };
  role?: string;
  self: readonly number[];
  consultant: readonly number[];
  round?: { began: number; days: number; asked: readonly Asked[]; answered: number };
}

const told: readonly Told[] = [
  {
    name: "Aurelio Santangelo",
    role: "Chief operating officer",
    inventories: { ago: [125, 12], shares: ["work-style", "values"] },
    self: [118, 9],
    consultant: [116, 7],
    round: {
      began: 104,
      days: 14,
      asked: [
        ["Marit Hovland", "manager"],
        ["Jonas Feddersen", "peer"],
        ["Chiara Lunghi", "peer"],
        ["Dirk van Loon", "peer"],
        ["Amina Berrada", "report"],
        ["Piotr Wilczek", "report"],
      ],
      answered: 6,
    },
  },
  {
    name: "Tomás Echeverría Ibáñez",
    inventories: { ago: [95], shares: ["interests"] },
    role: "Chief operating officer",
    self: [92],
    consultant: [90],
  },
  {
    name: "Benedict Achterberg",
    role: "Managing director, mid-sized company",
    self: [80],
    consultant: [78],
    round: {
      began: 8,
      days: 14,
      asked: [
        ["Ylva Strand", "manager"],
        ["Oskar Brandl", "peer"],
        ["Nadia Haddad", "peer"],
        ["Ferran Puig", "report"],
        ["Lotte Vermeer", "report"],
      ],
      answered: 2,
    },
  },
  { name: "Ragnhild Thorvaldsen", role: "Chief financial officer", self: [150, 20], consultant: [148, 18] },
  { name: "Layla Haddad ليلى حداد", role: "Board member", self: [70], consultant: [66] },
  { name: "Dr. Maren Oyelaran", role: "Managing director, mid-sized company", self: [74], consultant: [72] },
  { name: "Haruto Kinoshita", self: [60], consultant: [58] },
  { name: "Camille Delacroix-Mbeki", role: "Chief operating officer", self: [52], consultant: [50] },
  { name: "Siobhán Ní Bhriain", self: [31], consultant: [] },
  { name: "Ewa Łukasiewicz", self: [22], consultant: [20] },
];

/** How some executives were seen: ratings from two sides, roles aimed at, one round that is over and one that runs. */
export async function tellCompetencies(firm: DemoFirm): Promise<void> {
  for (const one of told) {
    const programme = await programmeOf(firm, one.name);
    if (!programme) continue;
    if (one.role) await aimAt(firm, programme, one.role);
    if (one.inventories) await tellInventories(firm, programme, one.name, one.inventories);
    if (one.round) await tellRound(firm, programme, one);
    for (const [time, ago] of one.self.entries()) await rate(firm, programme, programme.executive, one.name, ago, time);
    for (const [time, ago] of one.consultant.entries())
      await rate(firm, programme, programme.consultant, `${one.name}/consultant`, ago, time);
  }
}

async function tellInventories(
  { now }: DemoFirm,
  { executive }: ToldProgramme,
  name: string,
  { ago, shares }: NonNullable<Told["inventories"]>,
): Promise<void> {
  for (const days of ago) {
    const at = { now: new Date(now.getTime() - days * day) };
    for (const inventory of inventories) {
      const answers = Object.fromEntries(
        inventoryForms[inventory].items.map(({ key, dimension, reversed }) => {
          const usual = (hash(`${name}/${dimension}`) % 4) + 1 + (hash(`${key}/${name}/${days}`) % 2);
          return [key, reversed ? 6 - usual : usual];
        }),
      );
      await execute(saveInventory, executive, { inventory, answers }, at);
      await execute(finishInventory, executive, { inventory }, at);
    }
  }
  for (const inventory of shares)
    await execute(shareInventory, executive, { inventory, withConsultant: true }, { now });
}

async function aimAt({ now }: DemoFirm, { id, consultant }: ToldProgramme, role: string): Promise<void> {
  const { roles } = await ask(targetChoices, consultant, { programmeId: id });
  const found = roles.find(({ name }) => name === role);
  if (!found) throw new Error(`The demo has no role ${role}.`);
  await execute(
    chooseTarget,
    consultant,
    { programmeId: id, roleProfileId: found.id },
    { now: new Date(now.getTime() - 60 * day) },
  );
}

async function rate(
  { now }: DemoFirm,
  { id }: ToldProgramme,
  actor: PersonActor,
  voice: string,
  ago: number,
  time: number,
): Promise<void> {
  const at = { now: new Date(now.getTime() - ago * day) };
  const notes = Object.fromEntries(Object.entries(levelNotes).filter((_, place) => (place + voice.length) % 2 === 0));
  await execute(saveRating, actor, { programmeId: id, levels: levelsOf(voice, time), notes }, at);
  await execute(submitRating, actor, { programmeId: id }, at);
}

async function tellRound({ organisationId, now }: DemoFirm, programme: ToldProgramme, { name, round }: Told) {
  const { began, days, asked, answered } = round!;
  const start = now.getTime() - began * day;
  const { output } = await execute(
    startRound,
    programme.executive,
    {
      programmeId: programme.id,
      deadlineOn: new Date(start + days * day).toISOString().slice(0, 10),
      raters: asked.map(([rater, relation]) => ({
        ...{ name: rater, relation, email: `${rater.toLowerCase().replace(/[^a-z]+/g, ".")}@example.com` },
      })),
    },
    { now: new Date(start) },
  );
  const raters = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select().from(competencyRaters).where(eq(competencyRaters.roundId, output.id)).orderBy(asc(competencyRaters.id)),
  );
  const system = { kind: "system" as const, organisationId, cause: "seed" };
  for (const [at, { id: raterId, name: rater }] of raters.slice(0, answered).entries()) {
    const moment = { now: new Date(start + (at + 1) * 1.5 * day) };
    const levels = levelsOf(`${name}/${rater}`, 1);
    // Somebody cannot say everything.
    if (at % 3 === 1) levels.stakeholders = null;
    await execute(saveFeedback, system, { raterId, levels, ...feedbackWords[at % feedbackWords.length]! }, moment);
    await execute(submitFeedback, system, { raterId }, moment);
  }
}

/** Levels that differ between people and voices, always the same for each; a second look is a little higher here and there. */
function levelsOf(voice: string, time: number): Record<string, Level | null> {
  const [person = voice] = voice.split("/");
  return Object.fromEntries(
    defaultFramework.map(({ key }) => {
      const usual = 3 + (hash(`${person}/${key}`) % 3) - (hash(`${key}/${person}`) % 2);
      const own = voice === person ? 0 : (hash(`${voice}/${key}`) % 3) - 1;
      const later = time > 0 && hash(`${key}/${voice}`) % 3 === 0 ? 1 : 0;
      return [key, Math.min(5, Math.max(1, usual + own + later)) as Level];
    }),
  );
}

const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7);
