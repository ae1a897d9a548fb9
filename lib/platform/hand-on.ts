import "server-only";
import { logger } from "@/lib/platform/log";

type Dispatch = (ids: readonly string[]) => Promise<unknown>;

declare global {
  // Shared by all bundles of one process: the server tells it once at start, requests use it.
  var landfallHandOn: Dispatch | null | undefined;
}

/** Tells where events go after a commit; the server does so once at start. Without it they wait for the sweep. */
export function handOnWith(next: Dispatch | null): void {
  globalThis.landfallHandOn = next;
}

/** Hands committed events on without keeping the person waiting. What fails here is sent by the sweep. */
export function handOn(ids: readonly string[]): void {
  const dispatch = globalThis.landfallHandOn;
  if (ids.length === 0 || !dispatch) return;
  dispatch(ids).catch((error: unknown) =>
    logger.warn({ code: "outbox.hand_on_failed", count: ids.length, message: String(error) }),
  );
}
