import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { beforeAll, describe, expect, test } from "vitest";
import { sponsors } from "@/db/schema/sponsors";
import { newId } from "@/db/tenant-table";
import { transaction } from "@/db/client";
import { askTogether } from "@/lib/platform/execute";
import { readAll } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { landProgramme } from "@/lib/programmes/commands/landing";
import { reopenProgramme } from "@/lib/programmes/commands/lifecycle";
import { figureByDay } from "@/lib/reports/by-day";
import { definitions, definitionOf } from "@/lib/reports/definitions/all";
import { rowsOf } from "@/lib/reports/lists";
import { measure, type Measured } from "@/lib/reports/measure";
import { readPeriod, type DayRange } from "@/lib/platform/period";
import { figureChoices } from "@/lib/reports/queries/choices";
import { comparisons } from "@/lib/reports/queries/comparisons";
import { dashboard } from "@/lib/reports/queries/dashboard";
import { figure, figureWith } from "@/lib/reports/queries/figure";
import { contactFigures, courseFigures, workFigures } from "@/lib/reports/queries/work-figures";
import type { DashboardInput } from "@/lib/reports/schemas";
import { kaplanMeier } from "@/lib/reports/statistics/kaplan-meier";
import words from "@/messages/en/reports.json";

const world = testWorld();
const now = new Date("2026-11-20T10:00:00Z");
const period = "2026-01-01..2026-11-20";

