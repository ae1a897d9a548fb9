import "server-only";
import { logger } from "@/lib/platform/log";

type Dispatch = (ids: readonly string[]) => Promise<void>;

let dispatch: Dispatch | null = null;

/** Tells where events go after a commit; the server does so once at start. Without it they wait for the sweep. */
export function handOnWith(next: Dispatch | null): void {
  dispatch = next;
}

/** Hands committed events on without keeping the person waiting. What fails here is sent by the sweep. */
export function handOn(ids: readonly string[]): void {
  if (ids.length === 0 || !dispatch) return;
  dispatch(ids).catch((error: unknown) =>
    logger.warn({ code: "outbox.hand_on_failed", count: ids.length, message: String(error) }),
  );
}
