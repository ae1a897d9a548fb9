import "server-only";
import type { Transaction } from "@/db/client";
import { outbox } from "@/db/schema/platform";

/** An event on its way: the outbox row's id is the event's id wherever it goes. */
export interface OutboxEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

/** Stores events in the transaction that caused them: a change that is rolled back sends nothing. */
export async function storeEvents(tx: Transaction, events: readonly OutboxEvent[], at: Date): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(outbox).values(events.map((event) => ({ ...event, at })));
}
