import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { closeDatabase, transaction, useDatabase } from "@/db/client";
import { demoExecutives } from "@/db/seed/demo/executives";
import { rollDemoForward, seedDemo } from "@/db/seed/seed";
import { cloneDatabase, dropDatabase } from "@/scripts/testing/postgres";

const name = `seed_${process.pid}`;
const now = new Date("2026-11-20T09:00:00Z");
let appUrl = "";
let alder = "";

beforeAll(async () => {
  ({ appUrl } = await cloneDatabase(name));
  await seedDemo({ appUrl, now });
  const found = (await acrossIdentity((tx) =>
    tx.execute(sql`select id from organisations where slug = 'alder-quay'`),
  )) as unknown as { rows: Array<{ id: string }> };
  alder = found.rows[0]!.id;
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  useDatabase(null);
  await dropDatabase(name);
});

const figures = async (statement: ReturnType<typeof sql>) =>
  ((await transaction({ organisationId: alder }, (tx) => tx.execute(statement))) as unknown as { rows: unknown[] })
    .rows;

describe("the demo", () => {
  test("has its forty executives, each where the story says", async () => {
    // Those of the history from before were invited by nobody here.
    const rows = (await figures(
      sql`select state, count(*)::int as programmes from programmes
          where id in (select entity_id from timeline_entries where kind = 'programmes.invited')
            and separation_event_id is null group by state order by state`,
    )) as Array<{ state: string; programmes: number }>;
    const told = new Map<string, number>();
    for (const { now: end } of demoExecutives) told.set(end.state, (told.get(end.state) ?? 0) + 1);
    expect(Object.fromEntries(rows.map((row) => [row.state, row.programmes]))).toEqual(Object.fromEntries(told));
    expect(demoExecutives).toHaveLength(40);
  });

  test("has two years of programmes that ended before, in an order of dates that can be", async () => {
    const [past] = (await figures(sql`
      select count(*)::int as programmes, count(l.id)::int as landed,
             count(*) filter (where not (p.notice_on < p.invited_at::date and p.invited_at < p.accepted_at and p.accepted_at < p.activated_at
               and p.accepted_at < p.first_contact_at and p.activated_at < p.ended_at and p.ended_at < now()))::int as odd
      from programmes p left join landings l on l.programme_id = p.id
      where p.id not in (select entity_id from timeline_entries where kind = 'programmes.invited')`)) as [
      Record<string, number>,
    ];
    expect(past).toMatchObject({ programmes: 84, odd: 0 });
    expect(past.landed).toBeGreaterThan(60);
    const [phases] = (await figures(
      sql`select count(*)::int as odd from programme_phases where completed_at < entered_at`,
    )) as [{ odd: number }];
    expect(phases.odd).toBe(0);
  });

  test("waits with nothing that would be sent", async () => {
    const [waiting] = (await figures(sql`
      select (select count(*)::int from outbox where dispatched_at is null) as events,
             (select count(*)::int from mail_messages where status in ('queued', 'claimed')) as mails`)) as [
      { events: number; mails: number },
    ];
    expect(waiting).toEqual({ events: 0, mails: 0 });
  });

  test("moves to another day as a whole, and only once that day", async () => {
    const dates = () =>
      figures(
        sql`select (extract(epoch from max(last_contact_at)) / 86400)::int as contact, max(ends_on)::text as ends from programmes`,
      );
    const [before] = (await dates()) as [{ contact: number; ends: string }];
    const later = new Date(now.getTime() + 5 * 86_400_000);
    await rollDemoForward({ appUrl, now: later });
    await rollDemoForward({ appUrl, now: later });
    const [after] = (await dates()) as [{ contact: number; ends: string }];
    expect(after.contact - before.contact).toBe(5);
    expect(Date.parse(after.ends) - Date.parse(before.ends)).toBe(5 * 86_400_000);
  });
});
