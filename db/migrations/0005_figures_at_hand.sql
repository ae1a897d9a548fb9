CREATE TABLE "programme_facts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"executive_id" uuid NOT NULL,
	"consultant_id" uuid NOT NULL,
	"package_id" uuid NOT NULL,
	"team_id" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"first_contact_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"accepted_on" date,
	"activated_on" date,
	"notice_on" date,
	"ended_on" date,
	"landed_on" date,
	"closed_on" date,
	"last_on" date,
	"phase_position" integer NOT NULL,
	"satisfaction" integer,
	"replacement_ratio" numeric(8, 4),
	"payer" text DEFAULT '' NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"activities_on" date[] DEFAULT '{}' NOT NULL,
	"activities_done" boolean[] DEFAULT '{}' NOT NULL,
	"activity_phases" smallint[] DEFAULT '{}' NOT NULL,
	"phases_on" date[] DEFAULT '{}' NOT NULL,
	"phase_positions" smallint[] DEFAULT '{}' NOT NULL,
	"phase_days" double precision[] DEFAULT '{}' NOT NULL,
	"reached_on" date[] DEFAULT '{}' NOT NULL,
	"reached_offer" boolean[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "programme_facts_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "programme_facts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
DROP INDEX "opportunity_moves_by_day_idx";
--> statement-breakpoint
DROP INDEX "programme_phases_by_completion_idx";
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "within_id" uuid;
--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "agreed_pay_encrypted" text;
--> statement-breakpoint
ALTER TABLE "programme_facts" ADD CONSTRAINT "programme_facts_organisation_id_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "programme_facts_by_close_idx" ON "programme_facts" USING btree ("organisation_id","closed_on");
--> statement-breakpoint
CREATE INDEX "programme_facts_by_activation_idx" ON "programme_facts" USING btree ("organisation_id","activated_on");
--> statement-breakpoint
CREATE INDEX "programme_facts_by_acceptance_idx" ON "programme_facts" USING btree ("organisation_id","accepted_on");
--> statement-breakpoint
CREATE INDEX "programme_facts_by_landing_idx" ON "programme_facts" USING btree ("organisation_id","landed_on");
--> statement-breakpoint
CREATE INDEX "programme_facts_by_last_day_idx" ON "programme_facts" USING btree ("organisation_id","last_on");
--> statement-breakpoint
CREATE INDEX "programme_facts_by_consultant_idx" ON "programme_facts" USING btree ("organisation_id","consultant_id");
--> statement-breakpoint
CREATE POLICY "wall" ON "programme_facts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_facts"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_facts"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "programme_facts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('programme_facts');
--> statement-breakpoint
-- What figures count of programmes, brought up to date: a row each in programme_facts. Everything that a figure counts is said here and in
-- lib/reports/rows.ts, which shows the same rows one by one; a test holds the two to each other.
create function refresh_programme_facts(wanted uuid[]) returns void
  language plpgsql
  set search_path = public, pg_temp
  as $$
begin
  -- Who comes second waits here, and reads what the first one changed in the statement that follows.
  perform from programme_facts where id = any (wanted) order by id for no key update;
  insert into programme_facts as facts (
    id, organisation_id, executive_id, consultant_id, package_id, team_id, invited_at, accepted_at, ended_at, first_contact_at,
    heard_at, accepted_on, activated_on, notice_on, ended_on, landed_on, closed_on, last_on, phase_position, satisfaction,
    replacement_ratio, payer, industry, activities_on, activities_done, activity_phases, phases_on, phase_positions, phase_days,
    reached_on, reached_offer, deleted_at)
  select p.id, p.organisation_id, p.executive_id, p.consultant_id, p.package_id, p.team_id, p.invited_at, p.accepted_at, p.ended_at,
    p.first_contact_at, coalesce(p.last_contact_at, p.activated_at, p.accepted_at), days.accepted_on, days.activated_on, p.notice_on, days.ended_on, landing.accepted_on,
    days.closed_on,
    case when p.ended_at is not null
      then greatest(days.ended_on, days.closed_on, landing.accepted_on, activities.last_on, phases.last_on, reached.last_on) end,
    p.phase_position, landing.satisfaction, landing.replacement_ratio,
    coalesce(payer.name, p.sponsor_name), coalesce(payer.industry, ''),
    coalesce(activities.due_on, '{}'), coalesce(activities.done, '{}'), coalesce(activities.phases, '{}'),
    coalesce(phases.completed_on, '{}'), coalesce(phases.positions, '{}'), coalesce(phases.days, '{}'),
    coalesce(reached.reached_on, '{}'), coalesce(reached.offer, '{}'), p.deleted_at
  from programmes p
  join organisations on organisations.id = p.organisation_id
  left join sponsors payer on payer.organisation_id = p.organisation_id and payer.id = p.sponsor_id
  -- The landing that stands. One that fell through no longer counts, and with it every figure is another.
  left join landings landing on landing.organisation_id = p.organisation_id and landing.programme_id = p.id
    and landing.fell_through_at is null and landing.deleted_at is null
  cross join lateral (
    select (p.accepted_at at time zone organisations.time_zone)::date as accepted_on,
           (p.activated_at at time zone organisations.time_zone)::date as activated_on,
           (p.ended_at at time zone organisations.time_zone)::date as ended_on,
           case when p.state in ('landed', 'completed', 'expired', 'withdrawn') and p.activated_at is not null
             then coalesce(landing.accepted_on, (p.ended_at at time zone organisations.time_zone)::date) end as closed_on
  ) days
  -- What came due after the programme's end was nobody's to do.
  cross join lateral (
    select array_agg(due_on order by due_on, id) as due_on, array_agg(done_at is not null order by due_on, id) as done,
           array_agg(phase_position::smallint order by due_on, id) as phases, max(due_on) as last_on
    from programme_tasks task
    where task.organisation_id = p.organisation_id and task.programme_id = p.id and task.deleted_at is null
      and task.due_on is not null and (days.ended_on is null or task.due_on <= days.ended_on)
  ) activities
  cross join lateral (
    select array_agg((completed_at at time zone organisations.time_zone)::date order by completed_at, id) as completed_on,
           array_agg(position::smallint order by completed_at, id) as positions,
           array_agg(date_part('epoch', completed_at - entered_at) / 86400 order by completed_at, id) as days,
           max((completed_at at time zone organisations.time_zone)::date) as last_on
    from programme_phases phase
    where phase.organisation_id = p.organisation_id and phase.programme_id = p.id and phase.deleted_at is null
      and phase.entered_at is not null and phase.completed_at is not null
  ) phases
  -- The first time that a position came so far: one that went back and forth counts once. A search is the person's own: what is moved
  -- before or after a programme is in none, and where two overlap it is in the later one.
  cross join lateral (
    select array_agg((move.at at time zone organisations.time_zone)::date order by move.at, move.id) as reached_on,
           array_agg(move.to_stage = 'offer' order by move.at, move.id) as offer,
           max((move.at at time zone organisations.time_zone)::date) as last_on
    from opportunity_moves move
    join opportunities opportunity on opportunity.organisation_id = move.organisation_id and opportunity.id = move.opportunity_id
      and opportunity.deleted_at is null
    where move.organisation_id = p.organisation_id and move.person_id = p.executive_id and move.deleted_at is null
      and move.to_stage in ('interviewing', 'offer') and move.at >= p.accepted_at and (p.ended_at is null or move.at <= p.ended_at)
      and not exists (
        select from opportunity_moves earlier
        where earlier.organisation_id = move.organisation_id and earlier.opportunity_id = move.opportunity_id
          and earlier.to_stage = move.to_stage and earlier.deleted_at is null and (earlier.at, earlier.id) < (move.at, move.id))
      and not exists (
        select from programmes later
        where later.organisation_id = p.organisation_id and later.executive_id = p.executive_id and later.deleted_at is null
          and (later.accepted_at, later.id) > (p.accepted_at, p.id)
          and move.at >= later.accepted_at and (later.ended_at is null or move.at <= later.ended_at))
  ) reached
  where p.id = any (wanted)
  on conflict (id) do update set (
    executive_id, consultant_id, package_id, team_id, invited_at, accepted_at, ended_at, first_contact_at, heard_at, accepted_on,
    activated_on, notice_on, ended_on, landed_on, closed_on, last_on, phase_position, satisfaction, replacement_ratio, payer, industry,
    activities_on, activities_done, activity_phases, phases_on, phase_positions, phase_days, reached_on, reached_offer, deleted_at,
    version, updated_at) = (
    excluded.executive_id, excluded.consultant_id, excluded.package_id, excluded.team_id, excluded.invited_at, excluded.accepted_at,
    excluded.ended_at, excluded.first_contact_at, excluded.heard_at, excluded.accepted_on, excluded.activated_on,
    excluded.notice_on, excluded.ended_on, excluded.landed_on, excluded.closed_on, excluded.last_on, excluded.phase_position,
    excluded.satisfaction, excluded.replacement_ratio, excluded.payer, excluded.industry, excluded.activities_on,
    excluded.activities_done, excluded.activity_phases, excluded.phases_on, excluded.phase_positions, excluded.phase_days,
    excluded.reached_on, excluded.reached_offer, excluded.deleted_at, facts.version + 1, excluded.updated_at);
end $$;
--> statement-breakpoint
-- Each change tells which programmes it touches, once a statement. Outside of an organisation's transaction nothing is kept: a restore
-- brings these rows along, and a migration that changes what is counted refreshes them itself.
create function facts_follow_programmes() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
declare
  touched uuid[];
begin
  if current_organisation() is null then return null; end if;
  if tg_op = 'INSERT' then
    select array_agg(id) into touched from newer;
  else
    -- A search belongs to the person: what changes for one programme of theirs can change what falls into another.
    select array_agg(other.id) into touched
    from newer join older using (id)
    join programmes other on other.organisation_id = newer.organisation_id and other.executive_id in (newer.executive_id, older.executive_id)
    where (newer.executive_id, newer.consultant_id, newer.package_id, newer.team_id, newer.sponsor_id, newer.sponsor_name, newer.state,
           newer.phase_position, newer.invited_at, newer.accepted_at, newer.activated_at, newer.notice_on, newer.ended_at,
           newer.first_contact_at, newer.deleted_at)
      is distinct from
          (older.executive_id, older.consultant_id, older.package_id, older.team_id, older.sponsor_id, older.sponsor_name, older.state,
           older.phase_position, older.invited_at, older.accepted_at, older.activated_at, older.notice_on, older.ended_at,
           older.first_contact_at, older.deleted_at);
    -- The most frequent change, and one that touches nothing else.
    update programme_facts set heard_at = coalesce(newer.last_contact_at, newer.activated_at, newer.accepted_at)
    from newer join older using (id)
    where programme_facts.id = newer.id and newer.last_contact_at is distinct from older.last_contact_at
      and newer.id <> all (coalesce(touched, '{}'));
  end if;
  if touched is not null then perform refresh_programme_facts(touched); end if;
  return null;
end $$;
--> statement-breakpoint
-- For tables whose rows name their programme. Of a table that has much in it besides, only changes of what counts touch anything.
create function facts_follow_parts() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
declare
  touched uuid[];
begin
  if current_organisation() is null then return null; end if;
  if tg_op = 'INSERT' then
    select array_agg(distinct programme_id) into touched from newer;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct programme_id) into touched from older;
  elsif tg_table_name = 'programme_tasks' then
    select array_agg(distinct newer.programme_id) into touched from newer join older using (id)
    where (newer.due_on, newer.done_at, newer.phase_position, newer.deleted_at)
      is distinct from (older.due_on, older.done_at, older.phase_position, older.deleted_at);
  elsif tg_table_name = 'programme_phases' then
    select array_agg(distinct newer.programme_id) into touched from newer join older using (id)
    where (newer.entered_at, newer.completed_at, newer.position, newer.deleted_at)
      is distinct from (older.entered_at, older.completed_at, older.position, older.deleted_at);
  else
    select array_agg(distinct programme_id) into touched from newer;
  end if;
  if touched is not null then perform refresh_programme_facts(touched); end if;
  return null;
