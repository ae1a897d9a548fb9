import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { Middleware } from "inngest";
import type { ReceivedEvent } from "./receive";

/** What `step.sendEvent` gives back to the runner: what the function sees, and what is to be sent when the step is recorded. */
export interface SentEvents {
  readonly ids: readonly string[];
  readonly events: readonly ReceivedEvent[];
}

const collecting = new AsyncLocalStorage<ReceivedEvent[]>();

/**
 * For the client where the embedded runner works: events of `step.sendEvent` go back with the step's result, and the runner stores
 * both in one transaction. So they are sent exactly once, and no server has to be reachable. Everywhere else events go through the
 * outbox; `send()` is refused.
 */
export class EmbeddedSendEvent extends Middleware.BaseMiddleware {
  readonly id = "embedded-send-event";

  override async wrapStepHandler({ next, stepInfo }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    if (stepInfo.stepType !== "sendEvent") return next();
    const events: ReceivedEvent[] = [];
    const result = (await collecting.run(events, next)) as { ids: string[] };
    return { ids: result.ids, events } satisfies SentEvents;
  }

  override async wrapStep({ next, stepInfo }: Middleware.WrapStepArgs): Promise<unknown> {
    const result = await next();
    return stepInfo.stepType === "sendEvent" ? { ids: (result as SentEvents).ids } : result;
  }

  override async wrapSendEvent({ events }: Middleware.WrapSendEventArgs): Promise<{ ids: string[] }> {
    const collected = collecting.getStore();
    if (!collected) throw new Error("Events are sent by step.sendEvent or through the outbox, never by send().");
    const sent = events.map((event) => ({
      id: event.id ?? randomUUID(),
      name: event.name,
      data: (event.data ?? {}) as Record<string, unknown>,
      ts: Number(event.ts ?? Date.now()),
    }));
    collected.push(...sent);
    return { ids: sent.map(({ id }) => id) };
  }
}