/** Sixty programmes of two consultants over a year, some landed, some ended without, some running. */
beforeAll(async () => {
  const { organisationId, consultantId, otherConsultantId, packageId } = world.north;
  await transaction({ organisationId }, async (tx) => {
    await tx.execute(sql`
      insert into people (id, name, name_key, status)
      select gen_random_uuid(), 'Figure ' || n, 'figure ' || lpad(n::text, 3, '0'), 'known' from generate_series(1, 60) n`);
    const corvane = newId();
    const sponsor = { id: corvane, name: "Corvane Group", nameKey: "corvane group", industry: "Cartons" };
    await tx.insert(sponsors).values(sponsor);
    await tx.execute(sql`
      insert into programmes (id, sponsor_id, executive_id, consultant_id, package_id, sponsor_name, state, executive_key, phase_since, phase_position,
        invited_at, accepted_at, activated_at, notice_on, first_contact_at, last_contact_at, ended_at)
      select gen_random_uuid(), case when n % 2 = 1 then ${corvane}::uuid end, p.id, (case when n % 3 = 0 then ${otherConsultantId} else ${consultantId} end)::uuid, ${packageId}::uuid,
        case when n % 2 = 0 then 'Ostrava Optics' else 'Corvane Packaging' end,
        case when n % 5 < 3 then 'landed' when n % 10 = 3 then 'withdrawn' when n % 10 = 4 then 'completed' else 'active' end,
        p.name_key, at, 2, at - interval '9 days', at - interval '6 days', at, at::date - 20,
        case when n % 5 <> 2 then at - interval '5 days 7 hours' end, at + interval '3 days',
        case when n % 5 < 3 or n % 10 in (3, 4) then at + n * interval '1 day' end
      from (select id, name_key, right(name_key, 3)::int as n from people where name like 'Figure %') p,
        lateral (select timestamptz '2025-11-25 09:00Z' + n * interval '5 days' as at) moment`);
    await tx.execute(sql`
      insert into landings (id, programme_id, kind, employer, title, accepted_on, replacement_ratio, satisfaction)
      select gen_random_uuid(), id, 'employed', 'Harbourline', 'Director', ended_at::date - 1,
        case when phase_position = 2 and right(executive_key, 1) <> '1' then 0.8 + right(executive_key, 2)::int / 200.0 end,
        case when right(executive_key, 1) <> '2' then 4 + right(executive_key, 2)::int % 7 end from programmes
      where state in ('landed', 'completed') and executive_key like 'figure %'`);
    await tx.execute(sql`
      insert into programme_phases (id, programme_id, key, name, position, usual_days, entered_at, completed_at)
      select gen_random_uuid(), id, 'phase-' || n, 'Phase ' || n, n, 14, activated_at + (n - 1) * interval '10 days',
        case when n = 1 then activated_at + interval '10 days' + right(executive_key, 2)::int * interval '1 hour' end
      from programmes, generate_series(1, 2) n where executive_key like 'figure %'`);
    await tx.execute(sql`
      insert into programme_tasks (id, programme_id, phase_position, title, owner, position, due_on, done_at, done_person_id)
      select gen_random_uuid(), id, 1, 'Task ' || n, 'executive', n, activated_at::date + 7 * n,
        case when (right(executive_key, 2)::int + n) % 3 > 0 then activated_at + n * interval '6 days' end, executive_id
      from programmes, generate_series(1, 3) n where executive_key like 'figure %'`);
    // Three sessions each: held, missed, given up (too late for every other one); and one that is only booked.
    await tx.execute(sql`
      insert into scheduled_sessions (id, type_id, kind, title, state, starts_at, ends_at, place_kind)
      select gen_random_uuid(), ${world.north.sessionTypeId}::uuid, 'coaching', executive_key || ' ' || n, 'done', at, at + interval '1 hour', 'video'
      from programmes, generate_series(1, 4) n, lateral (select activated_at + n * interval '9 days' as at) began where executive_key like 'figure %'`);
    await tx.execute(sql`
      insert into session_attendees (id, session_id, person_id, programme_id, state, counted, joined_at)
      select gen_random_uuid(), s.id, p.executive_id, p.id, (array['attended', 'no_show', 'cancelled', 'booked'])[n],
        n = 3 and right(executive_key, 1)::int % 2 = 0, s.starts_at
      from programmes p, generate_series(1, 4) n, scheduled_sessions s where s.title = executive_key || ' ' || n`);
    // Of those that were held, some were rated.
    await tx.execute(sql`
      insert into session_ratings (id, session_id, person_id, programme_id, rating, rated_at)
      select gen_random_uuid(), session_id, person_id, programme_id, 1 + n % 5, now()
      from (select *, row_number() over (order by id)::int as n from session_attendees where state = 'attended'
        and programme_id in (select id from programmes where executive_key like 'figure %')) as came where n % 4 > 0`);
    // Two positions each: both come to interviews (one twice), every third to an offer; and one move before the programme began.
    await tx.execute(sql`
      insert into opportunities (id, person_id, title, title_key, company_name, company_key, stage, stage_since)
      select gen_random_uuid(), executive_id, 'Director', 'director ' || n, 'Harbourline', 'harbourline', 'interviewing', now()
      from programmes, generate_series(1, 2) n where executive_key like 'figure %'`);
    await tx.execute(sql`
      insert into opportunity_moves (id, person_id, opportunity_id, to_stage, at)
      select gen_random_uuid(), o.person_id, o.id, moved.stage, p.accepted_at + after
      from opportunities o join programmes p on p.executive_id = o.person_id and p.executive_key like 'figure %',
        (values ('interviewing', interval '2 days'), ('applied', interval '3 days'), ('interviewing', interval '4 days'),
                ('offer', interval '5 days'), ('interviewing', interval '-30 days')) as moved(stage, after)
      where (moved.stage <> 'offer' or right(p.executive_key, 2)::int % 3 = 0) and (after > interval '0' or o.title_key = 'director 2')`);
  });
});

const ask = (key: string, more: object = {}, role: "administrator" | "consultant" = "administrator") =>
  world.north.ask(figure, role, { figure: key, period, ...more }, { now });

async function rowsBehind(key: string, range: string, role: "administrator" | "consultant" = "administrator") {
  const definition = definitionOf(key)!;
  const list = rowsOf[definition.subject];
  return askTogether(
    await world.north.as(role),
    async (context) => {
      const rows = [];
      for await (const row of readAll(context, list, { filters: { behind: `${key}:${range}` } })) rows.push(row);
      return rows;
    },
    { now },
  );
}

