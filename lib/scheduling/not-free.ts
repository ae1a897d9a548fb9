import "server-only";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import type { Wanted } from "./book";
import { hostFacts, questionWith, type Asked, type HostFacts } from "./question-of";
import { nextFree } from "./rules/slots";
import type { Reason } from "./rules/why-not";
import { sayReason } from "./why-not-words";

/** How many free times are offered where one was taken. */
const offered = 3;

const taken: ReadonlySet<Reason["code"]> = new Set(["session", "held", "busy", "buffer", "full"]);

/** Why a time cannot be booked, in a sentence, with the next times that can. */
export async function notFree(context: CommandContext, wanted: Wanted, reason: Reason): Promise<Refusal> {
  const { type, hosts, attendeeId, startsAt, except } = wanted;
  const from = startsAt > context.now ? startsAt : context.now;
  const to = new Date(from.getTime() + type.horizonDays * 86_400_000);
  const asked = { type, hostIds: hosts.map(({ personId }) => personId), attendeeId, except, from, to };
  const question = await questionWith(context, asked, await recentFacts(context, asked));
  const next = nextFree(offered, question, from).map((slot) => slot.startsAt.toISOString());
  return new Refusal(taken.has(reason.code) ? "conflict" : "invalid", sayReason(reason, context.organisation), {
    ...{ field: "startsAt", current: { reason: reason.code, next } },
  });
}

/** For how long what is known of hosts is offered from: it is only what one may try next, and booking it looks again. */
const freshFor = 1000;

const recent = new Map<string, { at: number; facts: HostFacts }>();

/** What is known of the hosts; of hundreds who are refused the same time within a second, the first one asks. */
async function recentFacts(context: CommandContext, asked: Asked): Promise<HostFacts> {
  const { organisation, now } = context;
  const key = [organisation.id, asked.type.id, asked.hostIds, asked.except, asked.from.getTime()].join();
  const known = recent.get(key);
  if (known && Math.abs(now.getTime() - known.at) <= freshFor) return known.facts;
  const facts = await hostFacts(context, asked);
  if (recent.size > 200) recent.clear();
  recent.set(key, { at: now.getTime(), facts });
  return facts;
}
