import type { Reason, WhyNot } from "../rules/why-not";
import { sayReason, type Reader } from "../why-not-words";
import { Refusal } from "@/lib/platform/refusal";

/** Rules that say something of what the host does then: a visitor reads that the time is taken, and no more. */
const private_: ReadonlySet<Reason["code"]> = new Set(["session", "busy", "buffer", "own"]);

const taken = "This time is taken.";

/** Why a time cannot be booked, in sentences for somebody from outside: rules, never whom or what the host has then, nor until when. */
export function reasonsForGuest(reasons: readonly WhyNot[], reader: Reader): string[] {
  const said = reasons.map((reason) => (private_.has(reason.code) ? taken : sayReason(reason, reader)));
  return [...new Set(said)];
}

/** Does something for a visitor: where a time is refused they read the same rules as above, with the next times that are free. */
export async function forGuest<Output>(work: () => Promise<Output>): Promise<Output> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.details.field !== "startsAt") throw error;
    const next = error.details.current?.["next"];
    const found = Array.isArray(next) ? next : [];
    const lead = error.code === "conflict" ? "That time was just taken." : "This time cannot be booked any more.";
    const rest = found.length > 0 ? " Here are the next ones that are free." : " Please choose another day.";
    throw new Refusal(error.code, lead + rest, { field: "startsAt", current: { next: found } });
  }
}