end $$;
--> statement-breakpoint
-- For what belongs to a person's search: all programmes of the person.
create function facts_follow_search() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
declare
  searching uuid[];
  touched uuid[];
begin
  if current_organisation() is null then return null; end if;
  if tg_op = 'INSERT' then
    select array_agg(distinct person_id) into searching from newer;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct person_id) into searching from older;
  elsif tg_table_name = 'opportunities' then
    select array_agg(distinct newer.person_id) into searching from newer join older using (id)
    where (newer.person_id, newer.deleted_at) is distinct from (older.person_id, older.deleted_at);
  else
    select array_agg(distinct person_id) into searching from (select person_id from newer union select person_id from older) both_of;
  end if;
  select array_agg(id) into touched from programmes
  where organisation_id = current_organisation() and executive_id = any (searching);
  if touched is not null then perform refresh_programme_facts(touched); end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  watch record;
  event text;
begin
  for watch in
    select * from (values
      ('programmes', 'facts_follow_programmes', array['insert', 'update']),
      ('programme_tasks', 'facts_follow_parts', array['insert', 'update', 'delete']),
      ('programme_phases', 'facts_follow_parts', array['insert', 'update', 'delete']),
      ('landings', 'facts_follow_parts', array['insert', 'update', 'delete']),
      ('opportunity_moves', 'facts_follow_search', array['insert', 'update', 'delete']),
      ('opportunities', 'facts_follow_search', array['update'])) as watched(called, follower, events)
  loop
    foreach event in array watch.events loop
      execute format('create trigger facts_follow_%s after %s on %I referencing %s %s for each statement execute function %I()',
        event, event, watch.called,
        case when event <> 'insert' then 'old table as older' end, case when event <> 'delete' then 'new table as newer' end,
        watch.follower);
    end loop;
  end loop;
