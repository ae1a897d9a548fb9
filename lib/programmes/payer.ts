import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { separationEvents, sponsors } from "@/db/schema/sponsors";
import { nameKey } from "@/lib/platform/keys";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/platform/civil-dates";
import type { Programme } from "@/lib/programmes/load";
import type { InviteInput } from "@/lib/programmes/schemas";
import { lockSponsor, sponsorNamed } from "@/lib/sponsors/load";
import { takeSeat } from "@/lib/sponsors/seats";

/** Who pays for a programme: the linked sponsor as it is called now, else the name that was written. */
export const payerName = sql<string>`coalesce((select ${sponsors.name} from ${sponsors}
  where ${sponsors.id} = ${programmes.sponsorId} and ${sponsors.deletedAt} is null), ${programmes.sponsorName})`;

/** Who pays for a new programme, and with which package it begins. A contract's seat is taken here, or refused with the reason. */
export async function payerOf(context: CommandContext, input: InviteInput) {
  const { tx, now, organisation } = context;
  const event = input.separationEventId ? await eventOf(context, input.separationEventId) : null;
  const engagementId = input.engagementId || event?.engagementId;
  if (!engagementId) {
    const sponsor = await sponsorNamed(tx, input.sponsorName ?? "");
    return {
      ...{ packageId: input.packageId, sponsorName: input.sponsorName ?? "", sponsorId: sponsor?.id ?? null },
      ...{ engagementId: null, separationEventId: null },
    };
  }
  const engagement = await takeSeat(context, engagementId, civilDate(now, organisation.timeZone));
  if (event && event.sponsorId !== engagement.sponsorId)
    throw new Refusal("invalid", "The contract is another company’s than the separation event.", "engagementId");
  const sponsor = await lockSponsor(tx, engagement.sponsorId);
  return {
    ...{ packageId: engagement.packageId, sponsorName: sponsor.name, sponsorId: sponsor.id },
    ...{ engagementId, separationEventId: event?.id ?? null },
  };
}

/** Who pays from now on, by name. A programme whose seat is from a contract keeps its company. */
export async function payerNamed({ tx }: CommandContext, programme: Programme, name: string) {
  const sponsor = await sponsorNamed(tx, name);
  if (!programme.engagementId) return { sponsorName: name, sponsorId: sponsor?.id ?? null };
  const [own] = await tx.select({ name: sponsors.name }).from(sponsors).where(eq(sponsors.id, programme.sponsorId!));
  if (own && nameKey(own.name) !== nameKey(name))
    throw new Refusal("state", "Its seat is from a contract, so the company of the contract pays.", "sponsorName");
  return {};
}

async function eventOf({ tx }: CommandContext, id: string) {
  const [event] = await tx
    .select()
    .from(separationEvents)
    .where(and(eq(separationEvents.id, id), isNull(separationEvents.deletedAt)));
  if (!event) throw notFound("this separation event");
  return event;
}
