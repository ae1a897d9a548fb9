import "server-only";
import { and, count, eq, gt, isNull, notInArray } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import type { CommandContext } from "@/lib/platform/operation";
import { limitOf } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";
import { endedStates } from "@/lib/programmes/lifecycle";
import type { Programme } from "@/lib/programmes/load";

/*
 * What must hold before one more programme goes on, whether somebody is invited or an ended one is reopened.
 */

const going = and(isNull(programmes.deletedAt), notInArray(programmes.state, [...endedStates]));

/** One programme at a time: a second one for the same person is a mistake until the first has ended. */
export async function assertNoneRunning({ tx }: CommandContext, executiveId: string): Promise<void> {
  const [running] = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.executiveId, executiveId), going))
    .limit(1);
  if (running) throw new Refusal("conflict", "Somebody with this address has a programme that has not ended.", "email");
}

/** Refuses to go on with an ended programme beside one to which the same person was invited since. */
export async function assertNoneSince({ tx }: CommandContext, { executiveId, endedAt }: Programme): Promise<void> {
  if (!endedAt) return;
  const [since] = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.executiveId, executiveId), going, gt(programmes.invitedAt, endedAt)))
    .limit(1);
  if (since) throw new Refusal("conflict", "This person has another programme since, and it has not ended.");
}

/** Refuses one more running programme than the plan has room for. */
export async function assertRoomForOneMore({ tx, organisation }: CommandContext): Promise<void> {
  const most = limitOf(organisation, "programmes");
  if (!Number.isFinite(most)) return;
  const [running] = await tx.select({ programmes: count() }).from(programmes).where(going);
  if (running!.programmes >= most)
    throw new Refusal("limit", `Your plan has room for ${most} running programmes. Close one, or ask for more room.`);
}
