import { sql, type SQL } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { testWorld } from "@/lib/platform/testing/world";
import { expectFactsAsMadeAnew } from "@/lib/reports/testing/facts-anew";

/*
 * What figures count is kept by Postgres in the transaction of each change: whatever is done to the tables of which it is made, by
 * whatever statement, the kept rows are those that one gets by making all anew.
 */

const world = testWorld();

const within = (statement: SQL) =>
  transaction({ organisationId: world.north.organisationId }, (tx) => tx.execute(statement));

beforeAll(async () => {
  const { consultantId, packageId, sponsorId } = world.north;
  await within(sql`insert into people (id, name, name_key, status)
    select gen_random_uuid(), 'Fact ' || n, 'fact ' || n, 'known' from generate_series(1, 6) n`);
  // Two programmes each, one after the other.
  await within(sql`insert into programmes (id, executive_id, consultant_id, package_id, sponsor_id, sponsor_name, state, executive_key, phase_since,
      invited_at, accepted_at, activated_at, ended_at)
    select gen_random_uuid(), p.id, ${consultantId}::uuid, ${packageId}::uuid, ${sponsorId}::uuid, 'As it was written', case when k = 1 then 'expired' else 'active' end,
      p.name_key, now(), at, at + interval '2 days', at + interval '5 days', case when k = 1 then at + interval '60 days' end
    from people p, generate_series(1, 2) k, lateral (select timestamptz '2026-01-05 22:30Z' + k * interval '90 days' as at) began where p.name like 'Fact %'`);
  await within(sql`insert into programme_phases (id, programme_id, key, name, position, usual_days, entered_at, completed_at)
    select gen_random_uuid(), id, 'phase-' || n, 'Phase ' || n, n, 14, activated_at, activated_at + n * interval '9 days 3 hours'
    from programmes, generate_series(1, 2) n where executive_key like 'fact %'`);
  await within(sql`insert into programme_tasks (id, programme_id, phase_position, title, owner, position, due_on, done_at)
    select gen_random_uuid(), id, 1, 'Task ' || n, 'executive', n, accepted_at::date + 20 * n, case when n % 2 = 0 then accepted_at + interval '9 days' end
    from programmes, generate_series(1, 4) n where executive_key like 'fact %'`);
  await within(sql`insert into landings (id, programme_id, kind, employer, title, accepted_on, replacement_ratio, satisfaction)
    select gen_random_uuid(), id, 'employed', 'Harbourline', 'Director', ended_at::date - 3, 0.9, 8 from programmes
    where executive_key like 'fact %' and ended_at is not null`);
  await within(sql`insert into opportunities (id, person_id, title, title_key, company_name, company_key, stage, stage_since)
    select gen_random_uuid(), id, 'Director', 'director', 'Harbourline', 'harbourline', 'offer', now() from people where name like 'Fact %'`);
  await within(sql`insert into opportunity_moves (id, person_id, opportunity_id, to_stage, at)
    select gen_random_uuid(), person_id, id, moved.to_stage, timestamptz '2026-04-20 21:59Z' + after
    from opportunities, (values ('interviewing', interval '1 day'), ('offer', interval '9 days'), ('interviewing', interval '100 days')) moved(to_stage, after)
    where title_key = 'director'`);
  await within(sql`insert into scheduled_sessions (id, type_id, kind, title, state, starts_at, ends_at, place_kind)
    select gen_random_uuid(), ${world.north.sessionTypeId}::uuid, 'coaching', 'Fact', 'done', at, at + interval '1 hour', 'video'
    from generate_series(1, 6) n, lateral (select timestamptz '2026-02-01 09:00Z' + n * interval '20 days' as at) began`);
  await within(sql`insert into session_attendees (id, session_id, person_id, programme_id, state, joined_at)
    select gen_random_uuid(), s.id, p.executive_id, p.id, case when s.n % 3 = 0 then 'no_show' when s.n % 3 = 1 then 'attended' else 'booked' end, now()
    from (select id, row_number() over (order by starts_at) as n from scheduled_sessions where title = 'Fact') s
    join (select id, executive_id, row_number() over (order by id) as n from programmes where executive_key like 'fact %') p on p.n = s.n`);
}, 60_000);

