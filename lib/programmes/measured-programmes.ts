import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { closures, programmeContacts, programmePauses } from "@/db/schema/lifecycle";
import { packages } from "@/db/schema/packages";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { sponsors } from "@/db/schema/sponsors";
import type { Measured, MeasuredRecord, MeasuredTitle, RecordEvent } from "@/lib/platform/measured";

/*
 * What happened to programmes, for the clocks that run on them: read out of the rows that say so, so that whatever is corrected there is
 * corrected in the clocks too.
 */

/** When a moment is, in whole seconds. */
export const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Events that every metric of a programme wants to hear of. */
const moves = [
  ...["programmes.accepted", "programmes.activated", "programmes.paused", "programmes.resumed", "programmes.landed"],
  ...["programmes.completed", "programmes.expired", "programmes.withdrawn", "programmes.reopened"],
  ...["programmes.handed-over", "programmes.contacted", "programmes.contact-dropped", "programmes.edited"],
];

/** What all metrics of programmes have in common. `more` adds what happened elsewhere. */
export const measuredProgramme = (
  more: Pick<Measured, "key" | "runs" | "reopened" | "on"> & {
    touchedBy?: readonly string[];
    touched?: Measured["touched"];
    events?: (tx: Transaction, programmes: readonly ProgrammeOfClock[]) => Promise<Map<string, RecordEvent[]>>;
  },
): Measured => ({
  ...more,
  entity: "programme",
  touchedBy: [...moves, ...(more.touchedBy ?? [])],
  async touched(context, events) {
    const own = events.flatMap(({ name, data }) =>
      moves.includes(name) || !more.touched ? (typeof data["programmeId"] === "string" ? data["programmeId"] : []) : [],
    );
    return [...own, ...((await more.touched?.(context, events)) ?? [])];
  },
  async histories(context, ids) {
    const { rows, lives } = await livesOf(context, ids);
    const others = await more.events?.(context.tx, rows);
    return new Map(
      [...lives].map(([id, life]) => [id, { ...life, events: [...life.events, ...(others?.get(id) ?? [])] }]),
    );
  },
  ids: programmesAfter,
  titles: ({ tx }, ids) => titlesOf(tx, ids, more.key),
  traits: programmeTraits,
});

interface Lives {
  rows: ProgrammeOfClock[];
  lives: Map<string, MeasuredRecord>;
}

const read = new WeakMap<object, Map<string, Promise<Lives>>>();

/** What all metrics of a programme share is read once for those that are measured together. */
function livesOf(context: Parameters<Measured["histories"]>[0], ids: readonly string[]): Promise<Lives> {
  const known = read.get(context) ?? new Map<string, Promise<Lives>>();
  read.set(context, known);
  const key = ids.join();
  const reading =
    known.get(key) ?? rowsOf(context.tx, ids).then(async (rows) => ({ rows, lives: await lifeOf(context.tx, rows) }));
  known.set(key, reading);
  return reading;
}

export type ProgrammeOfClock = Pick<
  typeof programmes.$inferSelect,
  | "id"
  | "executiveId"
  | "consultantId"
  | "packageId"
  | "sponsorId"
  | "state"
  | "acceptedAt"
  | "activatedAt"
  | "endedAt"
  | "firstContactAt"
>;

const rowsOf = (tx: Transaction, ids: readonly string[]): Promise<ProgrammeOfClock[]> =>
  tx
    .select({
      id: programmes.id,
      executiveId: programmes.executiveId,
      consultantId: programmes.consultantId,
      packageId: programmes.packageId,
      sponsorId: programmes.sponsorId,
      state: programmes.state,
      acceptedAt: programmes.acceptedAt,
      activatedAt: programmes.activatedAt,
      endedAt: programmes.endedAt,
      firstContactAt: programmes.firstContactAt,
    })
    .from(programmes)
    .where(and(inArray(programmes.id, [...ids]), isNull(programmes.deletedAt)));

