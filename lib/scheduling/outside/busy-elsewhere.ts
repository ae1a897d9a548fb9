import "server-only";
import { and, gt, inArray, lt } from "drizzle-orm";
import { outsideBusy } from "@/db/schema/sessions-outside";
import type { QueryContext } from "@/lib/platform/operation";
import type { Span } from "../rules/question";

/** When people are busy in their calendars elsewhere, by person. */
export async function busyElsewhere(
  { tx }: Pick<QueryContext, "tx">,
  ids: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<Map<string, Span[]>> {
  const rows = await tx
    .select({ personId: outsideBusy.personId, startsAt: outsideBusy.startsAt, endsAt: outsideBusy.endsAt })
    .from(outsideBusy)
    .where(and(inArray(outsideBusy.personId, [...ids]), gt(outsideBusy.endsAt, from), lt(outsideBusy.startsAt, to)));
  const busy = new Map<string, Span[]>();
  for (const { personId, ...span } of rows) {
    const known = busy.get(personId);
    if (known) known.push(span);
    else busy.set(personId, [span]);
  }
  return busy;
}
