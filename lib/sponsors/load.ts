import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { engagements, separationEvents, sponsors } from "@/db/schema/sponsors";
import { separationPeople } from "@/db/schema/seats";
import type { Transaction } from "@/db/client";
import { nameKey } from "@/lib/platform/keys";
import { notFound } from "@/lib/platform/refusal";

export type Sponsor = typeof sponsors.$inferSelect;
export type Engagement = typeof engagements.$inferSelect;

/** A sponsor, locked until the transaction ends. */
export async function lockSponsor(tx: Transaction, id: string): Promise<Sponsor> {
  const [row] = await tx
    .select()
    .from(sponsors)
    .where(and(eq(sponsors.id, id), isNull(sponsors.deletedAt)))
    .for("update");
  if (!row) throw notFound("this sponsor");
  return row;
}

/** An engagement, locked, so that two who take its last seat wait for one another. */
export async function lockEngagement(tx: Transaction, id: string): Promise<Engagement> {
  const [row] = await tx
    .select()
    .from(engagements)
    .where(and(eq(engagements.id, id), isNull(engagements.deletedAt)))
    .for("update");
  if (!row) throw notFound("this contract");
  return row;
}

export async function lockSeparation(tx: Transaction, id: string): Promise<typeof separationEvents.$inferSelect> {
  const [row] = await tx
    .select()
    .from(separationEvents)
    .where(and(eq(separationEvents.id, id), isNull(separationEvents.deletedAt)))
    .for("update");
  if (!row) throw notFound("this event");
  return row;
}

/** Somebody on the list of a separation event, locked. */
export async function lockListed(tx: Transaction, id: string): Promise<typeof separationPeople.$inferSelect> {
  const [row] = await tx.select().from(separationPeople).where(eq(separationPeople.id, id)).for("update");
  if (!row || row.deletedAt) throw notFound("this person on the list");
  return row;
}

/** The sponsor of a name, as somebody wrote it; null where there is none. */
export async function sponsorNamed(tx: Transaction, name: string): Promise<Sponsor | null> {
  if (!name.trim()) return null;
  const [row] = await tx
    .select()
    .from(sponsors)
    .where(and(eq(sponsors.nameKey, nameKey(name)), isNull(sponsors.deletedAt)));
  return row ?? null;
}
