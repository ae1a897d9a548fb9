import "server-only";
import { sql } from "drizzle-orm";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import type { Wanted } from "./book";
import { questionOf, type Asked } from "./question-of";
import type { Slot } from "./rules/question";
import { nextFree } from "./rules/slots";
import type { Reason } from "./rules/why-not";
import { momentSql, standingFrom, standingSql, type Standing, type StoredStanding } from "./standing";
import { readerOf, sayReason } from "./why-not-words";

/** How many free times are offered where one was taken. */
const offered = 3;

const onTaken: ReadonlySet<Reason["code"]> = new Set(["session", "held", "busy", "buffer", "full"]);

/** Why a time cannot be booked, in a sentence, with the next times that can. */
export async function notFree(
  context: CommandContext,
  wanted: Wanted,
  reason: Reason,
  standing?: Standing,
): Promise<Refusal> {
  const next = (await nextFor(context, wanted, standing)).map((slot) => slot.startsAt.toISOString());
  return new Refusal(onTaken.has(reason.code) ? "conflict" : "invalid", sayReason(reason, readerOf(context)), {
    ...{ field: "startsAt", current: { reason: reason.code, next } },
  });
}

/** So many of the hosts' free times are worked out: enough that most people find theirs among them. */
const kept = 24;

/** How long free times are offered from: notice and holds are counted from a moment, which goes on. */
const freshFor = 1000;

interface Known {
  version: string;
  /** The command's own time, and that of the process, by which it is forgotten. */
  now: number;
  at: number;
  slots: Slot[];
}

/** When hosts are free, by what was asked: of hundreds who are refused the same time, the first one works it out. */
const known = new Map<string, Known>();

/** The next times that are free for who was refused: those of the hosts at which they have nothing themselves. */
async function nextFor(context: CommandContext, wanted: Wanted, standing?: Standing): Promise<Slot[]> {
  const { now } = context;
  const { type, hosts, attendeeId, startsAt, except } = wanted;
  const from = startsAt > now ? startsAt : now;
  const to = new Date(from.getTime() + type.horizonDays * 86_400_000);
  const asked: Asked = { type, hostIds: hosts.map(({ personId }) => personId), attendeeId, except, from, to };
  // What somebody joins changes with who takes part: groups are looked at anew.
  if (type.capacity > 1) return nextFree(offered, await questionOf(context, asked), from);
  const { version, own } = standing ?? (await standingOf(context, asked));
  const slots = await slotsOfHosts(context, asked, version);
  const isOwn = ({ startsAt: begin, endsAt: end }: Slot) =>
    own.some((span) => span.startsAt < end && span.endsAt > begin);
  const free = slots.filter((slot) => !isOwn(slot)).slice(0, offered);
  if (free.length === offered || slots.length < kept) return free;
  return nextFree(offered, await questionOf(context, asked), from);
}

async function slotsOfHosts(context: CommandContext, asked: Asked, version: string): Promise<Slot[]> {
  const { organisation } = context;
  const now = context.now.getTime();
  const { type, hostIds, except, from } = asked;
  const key = [organisation.id, type.id, type.version, hostIds, except, from.getTime()].join();
  const at = performance.now();
  const found = known.get(key);
  if (found && found.version === version && at - found.at <= freshFor && Math.abs(now - found.now) <= freshFor)
    return found.slots;
  const slots = nextFree(kept, await questionOf(context, { ...asked, attendeeId: null }), from);
  for (const [old, entry] of known) if (at - entry.at > freshFor) known.delete(old);
  known.set(key, { version, now, at, slots });
  return slots;
}

async function standingOf(
  { tx, now }: CommandContext,
  { hostIds, attendeeId, except, from, to }: Asked,
): Promise<Standing> {
  const asked = {
    ...{
      hosts: sql`${`{${hostIds.join()}}`}::uuid[]`,
      attendee: sql`${attendeeId}::uuid`,
      except: sql`${except ?? null}::uuid`,
    },
    ...{ from: momentSql(from), to: momentSql(to), now: momentSql(now) },
  };
  const { rows } = (await tx.execute(sql`select ${standingSql(asked)} as standing`)) as unknown as {
    rows: [{ standing: StoredStanding }];
  };
  return standingFrom(rows[0].standing);
}
