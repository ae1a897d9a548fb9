import { getTableColumns, getTableName, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { closeDatabase, transaction, useDatabase } from "@/db/client";
import { demoExecutives } from "@/db/seed/demo/executives";
import { dated, standing } from "@/db/seed/demo/roll-forward";
import { rollDemoForward, seedDemo } from "@/db/seed/seed";
import { ownStore } from "@/lib/files/testing/own-store";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { verifyClocks } from "@/lib/sla/verify-clocks";
import { cloneDatabase, dropDatabase } from "@/scripts/testing/postgres";

const name = `seed_${process.pid}`;
const now = new Date("2026-11-20T09:00:00Z");
let appUrl = "";
let alder = "";
ownStore();

beforeAll(async () => {
  ({ appUrl } = await cloneDatabase(name));
  await seedDemo({ appUrl, now });
  const found = (await acrossIdentity((tx) =>
    tx.execute(sql`select id from organisations where slug = 'alder-quay'`),
  )) as unknown as { rows: Array<{ id: string }> };
  alder = found.rows[0]!.id;
}, 300_000);

afterAll(async () => {
  await closeDatabase();
  useDatabase(null);
  await dropDatabase(name);
});

/** Of accounts and of the installation: no demo's story tells of them. */
const ofAccounts = ["links", "memberships", "sessions", "organisations"];

/** What counts as brought to mind on the day to which a demo moves. */
const broughtToMind = ["remindedOn", "overdueToldOn", "quietToldAt", "endingToldOn"];

/** What is stored of its promises and does not follow from its history. */
const differencesAt = (at: Date) =>
  transaction(
    { organisationId: alder },
    async (tx) => await verifyClocks({ tx, organisation: await organisationOfTransaction(tx), now: at }),
  );

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

  test("has programmes at work that could take over more sessions of one kind, and no other sessions", async () => {
    const offers = (await figures(sql`
      select offered.kind, offered.sessions - own.sessions as more, count(*)::int as programmes
      from programmes join package_entitlements offered on offered.package_id = programmes.package_id
        left join programme_entitlements own on own.programme_id = programmes.id and own.kind = offered.kind
      where programmes.state in ('intake', 'active') and offered.version > coalesce(own.package_version, 0)
        and offered.sessions is distinct from own.sessions
      group by 1, 2`)) as Array<{ programmes: number }>;
    expect(offers).toEqual([{ kind: "interview-practice", more: 2, programmes: offers[0]!.programmes }]);
    expect(offers[0]!.programmes).toBeGreaterThan(0);
  });

  test("has work of every kind on the administrator's desk, and a landing that fell through with its papers", async () => {
    const states = async (table: string, column: string) =>
      (
        await figures(sql`select distinct ${sql.identifier(column)} as state from ${sql.identifier(table)} order by 1`)
      ).map((row) => (row as { state: string }).state);
    expect(await states("imports", "state")).toEqual(["done", "failed", "previewed"]);
    expect(await states("batches", "status")).toEqual(["failed"]);
    expect(await states("mail_messages", "status")).toContain("failed");
    const [fallen] = (await figures(sql`
      select count(*)::int as landings, count(a.id)::int as papers from landings l
        left join attachments a on a.entity = 'landing' and a.entity_id = l.id
      where l.fell_through_at is not null`)) as [{ landings: number; papers: number }];
    expect(fallen).toEqual({ landings: 2, papers: 1 });
  });

  test("has a series of sessions, of which one was left out and one takes place at another time", async () => {
    const series = await figures(sql`
      select s.weeks, s.count, count(*)::int as sessions, count(*) filter (where x.starts_at <> x.series_start)::int as elsewhere,
             count(*) filter (where x.state = 'done')::int as held, count(*) filter (where x.state = 'booked')::int as ahead
      from session_series s join scheduled_sessions x on x.series_id = s.id group by s.id`);
    expect(series).toEqual([{ weeks: 1, count: 5, sessions: 4, elsewhere: 1, held: 3, ahead: 1 }]);
  });

  test("has a separation of twenty-five people in every state", async () => {
    const rows = (await figures(sql`
      select p.state, count(*)::int as people from programmes p join separation_events s on s.id = p.separation_event_id
      where s.name = 'Basel distribution centre' group by 1 order by 1`)) as Array<{ state: string; people: number }>;
    expect(rows.map(({ state }) => state)).toEqual([
      ...["active", "completed", "intake", "invited", "landed", "paused", "withdrawn"],
    ]);
    expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(25);
  });

  test("waits with nothing that would be sent", async () => {
    const [waiting] = (await figures(sql`
      select (select count(*)::int from outbox where dispatched_at is null) as events,
             (select count(*)::int from mail_messages where status in ('queued', 'claimed')) as mails`)) as [
      { events: number; mails: number },
    ];
    expect(waiting).toEqual({ events: 0, mails: 0 });
  });

  test("has promises that follow from its history", async () => {
    const { clocks, differences } = await differencesAt(now);
    expect(clocks).toBeGreaterThan(150);
    expect(differences).toEqual([]);
  });

  test("knows of every table with a date whether it moves with the days, or why it stays", async () => {
    const columns = (await figures(sql`
      select c.table_name as "table" from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('date', 'timestamp with time zone')
        and c.column_name not in ('created_at', 'updated_at', 'deleted_at')
        and exists (select from information_schema.columns o where o.table_schema = 'public'
                    and o.table_name = c.table_name and o.column_name = 'organisation_id')
      group by 1 order by 1`)) as Array<{ table: string }>;
    const moving = dated.map((table) => getTableName(table));
    const known = new Set([...moving, ...Object.keys(standing), ...ofAccounts]);
    expect(columns.map(({ table }) => table).filter((table) => !known.has(table))).toEqual([]);
    expect(moving.filter((table) => table in standing)).toEqual([]);
    expect(Object.keys(standing).filter((table) => !columns.some((found) => found.table === table))).toEqual([]);
  });

  test("moves to another day as a whole, and only once that day", async () => {
    const dates = () =>
      figures(
        sql`select (extract(epoch from max(last_contact_at)) / 86400)::int as contact, max(ends_on)::text as ends from programmes`,
      );
    const [before] = (await dates()) as [{ contact: number; ends: string }];
    const latest = async () => {
      const found: Record<string, number | null> = {};
      for (const table of dated)
        for (const column of Object.values(getTableColumns(table))) {
          if (!["PgTimestamp", "PgDateString"].includes(column.columnType) || broughtToMind.includes(column.name))
            continue;
          const name = column.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
          const [row] = (await figures(
            sql`select extract(epoch from max(${sql.identifier(name)}))::float8 as at from ${table}`,
          )) as [{ at: number | null }];
          found[`${getTableName(table)}.${name}`] = row.at;
        }
      return found;
    };
    const agreed = () =>
      figures(
        sql`select min(substring(content::text from '"([0-9]{4}-[0-9]{2}-[0-9]{2})"')) as first from plan_editions`,
      );
    const weeks = () => figures(sql`select max(monday)::text as monday, count(*)::int as weeks from search_weeks`);
    const [allBefore, agreedBefore] = [await latest(), (await agreed()) as [{ first: string }]];
    const [weeksBefore] = (await weeks()) as [{ monday: string; weeks: number }];
    const later = new Date(now.getTime() + 5 * 86_400_000);
    await rollDemoForward({ appUrl, now: later });
    await rollDemoForward({ appUrl, now: later });
    const [after] = (await dates()) as [{ contact: number; ends: string }];
    expect(after.contact - before.contact).toBe(5);
    expect(Date.parse(after.ends) - Date.parse(before.ends)).toBe(5 * 86_400_000);
    const allAfter = await latest();
    const moved = Object.entries(allBefore).flatMap(([column, at]) =>
      at === null || allAfter[column]! - at === 5 * 86_400 ? [] : [column],
    );
    expect(moved).toEqual([]);
    expect((await differencesAt(later)).differences).toEqual([]);
    const agreedAfter = (await agreed()) as [{ first: string }];
    expect(Date.parse(agreedAfter[0].first) - Date.parse(agreedBefore[0].first)).toBe(5 * 86_400_000);
    // From a Friday to the next week's Wednesday: this week is another one.
    const [weeksAfter] = (await weeks()) as [{ monday: string; weeks: number }];
    expect(Date.parse(weeksAfter.monday) - Date.parse(weeksBefore.monday)).toBe(7 * 86_400_000);
    expect(weeksAfter.weeks).toBe(weeksBefore.weeks);
  });

  test("is known as unfinished where making it was interrupted, and left as it is", async () => {
    const noted = async () =>
      JSON.stringify(
        (
          (await acrossIdentity((tx) => tx.execute(sql`select slug, settings from organisations order by slug`))) as {
            rows: unknown[];
          }
        ).rows,
      );
    await acrossIdentity((tx) => tx.execute(sql`update organisations set settings = settings - 'demoDay'`));
    const before = await noted();
    expect(await rollDemoForward({ appUrl, now: new Date("2027-06-01T09:00:00Z") })).toBe("unfinished");
    expect(await noted()).toEqual(before);
  });
});
