import type pg from "pg";
import type { World } from "@/lib/platform/world";

/** Days over which programmes were activated, the oldest first: five years. */
const days = 1826;
/** Programmes of one consultant over those years. */
const perConsultant = 400;

// Set-based and without triggers, because a hundred thousand commands would take hours; ids that rise, as the product's own do, or the
// indexes alone take minutes. Of $1 the organisation, $2 how many, $3 the package.
const statements = [
  `create temporary table made as
   select n, uuidv7() as programme_id, uuidv7() as person_id,
     (array['Ada','Benedikt','Chiara','Dmitri','Esther','Florentina','Gus','Henriette'])[1 + n % 8] || ' ' ||
     (array['Abara','Brandenburg','Castellanos','Dahl','Echeverria','Fischer','Gallagher'])[1 + n % 7] || ' ' || n as name,
     now() - (${days} * (1 - n::float8 / $1::int)) * interval '1 day' as activated,
     (40 + (n % 7919 * 31) % 100 + (n % 1047 * 29) % 100 * 1.7) as lasts, (n * 31) % 100 as lot
   from generate_series(1, $1::int) n`,
  `alter table made add ended timestamptz`,
  `update made set ended = activated + lasts * interval '1 day' where activated + lasts * interval '1 day' < now()`,
  `create temporary table desks as select n, uuidv7() as person_id from generate_series(0, $1::int / ${perConsultant}) n`,
  `insert into people (id, organisation_id, name, name_key, status)
   select person_id, $1::uuid, name, lower(name), 'known' from made
   union all select person_id, $1::uuid, 'Consultant ' || n, 'consultant ' || n, 'active' from desks`,
  `insert into sponsors (id, organisation_id, name, name_key, industry)
   select uuidv7(), $1::uuid, 'Company ' || n, 'company ' || n, 'Industry ' || n % 12 from generate_series(1, 150) n`,
  `insert into programmes (id, organisation_id, executive_id, consultant_id, package_id, sponsor_id, sponsor_name, last_role, state, executive_key,
     phase_position, phase_since, notice_on, invited_at, accepted_at, activated_at, first_contact_at, last_contact_at, ended_at, ends_on)
   select m.programme_id, $1::uuid, m.person_id, d.person_id, $2::uuid, s.id, s.name, 'Chief operating officer',
     case when m.ended is null then case when m.lot < 5 then 'paused' else 'active' end when m.lot < 82 then 'landed' when m.lot < 92 then 'expired' else 'withdrawn' end,
     lower(m.name), 1 + m.n % 6, coalesce(m.ended, now()) - interval '9 days', (m.activated - interval '20 days')::date,
     m.activated - interval '9 days', m.activated - interval '5 days', m.activated, m.activated - interval '4 days', coalesce(m.ended, now() - m.lot * interval '6 hours'),
     m.ended, (m.activated + interval '180 days')::date
   from made m join desks d on d.n = m.n % (select count(*) from desks)
     join (select id, name, row_number() over () as n from sponsors where organisation_id = $1::uuid) s on s.n = 1 + m.n % 150`,
  `insert into landings (id, organisation_id, programme_id, kind, employer, title, accepted_on, replacement_ratio, satisfaction)
   select uuidv7(), $1::uuid, programme_id, 'employed', 'Harbourline', 'Director', ended::date, 0.8 + lot / 200.0, 3 + lot % 8
   from made where ended is not null and lot < 82`,
  `insert into programme_phases (id, organisation_id, programme_id, key, name, position, usual_days, entered_at, completed_at)
   select uuidv7(), $1::uuid, m.programme_id, 'phase-' || k, 'Phase ' || k, k, 21,
     m.activated + (k - 1) * m.lasts / 6 * interval '1 day', case when k < 6 and (m.ended is not null or k < 3) then m.activated + k * m.lasts / 6 * interval '1 day' end
   from made m, generate_series(1, 6) k where $1::uuid is not null`,
  `insert into programme_tasks (id, organisation_id, programme_id, phase_position, title, owner, position, due_on, done_at, done_person_id)
   select uuidv7(), $1::uuid, m.programme_id, 1 + k / 2, 'Task ' || k || ' of this programme, in a sentence', 'executive', k,
     (m.activated + (k * 15) * interval '1 day')::date, case when (m.n + k) % 9 > 0 and m.activated + k * 14 * interval '1 day' < now() then m.activated + k * 14 * interval '1 day' end,
     case when (m.n + k) % 9 > 0 and m.activated + k * 14 * interval '1 day' < now() then m.person_id end
   from made m, generate_series(0, 11) k where $1::uuid is not null`,
  `insert into scheduled_sessions (id, organisation_id, type_id, kind, title, state, starts_at, ends_at, place_kind)
   select m.programme_id, $1::uuid, t.id, 'coaching', 'Coaching', 'done', m.activated + interval '12 days', m.activated + interval '12 days 1 hour', 'video'
   from made m, (select id from session_types where organisation_id = $1::uuid limit 1) t where m.activated + interval '13 days' < now()`,
  `insert into session_attendees (id, organisation_id, session_id, person_id, programme_id, state, joined_at)
   select uuidv7(), $1::uuid, m.programme_id, m.person_id, m.programme_id, case when m.n % 11 = 0 then 'no_show' else 'attended' end, m.activated
   from made m where m.activated + interval '13 days' < now() and $1::uuid is not null`,
  `insert into messages (id, organisation_id, programme_id, author_person_id, body_encrypted, sent_at, client_key)
   select uuidv7(), $1::uuid, m.programme_id, m.person_id, 'sealed', m.activated + k * 9 * interval '1 day', 'm' || k || m.n
   from made m, generate_series(1, 5) k where m.activated + k * 9 * interval '1 day' < now() and $1::uuid is not null`,
  // Three positions of each, one of them at interviews, every other one of those with an offer.
  `insert into opportunities (id, organisation_id, person_id, title, title_key, company_name, company_key, stage, stage_since)
   select uuidv7(), $1::uuid, m.person_id, 'Director', 'director ' || k, 'Harbourline', 'harbourline', 'target', m.activated
   from made m, generate_series(1, 3) k where $1::uuid is not null`,
  `insert into opportunity_moves (id, organisation_id, person_id, opportunity_id, to_stage, at)
   select uuidv7(), $1::uuid, o.person_id, o.id, moved.to_stage, m.activated + after * m.lasts * interval '1 day'
   from opportunities o join made m on m.person_id = o.person_id
     join (values ('target', 1, 0.1), ('target', 2, 0.1), ('interviewing', 2, 0.4), ('target', 3, 0.2), ('interviewing', 3, 0.5), ('offer', 3, 0.8))
       as moved(to_stage, k, after) on o.title_key = 'director ' || k
   where o.organisation_id = $1::uuid and m.activated + after * m.lasts * interval '1 day' < now()`,
  `insert into search_documents (id, organisation_id, entity, entity_id, title, body)
   select uuidv7(), $1::uuid, 'programme', programme_id, name, lower(name) || ' chief operating officer company' from made where $1::uuid is not null`,
  `insert into search_documents (id, organisation_id, entity, entity_id, title, body)
   select uuidv7(), $1::uuid, 'person', person_id, name, lower(name) from made where $1::uuid is not null`,
  // The consultant of the test world has a caseload as a real one has.
  `update programmes set consultant_id = $2::uuid where organisation_id = $1::uuid
     and id in (select programme_id from made order by n desc limit ${perConsultant})`,
  "drop table made, desks",
];

/** Triggers were off, so that nothing kept what figures count. Quick only once Postgres knows how much there is. */
const facts = "select refresh_programme_facts(array(select id from programmes where organisation_id = $1))";

/** Gives an organisation five years of programmes: 85 in a hundred ended, with phases, activities, messages, landings. As superuser. */
export async function fillHistory(client: pg.Client, world: World, programmes: number): Promise<void> {
  const { organisationId, packageId, consultantId } = world;
  await client.query("set session_replication_role = replica");
  for (const statement of statements) {
    const wants: (string | number)[] = statement.includes("$1::int")
      ? [programmes]
      : statement.includes("$2::uuid")
        ? [organisationId, statement.startsWith("update") ? consultantId : packageId]
        : statement.includes("$1::uuid")
          ? [organisationId]
          : [];
    await client.query(statement, wants);
  }
  await client.query("set session_replication_role = default");
  await client.query("analyze");
  await client.query(facts, [organisationId]);
  await client.query("vacuum analyze");
}
