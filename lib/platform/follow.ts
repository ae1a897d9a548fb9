import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import type { OutboxEvent } from "@/lib/platform/outbox";
import { moduleIsOn } from "@/lib/platform/plans";
import { registry } from "@/lib/platform/registry";

/** Lets modules bring what they derive from others' records up to date, in the transaction of the command that emitted the events. */
export async function follow(context: QueryContext, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { modules } = await registry();
  for (const module of modules)
    if (module.follows && moduleIsOn(context.organisation, module.key)) await module.follows(context, events);
}