describe.each(definitions.map(({ key }) => key))("%s", (key) => {
  test.each(["administrator", "consultant"] as const)(
    "has as many rows behind it as it counts, for a %s",
    async (role) => {
      const { figure: found } = await ask(key, {}, role);
      expect(found.now.counted).toBeGreaterThan(0);
      expect((await rowsBehind(key, period, role)).length).toBe(found.now.counted);
      if (found.before && definitionOf(key)!.counted.by === "within") {
        const { before } = (await ask(key)).period;
        expect((await rowsBehind(key, `${before.from}..${before.to}`)).length).toBe(
          (await ask(key)).figure.before!.counted,
        );
      }
    },
  );

  test("counts each row once, whatever it is broken down by", async () => {
    const { figure: whole } = await ask(key);
    for (const by of ["consultant", "sponsor", "industry", "package", "phase"] as const) {
      const { units } = await ask(key, { by });
      expect(units.reduce((sum, { counted }) => sum + counted, 0)).toBe(whole.now.counted);
    }
    const { units } = await ask(key, { by: "sponsor" });
    const one = units.find(({ unit }) => unit === "Ostrava Optics")!;
    expect((await ask(key, { scope: { sponsor: "Ostrava Optics" } })).figure.now.counted).toBe(one.counted);
    // A company that is linked goes by its own name, and has an industry.
    const linked = units.find(({ unit }) => unit === "Corvane Group")!;
    expect((await ask(key, { scope: { industry: "Cartons" } })).figure.now.counted).toBe(linked.counted);
  });

  test("shows columns that its rows have, and says in words what it is", () => {
    const definition = definitionOf(key)!;
    const columns = rowsOf[definition.subject].columns.map((column) => column.key);
    for (const column of definition.columns) expect(columns).toContain(column);
    const said = words.definitions[key as keyof typeof words.definitions];
    for (const part of ["name", "formula", "denominator", "clock"] as const)
      expect(said[part].length).toBeGreaterThan(3);
  });
});

test("no words are left of a figure that is gone", () => {
  expect(Object.keys(words.definitions).sort()).toEqual(definitions.map(({ key }) => key).sort());
});

