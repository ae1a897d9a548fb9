import type { Queryable } from "./database";
import { json } from "./json";

/** An event as the outbox holds it: ids, codes and counts in `data`, never text about people; `ts` in milliseconds since 1970. */
export interface ReceivedEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ts: number;
}

/**
 * Hands events to the embedded runner, in the transaction of `client`, whose role `installRunnerSchema` was told of: an event leaves
 * the outbox exactly when it arrives here. An event whose id was received before is left out.
 */
export async function receiveEvents(client: Queryable, events: readonly ReceivedEvent[]): Promise<void> {
  if (events.length > 0) await client.query("select runner.receive_events($1::jsonb)", [json(events)]);
}