test("two programmes of one person do not share an interview, and a position counts once", async () => {
  const { rows } =
    (await within(sql`select sum(cardinality(reached_on))::int as reached, sum(cardinality(activities_on))::int as activities
    from programme_facts where id in (select id from programmes where executive_key like 'fact %')`)) as unknown as {
      rows: { reached: number; activities: number }[];
    };
  // Of each person one interview and one offer in the second programme; two of four activities before the first one's end, all of the second.
  expect(rows).toEqual([{ reached: 12, activities: 36 }]);
});

/** A programme, task… of those above, by a number that chance gives. */
const pick = (table: string, at: number) =>
  sql.raw(`(select id from ${table} where ${ours[table] ?? "true"} order by id limit 1 offset ${at})`);
const programmesOfOurs = "(select id from programmes where executive_key like 'fact %')";
const ours: Record<string, string> = {
  programmes: "executive_key like 'fact %'",
  people: "name like 'Fact %'",
  programme_tasks: `programme_id in ${programmesOfOurs}`,
  programme_phases: `programme_id in ${programmesOfOurs}`,
  landings: `programme_id in ${programmesOfOurs}`,
  opportunities: "title_key = 'director'",
  scheduled_sessions: "title = 'Fact'",
  session_attendees: "session_id in (select id from scheduled_sessions where title = 'Fact')",
  opportunity_moves: "opportunity_id in (select id from opportunities where title_key = 'director')",
};

const { otherConsultantId, sponsorId } = {
  otherConsultantId: () => world.north.otherConsultantId,
  sponsorId: () => world.north.sponsorId,
};

