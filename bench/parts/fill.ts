import type pg from "pg";
import type { World } from "@/lib/platform/world";

/** Somebody with a live session. */
export interface SignedIn {
  userId: string;
  sessionId: string;
  name: string;
}

export interface Filled {
  executives: SignedIn[];
  consultants: SignedIn[];
  /** People of the test world, whose records have one of everything. */
  world: Record<"administrator" | "consultant" | "executive", SignedIn>;
}

/** Programmes of one consultant: a large but real caseload. */
const caseload = 100;
/** People who come at once, at most. */
const visitors = 500;

// Set-based, because ten thousand commands would take longer than what is measured. Names vary in length, as names do.
const statements = [
  `create temporary table made as
   select n, gen_random_uuid() as user_id, gen_random_uuid() as person_id, gen_random_uuid() as session_id,
          case when n < 0 then 'consultant' else 'executive' end as role,
          (array['Ada','Benedikt','Chiara','Dmitri','Esther','Florentina','Gus','Henriette'])[1 + abs(n) % 8] || ' ' ||
          (array['Abara','Brandenburg','Castellanos','Dahl','Echeverria','Fischer','Gallagher'])[1 + abs(n) % 7] || ' ' || abs(n) as name
   from generate_series(-($2::int / ${caseload}), $2::int) n where n <> 0 and $1::uuid is not null`,
  `insert into users (id, email, email_key, name, last_organisation_id)
   select user_id, 'p' || n || '@bench.example', 'p' || n || '@bench.example', name, $1 from made where $2::int > 0`,
  `insert into people (id, organisation_id, user_id, name, name_key, email, email_key, status, time_zone)
   select person_id, $1, user_id, name, lower(name), 'p' || n || '@bench.example', 'p' || n || '@bench.example', 'active', 'Europe/Zurich'
   from made where $2::int > 0`,
  `insert into memberships (id, organisation_id, user_id, person_id) select gen_random_uuid(), $1, user_id, person_id from made where $2::int > 0`,
  `insert into role_assignments (id, organisation_id, person_id, role_id)
   select gen_random_uuid(), $1, person_id, r.id from made join roles r on r.organisation_id = $1 and r.key = made.role where $2::int > 0`,
  // Seen “in an hour”, so that no request writes down that the session was used: that happens once a minute, not once a page.
  `insert into sessions (id, user_id, last_seen_at, expires_at)
   select session_id, user_id, clock_timestamp() + interval '1 hour', clock_timestamp() + interval '1 day'
   from made where $1::uuid is not null and $2::int > 0`,
  `insert into programmes (id, organisation_id, executive_id, consultant_id, package_id, sponsor_name, last_role, state, executive_key,
     phase_position, phase_since, invited_at, accepted_at, activated_at, ends_on, first_contact_at, last_contact_at, next_due_on, next_step)
   select gen_random_uuid(), $1, e.person_id, c.person_id, $3, 'Corvane Packaging', 'Chief operating officer',
     case e.n / 100 % 20 when 0 then 'invited' when 1 then 'paused' when 2 then 'landed' when 3 then 'intake' else 'active' end, lower(e.name),
     1 + e.n % 6, now() - e.n % 40 * interval '1 day', now() - interval '60 days', now() - interval '58 days', now() - interval '55 days',
     current_date + 120, now() - interval '54 days', now() - e.n % 30 * interval '1 day', current_date + e.n % 20 - 4, 'Write down three achievements'
   from made e join made c on c.n = -(1 + e.n % ($2::int / ${caseload})) where e.n > 0`,
  `insert into programme_phases (id, organisation_id, programme_id, key, name, position, usual_days, entered_at)
   select gen_random_uuid(), $1, p.id, 'phase-' || n, (array['Intake','Profile','Strategy','Search','Offers','Landing'])[n], n, 21,
     case when n <= p.phase_position then p.phase_since end
   from programmes p, generate_series(1, 6) n where p.organisation_id = $1 and p.package_id = $3 and p.executive_id in (select person_id from made)
     and $2::int > 0`,
  `insert into programme_tasks (id, organisation_id, programme_id, phase_position, title, owner, due_in_days, due_on, position, done_at)
   select gen_random_uuid(), $1, p.id, 1 + n / 2, 'Task ' || n || ' of this programme, in a sentence', case n % 3 when 0 then 'consultant' else 'executive' end,
     7, current_date + n - 6, 1 + n % 2, case when 1 + n / 2 < p.phase_position then p.phase_since end
   from programmes p, generate_series(0, 11) n where p.organisation_id = $1 and p.package_id = $3 and p.executive_id in (select person_id from made)
     and $2::int > 0`,
];

/** Gives an organisation so many programmes, with phases, tasks, a consultant per hundred, accounts and sessions. As superuser. */
export async function fillCaseloads(client: pg.Client, world: World, programmes: number): Promise<Filled> {
  const { organisationId, packageId } = world;
  for (const statement of statements) {
    const values = [organisationId, programmes, packageId].slice(0, statement.includes("$3") ? 3 : 2);
    await client.query(statement, values);
  }
  const worldOf = async (role: string, personId: string) => {
    const { rows } = await client.query<SignedIn>(
      `insert into sessions (id, user_id, last_seen_at, expires_at)
       select gen_random_uuid(), p.user_id, clock_timestamp() + interval '1 hour', clock_timestamp() + interval '1 day'
       from people p where p.id = $1 returning user_id as "userId", id as "sessionId", (select name from people where id = $1) as name`,
      [personId],
    );
    if (!rows[0]) throw new Error(`The test world has no ${role}.`);
    return rows[0];
  };
  // Executives whose programme is active (see above): the home of the others has no tasks.
  const ofRole = async (role: string) =>
    (
      await client.query<SignedIn>(
        `select user_id as "userId", session_id as "sessionId", name from made where role = $1 and (n < 0 or n / 100 % 20 > 3) order by abs(n) limit $2`,
        [role, visitors],
      )
    ).rows;
  const filled = {
    executives: await ofRole("executive"),
    consultants: await ofRole("consultant"),
    world: {
      administrator: await worldOf("administrator", world.administratorId),
      consultant: await worldOf("consultant", world.consultantId),
      executive: await worldOf("executive", world.executiveId),
    },
  };
  await client.query("vacuum analyze");
  return filled;
}