end $$;
--> statement-breakpoint
-- A company's name and industry, and the zone in which days are counted.
create function facts_follow_names() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
begin
  if current_organisation() is null then return null; end if;
  if tg_table_name = 'sponsors' then
    perform refresh_programme_facts(array(
      select id from programmes where organisation_id = new.organisation_id and sponsor_id = new.id));
  else
    perform refresh_programme_facts(array(select id from programmes where organisation_id = new.id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger facts_follow_update after update on sponsors
  for each row when ((new.name, new.industry) is distinct from (old.name, old.industry))
  execute function facts_follow_names();
--> statement-breakpoint
create trigger facts_follow_update after update on organisations
  for each row when (new.time_zone is distinct from old.time_zone)
  execute function facts_follow_names();
--> statement-breakpoint
-- Programmes that are there already. The wall is lifted from what is read, for this statement.
do $$
declare
  walled text;
  read_tables text[] := array['programmes', 'programme_facts', 'organisations', 'sponsors', 'landings', 'programme_tasks',
    'programme_phases', 'opportunities', 'opportunity_moves'];
begin
  foreach walled in array read_tables loop execute format('alter table %I no force row level security', walled); end loop;
  perform refresh_programme_facts(array(select id from programmes));
  foreach walled in array read_tables loop execute format('alter table %I force row level security', walled); end loop;
end $$;