describe("values", () => {
  test("the landing rate is what one counts by hand from its rows", async () => {
    const rows = await rowsBehind("landing-rate", period);
    const landed = rows.filter(({ cells }) => cells.landedOn !== null).length;
    const { figure: found } = await ask("landing-rate");
    expect(found.now).toEqual({ counted: rows.length, met: landed, value: landed / rows.length });
  });

  test("the time to landing is Kaplan and Meier's median over its rows, those who run censored today", async () => {
    const rows = await rowsBehind("time-to-landing", period);
    const days = (from: unknown, to: unknown) =>
      Math.round((Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000);
    const table = rows.map(({ cells }) => {
      const end = cells.landedOn ?? cells.endedOn ?? "2026-11-20";
      const event = cells.landedOn !== null;
      return { time: Math.max(0, days(cells.activatedOn, end)), events: event ? 1 : 0, censored: event ? 0 : 1 };
    });
    const curve = kaplanMeier(table);
    const { figure: found } = await ask("time-to-landing");
    expect(found.now).toEqual({ counted: rows.length, met: curve.events, value: curve.median.time });
    expect(curve.median.time).not.toBeNull();
  });

  test("the load is programmes for each consultant who has any", async () => {
    const rows = await rowsBehind("load", period);
    const consultants = new Set(rows.map(({ cells }) => cells.consultant)).size;
    expect((await ask("load")).figure.now).toEqual({
      ...{ counted: rows.length, met: consultants, value: rows.length / consultants },
    });
  });

  test("pay, satisfaction and promoters are those of who landed and said so", async () => {
    const cells = async (key: string, column: string) =>
      (await rowsBehind(key, period)).map((row) => Number(row.cells[column])).sort((one, other) => one - other);
    const scores = await cells("satisfaction", "satisfaction");
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect((await ask("satisfaction")).figure.now.value).toBeCloseTo(mean, 10);
    const net = scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length;
    expect((await ask("promoters")).figure.now.value).toBeCloseTo((net * 100) / scores.length, 10);
    const ratios = await cells("pay-replacement", "replacement");
    const middle = (ratios[Math.floor((ratios.length - 1) / 2)]! + ratios[Math.ceil((ratios.length - 1) / 2)]!) / 2;
    expect((await ask("pay-replacement")).figure.now.value! * 100).toBeCloseTo(middle, -0.4);
  });

  test("activities count as done or not, those of today not yet", async () => {
    const rows = await rowsBehind("activity-completion", period);
    const done = rows.filter(({ cells }) => cells.doneOn !== null).length;
    expect((await ask("activity-completion")).figure.now).toMatchObject({ counted: rows.length, met: done });
    expect(rows.every(({ cells }) => cells.doneOn !== null || String(cells.dueOn) < "2026-11-20")).toBe(true);
  });

  test("sessions count as attended out of those, the missed ones, and those cancelled late", async () => {
    const rows = await rowsBehind("session-attendance", period);
    const counted = (outcome: string) => rows.filter(({ cells }) => cells.outcome === outcome).length;
    const met = counted("attended");
    expect((await ask("session-attendance")).figure.now).toMatchObject({ counted: rows.length, met });
    expect(rows).toHaveLength(met + counted("no_show") + counted("cancelled"));
    // All of the first were attended; of those given up, every other one was too late.
    expect(counted("cancelled")).toBeGreaterThan(0);
    expect(counted("cancelled")).toBeLessThan(met);
  });

  test("what executives gave for sessions counts where they came and said so", async () => {
    const rows = await rowsBehind("session-rating", period);
    const given = rows.map(({ cells }) => Number(cells.rating));
    const { counted, value } = (await ask("session-rating")).figure.now;
    expect(counted).toBe(given.length);
    expect(value).toBeCloseTo(given.reduce((sum, rating) => sum + rating, 0) / given.length, 10);
    expect(new Set(given)).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(rows.length).toBeLessThan((await rowsBehind("session-attendance", period)).length);
  });

  test("interviews for an offer are positions, each the first time that it came so far, while a programme ran", async () => {
    const rows = await rowsBehind("interviews-per-offer", period);
    const offers = rows.filter(({ cells }) => cells.stage === "offer").length;
    expect((await ask("interviews-per-offer")).figure.now).toEqual({
      ...{ counted: rows.length, met: offers, value: (rows.length - offers) / offers },
    });
    // A position that was at interviews before the programme began came there then; its offer is of the programme all the same.
    const names = [...new Set(rows.map(({ cells }) => String(cells.executive)))].filter((name) =>
      name.startsWith("Figure"),
    );
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const of = (stage: string) =>
        rows.filter(({ cells }) => cells.executive === name && cells.stage === stage).length;
      expect(of("interviewing")).toBe(1);
      expect(of("offer")).toBe(Number(name.slice(-2)) % 3 === 0 ? 2 : 0);
    }
    // Where somebody is, is nobody's business but the executive's and the own consultant's.
    expect(JSON.stringify(rows)).not.toMatch(/Harbourline|Director/);
  });

  test("a landing that fell through no longer counts", async () => {
    const before = (await ask("landing-rate")).figure.now;
    const time = (await ask("time-to-landing")).figure.now;
    await world.north.execute(reopenProgramme, "administrator", {
      id: (await rowsBehind("landing-rate", period)).find(
        ({ cells }) => cells.state === "landed" && String(cells.activatedOn) > "2026-01-01",
      )!.id,
      reason: "The employer withdrew the offer.",
    });
    const after = (await ask("landing-rate")).figure.now;
    expect([after.counted, after.met]).toEqual([before.counted - 1, before.met! - 1]);
    const timeAfter = (await ask("time-to-landing")).figure.now;
    expect([timeAfter.counted, timeAfter.met]).toEqual([time.counted, time.met! - 1]);
  });

  test("a landing counts on the day on which it was accepted", async () => {
    const { programmeId } = world.north;
    const march = async () =>
      (
        await world.north.ask(
          figure,
          "administrator",
          { figure: "landing-rate", period: "2026-11-18..2026-11-18" },
          { now },
        )
      ).figure;
    const before = await march();
    const input = { id: programmeId, kind: "employed" as const, employer: "Harbourline", title: "Director" };
    await world.north.execute(landProgramme, "consultant", { ...input, acceptedOn: "2026-11-18" }, { now });
    expect((await march()).now.counted).toBe(before.now.counted + 1);
  });
});