/** Beginnings, rests, ends and contacts of programmes. */
async function lifeOf(tx: Transaction, rows: readonly ProgrammeOfClock[]): Promise<Map<string, MeasuredRecord>> {
  const histories = new Map<string, MeasuredRecord>();
  if (rows.length === 0) return histories;
  const ids = rows.map(({ id }) => id);
  for (const { id, executiveId, consultantId, packageId, sponsorId } of rows)
    histories.set(id, {
      events: [],
      traits: { package: packageId, ...(sponsorId ? { sponsor: sponsorId } : {}) },
      ...{ responsibleId: consultantId, personId: executiveId, sponsorId },
    });
  const add = (id: string, at: Date | null, name: string, more: Partial<RecordEvent> = {}) => {
    if (at) histories.get(id)?.events.push({ at: secondsOf(at), order: 0, name, ...more });
  };
  for (const { id, acceptedAt, activatedAt, state, endedAt } of rows) {
    add(id, acceptedAt, "programmes.accepted");
    add(id, activatedAt, "programmes.activated");
    if (state === "landed") add(id, endedAt, "programmes.landed");
  }
  for (const pause of await tx.select().from(programmePauses).where(inArray(programmePauses.programmeId, ids))) {
    add(pause.programmeId, pause.startedAt, "programmes.paused", { id: pause.id });
    add(pause.programmeId, pause.endedAt, "programmes.resumed", { id: pause.id });
  }
  for (const closure of await tx.select().from(closures).where(inArray(closures.programmeId, ids))) {
    add(closure.programmeId, closure.closedAt, "programmes.ended", { id: closure.id });
    add(closure.programmeId, closure.reopenedAt, "programmes.reopened", { id: closure.id });
  }
  const contacts = await tx
    .select()
    .from(programmeContacts)
    .where(inArray(programmeContacts.programmeId, ids))
    .orderBy(asc(programmeContacts.at));
  for (const row of rows) {
    const own = contacts.filter(({ programmeId }) => programmeId === row.id);
    for (const { at, kind, personId, id } of own)
      add(row.id, at, "programmes.contact", {
        ...{
          id,
          facts: { kind, side: personId === null ? "unknown" : personId === row.executiveId ? "executive" : "firm" },
        },
        ...(personId ? { by: personId } : {}),
      });
    // Contacts were not kept one by one at first: then only the first one's moment is known.
    if (row.firstContactAt && !own.some(({ at }) => at <= row.firstContactAt!))
      add(row.id, row.firstContactAt, "programmes.contact", { facts: { kind: "other", side: "firm" } });
  }
  return histories;
}

const programmesAfter = async (tx: Transaction, after: string | null): Promise<string[]> => {
  const rows = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(
      and(isNull(programmes.deletedAt), isNotNull(programmes.acceptedAt), after ? gt(programmes.id, after) : undefined),
    )
    .orderBy(asc(programmes.id))
    .limit(500);
  return rows.map(({ id }) => id);
};

/** Where the matter of a clock is dealt with, below its programme. */
const places: Readonly<Record<string, string>> = { "message-answer": "/messages", "first-contact": "/messages" };

async function titlesOf(tx: Transaction, ids: readonly string[], metric: string): Promise<Map<string, MeasuredTitle>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: programmes.id, title: people.name })
    .from(programmes)
    .innerJoin(people, eq(people.id, programmes.executiveId))
    .where(inArray(programmes.id, [...ids]));
  return new Map(rows.map(({ id, title }) => [id, { title, path: `/programmes/${id}${places[metric] ?? ""}` }]));
}

async function packagesToChoose(tx: Transaction) {
  return tx
    .select({ value: packages.id, label: packages.name })
    .from(packages)
    .where(isNull(packages.deletedAt))
    .orderBy(asc(packages.nameKey));
}

async function sponsorsToChoose(tx: Transaction) {
  return tx
    .select({ value: sponsors.id, label: sponsors.name })
    .from(sponsors)
    .where(isNull(sponsors.deletedAt))
    .orderBy(asc(sponsors.nameKey));
}

/** What policies can ask of a programme. */
export const programmeTraits: Measured["traits"] = { package: packagesToChoose, sponsor: sponsorsToChoose };

/** What pauses and ends every clock of a programme. */
export const rests = {
  pause: ["programmes.paused"],
  resume: ["programmes.resumed"],
} as const;

/** That somebody of the firm turned to the executive, in one of these ways. */
const contactBy = (kind: string) => ({ name: "programmes.contact", facts: { side: "firm", kind } });

/** How long an executive waits until somebody of the firm turns to them, from the beginning of the programme on. */
export const firstContact = measuredProgramme({
  key: "first-contact",
  ...{ runs: "once", reopened: "goes-on" },
  on: {
    start: ["programmes.accepted", "programmes.activated", "programmes.reopened"],
    stop: [{ name: "programmes.contact", facts: { side: "firm" } }],
    cancel: ["programmes.ended", "programmes.landed"],
    ...rests,
  },
});

/** Contacts that answer a message without being one. */
export const spoken = [contactBy("call"), contactBy("session")];
