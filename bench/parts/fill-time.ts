import type pg from "pg";
import type { World } from "@/lib/platform/world";

/**
 * Gives the consultants of an organisation so many sessions and promises between them, as superuser and past every trigger: nothing is to be reminded of
 * while pages are measured. Sessions lie by the hour around today, eight a day; of the promises one in twenty still runs.
 */
export async function fillTime(
  client: pg.Client,
  { organisationId, sessionTypeId, slaPolicyId }: World,
  { sessions, clocks, first }: { sessions: number; clocks: number; /** After what was filled before. */ first: number },
): Promise<void> {
  const run = (statement: string, values: unknown[]) => client.query(statement, values);
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await run(
    `create temporary table pairs on commit drop as
     select row_number() over (order by consultant_id, id) - 1 as n, count(*) over () as many, id as programme_id, consultant_id, executive_id,
       dense_rank() over (order by consultant_id) - 1 as host
     from programmes where organisation_id = $1 and deleted_at is null`,
    [organisationId],
  );
  await run(
    `create temporary table held on commit drop as
     select gen_random_uuid() as id, pairs.*, date_trunc('day', now()) + make_interval(days => k / 8 - 62, hours => 7 + k % 8) as starts_at
     from (select number, number / hosts as k, number % hosts as host
           from generate_series($1::int, $1::int + $2::int - 1) as number, (select max(host)::int + 1 as hosts from pairs) counted) as wanted
     cross join lateral (select * from pairs where pairs.host = wanted.host order by n offset wanted.k % 20 limit 1) as pairs`,
    [first, sessions],
  );
  await run(
    `insert into scheduled_sessions (id, organisation_id, type_id, kind, title, state, starts_at, ends_at, place_kind, booked_at)
     select id, $1, $2, 'coaching', 'Coaching', case when starts_at < now() then 'done' else 'booked' end,
       starts_at, starts_at + interval '50 minutes', 'video', starts_at - interval '9 days' from held`,
    [organisationId, sessionTypeId],
  );
  await run(
    `insert into session_hosts (id, organisation_id, session_id, person_id, takes_from, takes_to)
     select gen_random_uuid(), $1, id, consultant_id, starts_at, starts_at + interval '50 minutes' from held`,
    [organisationId],
  );
  await run(
    `insert into session_attendees (id, organisation_id, session_id, person_id, programme_id, state, joined_at)
     select gen_random_uuid(), $1, id, executive_id, programme_id, case when starts_at < now() then 'attended' else 'booked' end,
       starts_at - interval '9 days' from held`,
    [organisationId],
  );
  // As the application writes them: what was counted of their months is counted anew.
  await run("select set_config('app.organisation_id', $1::text, true)", [organisationId]);
  await run(
    `insert into sla_clocks (id, organisation_id, metric, entity, entity_id, cycle, policy_id, policy_version_id, responsible_id, person_id,
       state, counts, started_at, due_at, stopped_at, breached_at, decided_at, elapsed, paused, target_seconds)
     select gen_random_uuid(), $1, 'message-answer', 'programme', programme_id, 1000 + $3::int + number / many, $2, version.id, consultant_id, executive_id,
       case when number % 20 = 0 then 'running' when number % 11 = 0 then 'breached' else 'met' end, number % 20 = 0,
       at, at + interval '9 days', case when number % 20 > 0 then at + interval '1 day' end,
       case when number % 20 > 0 and number % 11 = 0 then at + interval '20 hours' end, case when number % 20 > 0 then at + interval '20 hours' end,
       case when number % 20 > 0 then 7200 end, case when number % 20 > 0 then 0 end, 28800
     from generate_series(0, $4::int - 1) as number
     join pairs on pairs.n = number % pairs.many
     cross join lateral (select case when number % 20 = 0 then now() - make_interval(mins => number % 600)
       else now() - make_interval(hours => 24 + number % 8000) end as at) as begun
     cross join lateral (select id from sla_policy_versions where organisation_id = $1 and policy_id = $2 limit 1) as version`,
    [organisationId, slaPolicyId, first, clocks],
  );
  await run(
    `insert into sla_moments (id, organisation_id, clock_id, at, what, level, state, settled_at)
     select gen_random_uuid(), $1, id, now(), 'warning', 500, 'told', now() from sla_clocks
     where organisation_id = $1 and state = 'running' and cycle >= 1000 and get_byte(uuid_send(id), 15) < 64
     on conflict do nothing`,
    [organisationId],
  );
  await client.query("commit");
  await client.query("vacuum analyze");
}