/** Every kind of change to what facts are made of; `at` chooses the row, `days` how far. */
const changes: Record<string, (at: number, days: number) => SQL> = {
  "another consultant": (at) =>
    sql`update programmes set consultant_id = ${otherConsultantId()}::uuid where id = ${pick("programmes", at)}`,
  "accepted later": (at, days) =>
    sql`update programmes set accepted_at = accepted_at + ${days} * interval '1 day' where id = ${pick("programmes", at)}`,
  "ended, or running again": (
    at,
    days,
  ) => sql`update programmes set state = case when ended_at is null then 'completed' else 'active' end,
    ended_at = case when ended_at is null then accepted_at + ${days} * interval '2 days' end where id = ${pick("programmes", at)}`,
  "all of them told": (_, days) =>
    sql`update programmes set last_contact_at = accepted_at + ${days} * interval '1 day'`,
  "told and taken in hand at once": (at) =>
    sql`update programmes set last_contact_at = now(), first_contact_at = now() where id = ${pick("programmes", at)}`,
  "another person": (at) =>
    sql`update programmes set executive_id = ${pick("people", at % 6)} where id = ${pick("programmes", at)}`,
  "gone, or back": (at) =>
    sql`update programmes set deleted_at = case when deleted_at is null then now() end where id = ${pick("programmes", at)}`,
  "no company linked": (at) => sql`update programmes set sponsor_id = null where id = ${pick("programmes", at)}`,
  "the next phase": (at) =>
    sql`update programmes set phase_position = phase_position + 1 where id = ${pick("programmes", at)}`,
  "a company renamed": (_, days) =>
    sql`update sponsors set name = 'Company of day ' || ${days}::int, industry = 'Branch ' || ${days % 3}::int where id = ${sponsorId()}::uuid`,
  "another zone": (_, days) =>
    sql`update organisations set time_zone = ${days % 2 ? "Pacific/Kiritimati" : "Europe/Zurich"}`,
  "tasks moved": (at, days) =>
    sql`update programme_tasks set due_on = due_on + ${days}::int, version = version + 1 where programme_id = ${pick("programmes", at)}`,
  "a task done, or not": (at) =>
    sql`update programme_tasks set done_at = case when done_at is null then now() end where id = ${pick("programme_tasks", at)}`,
  "a task removed": (at) =>
    sql`update programme_tasks set deleted_at = now() where id = ${pick("programme_tasks", at)}`,
  "a task deleted": (at) => sql`delete from programme_tasks where id = ${pick("programme_tasks", at)}`,
  "a phase completed, or not": (
    at,
    days,
  ) => sql`update programme_phases set completed_at = case when completed_at is null then entered_at + ${days} * interval '1 day' end
    where id = ${pick("programme_phases", at)}`,
  "a phase deleted": (at) => sql`delete from programme_phases where id = ${pick("programme_phases", at)}`,
  "a landing that falls through": (at) =>
    sql`update landings set fell_through_at = now() where id = ${pick("landings", at % 6)}`,
  "a landing corrected": (at, days) =>
    sql`update landings set accepted_on = accepted_on - ${days}::int, satisfaction = 3, replacement_ratio = 1.25 where id = ${pick("landings", at % 6)}`,
  "a landing deleted": (at) => sql`delete from landings where id = ${pick("landings", at % 6)}`,
  "a move": (at, days) => sql`insert into opportunity_moves (id, person_id, opportunity_id, to_stage, at)
    select gen_random_uuid(), person_id, id, 'interviewing', timestamptz '2026-01-20Z' + ${days} * interval '3 days' from opportunities where id = ${pick("opportunities", at % 6)}`,
  "a move earlier": (at, days) =>
    sql`update opportunity_moves set at = at - ${days} * interval '1 day' where id = ${pick("opportunity_moves", at)}`,
  "a move deleted": (at) => sql`delete from opportunity_moves where id = ${pick("opportunity_moves", at)}`,
  "a session held, missed or given up late": (at, days) =>
    sql`update session_attendees set state = ${["attended", "no_show", "cancelled"][days % 3]}, counted = ${days % 2 === 0} where id = ${pick("session_attendees", at % 6)}`,
  "a session on another day": (at, days) =>
    sql`update scheduled_sessions set starts_at = starts_at + ${days} * interval '1 day', ends_at = ends_at + ${days} * interval '1 day' where id = ${pick("scheduled_sessions", at % 6)}`,
  "a place in another's programme": (at) =>
    sql`update session_attendees set programme_id = ${pick("programmes", at)} where id = ${pick("session_attendees", at % 6)}`,
  "a session rated, or its rating gone": (at, days) =>
    days % 3 === 0
      ? sql`delete from session_ratings where session_id = ${pick("scheduled_sessions", at % 6)}`
      : sql`insert into session_ratings (id, session_id, person_id, programme_id, rating, rated_at)
          select gen_random_uuid(), session_id, person_id, programme_id, ${1 + (days % 5)}::int, now() from session_attendees
          where session_id = ${pick("scheduled_sessions", at % 6)} on conflict do nothing`,
  "a session rated otherwise": (at, days) =>
    sql`update session_ratings set rating = ${1 + (days % 5)}::int where session_id = ${pick("scheduled_sessions", at % 6)}`,
  "a place deleted": (at) => sql`delete from session_attendees where id = ${pick("session_attendees", at % 6)}`,
  "a position gone, or back": (at) =>
    sql`update opportunities set deleted_at = case when deleted_at is null then now() end where id = ${pick("opportunities", at % 6)}`,
};

test("two who change the same programme at once both count", async () => {
  const { organisationId } = world.north;
  let changed = (): void => undefined;
  const first = new Promise<void>((resolve) => (changed = resolve));
  await Promise.all([
    transaction({ organisationId }, async (tx) => {
      await tx.execute(changes["tasks moved"]!(2, 3));
      changed();
      // Long enough for the other one to come to the same row and wait for it.
      await tx.execute(sql`select pg_sleep(0.4)`);
    }),
    first.then(() => within(changes["the next phase"]!(2, 1))),
  ]);
  await expectFactsAsMadeAnew(organisationId);
});

describe("after any change", () => {
  test.each(Object.keys(changes))("%s", async (name) => {
    await within(changes[name]!(2, 17));
    await expectFactsAsMadeAnew(world.north.organisationId);
  });

  test("and after any order of them", async () => {
    const change = fc.record({
      ...{
        name: fc.constantFrom(...Object.keys(changes)),
        at: fc.nat({ max: 11 }),
        days: fc.integer({ min: 1, max: 40 }),
      },
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 10 }), async (several) => {
        await transaction({ organisationId: world.north.organisationId }, async (tx) => {
          for (const { name, at, days } of several) await tx.execute(changes[name]!(at, days));
        });
        await expectFactsAsMadeAnew(world.north.organisationId);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
