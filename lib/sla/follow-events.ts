import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import type { OutboxEvent } from "@/lib/platform/outbox";
import { allMeasures } from "./measures";
import { refreshClocks } from "./refresh-clocks";

/** Brings the clocks of the records up to date that some events are about, in the transaction that emitted them. */
export async function followEvents(context: QueryContext, events: readonly OutboxEvent[]): Promise<void> {
  const work = [];
  for (const measured of (await allMeasures()).values()) {
    const about = events.filter(({ name }) => measured.touchedBy.includes(name));
    const ids = about.length === 0 ? [] : await measured.touched(context, about);
    if (ids.length > 0) work.push({ measured, ids: [...new Set(ids)] });
  }
  await refreshClocks(context, work);
}