describe("one reading for several questions", () => {
  const asked = ["3m", "12m", "2026-02-10..2026-03-03"];
  const comparisons = [undefined, "year", "2026-04-01..2026-05-31"];
  const together = <Found>(work: (context: QueryContext) => Promise<Found>) =>
    world.north.as("administrator").then((actor) => askTogether(actor, work, { now }));

  test.each(
    definitions.filter(({ counted }) => counted.by === "within").map((definition) => [definition.key, definition]),
  )("%s says the same by day, by month and by unit as when each is asked for alone", async (_key, definition) => {
    const { kind } = definition.measure;
    await together(async (context) => {
      for (const text of asked)
        for (const compare of comparisons) {
          const period = readPeriod(text, "2026-11-20", compare);
          const alone = async (range: DayRange) => (await measure(context, definition, range, {})).get("");
          const { figure: both, more } = await figureWith(context, definition, period, {}, [
            { range: period, by: "consultant" },
            { range: period.before, by: "sponsor" },
            { range: period, by: "sponsor", only: ["Ostrava Optics"] },
          ]);
          expect(both.now).toEqual(await alone(period));
          expect(both.before).toEqual(await alone(period.before));
          expect(more[0]).toEqual(await measure(context, definition, period, {}, "consultant"));
          expect(more[1]).toEqual(await measure(context, definition, period.before, {}, "sponsor"));
          const sponsors = await measure(context, definition, period, {}, "sponsor");
          expect(more[2]!.get("Ostrava Optics")).toEqual(sponsors.get("Ostrava Optics"));
          if (kind === "median" || kind === "per") continue;
          const byDay = await figureByDay(context, definition, period, {});
          const value = kind === "survival" ? { value: null } : {};
          for (const [found, expected] of [
            [byDay.figure.now, both.now],
            [byDay.figure.before, both.before],
          ])
            expect(rounded(found)).toEqual(rounded({ ...expected!, ...value }));
          for (const { month, ...found } of byDay.months.months) {
            const end = DateTime.fromISO(month).endOf("month").toISODate()!;
            const expected = await alone({ from: month, to: end < period.to ? end : period.to });
            expect(rounded(found)).toEqual(rounded({ ...expected!, ...value }));
          }
        }
    });
  });
});

/** A mean is added up in another order by day than at once. */
const rounded = (measured: Measured | null | undefined) =>
  measured && { ...measured, value: measured.value === null ? null : Math.round(measured.value * 1e9) / 1e9 };

describe("who sees what", () => {
  test("a consultant's figures are those of the own caseload, an administrator's all", async () => {
    const all = await world.north.ask(comparisons, "administrator", { period }, { now });
    const own = await world.north.ask(comparisons, "consultant", { period }, { now });
    expect(own.consultants.shown.map(({ unit }) => unit)).toEqual([world.north.consultantId]);
    expect(all.consultants.all).toBe(2);
    const scope = { consultantId: world.north.consultantId };
    for (const part of [comparisons, contactFigures, courseFigures, dashboard, workFigures]) {
      const asked = (role: "administrator" | "consultant", input: object) =>
        world.north.ask<typeof DashboardInput, unknown>(part, role, { period, ...input }, { now });
      expect(await asked("consultant", {})).toEqual(await asked("administrator", { scope }));
    }
  });

  test("a colleague's caseload cannot be asked for", async () => {
    const scope = { consultantId: world.north.otherConsultantId };
    const { figure: found } = await ask("load", { scope }, "consultant");
    expect(found.now).toEqual({ counted: 0, met: 0, value: null });
  });

  test("executives and sponsors have no figures here", async () => {
    for (const role of ["executive", "sponsor"] as const)
      for (const part of [comparisons, contactFigures, courseFigures, dashboard, workFigures])
        expect((await refusalOf(world.north.ask<typeof DashboardInput, unknown>(part, role, {}))).code).toBe(
          "forbidden",
        );
  });

  test("who holds figures widely, but programmes narrowly, sees no more than those programmes", async () => {
    const actor = await world.north.as("consultant");
    const grants = new Map(actor.grants).set("reports:read", new Set(["all"] as const));
    const found = await askTogether({ ...actor, grants }, (context) => context.ask(figureChoices, {}));
    expect(found.consultants.map(({ id }) => id)).toEqual([world.north.consultantId]);
  });

  test("the other organisation's programmes never count", async () => {
    const south = await world.south.ask(figure, "administrator", { figure: "time-to-landing", period }, { now });
    expect(south.figure.now.counted).toBeLessThan(10);
  });
});

test("what cannot be asked is refused", async () => {
  expect((await refusalOf(ask("happiness"))).code).toBe("not_found");
  expect((await refusalOf(ask("load", { by: "month" }))).code).toBe("invalid");
  expect((await refusalOf(ask("load", { scope: { consultantId: "x" } }))).code).toBe("invalid");
});
