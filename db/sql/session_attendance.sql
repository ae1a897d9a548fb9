-- Sessions among what figures count of programmes: a day for each, and whether the executive came. Replaces the function of figures_at_hand.sql.
create or replace function refresh_programme_facts(wanted uuid[]) returns void
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
    reached_on, reached_offer, sessions_on, sessions_came, deleted_at)
  select p.id, p.organisation_id, p.executive_id, p.consultant_id, p.package_id, p.team_id, p.invited_at, p.accepted_at, p.ended_at,
    p.first_contact_at, coalesce(p.last_contact_at, p.activated_at, p.accepted_at), days.accepted_on, days.activated_on, p.notice_on, days.ended_on, landing.accepted_on,
    days.closed_on,
    case when p.ended_at is not null
      then greatest(days.ended_on, days.closed_on, landing.accepted_on, activities.last_on, phases.last_on, reached.last_on, held.last_on) end,
    p.phase_position, landing.satisfaction, landing.replacement_ratio,
    coalesce(payer.name, p.sponsor_name), coalesce(payer.industry, ''),
    coalesce(activities.due_on, '{}'), coalesce(activities.done, '{}'), coalesce(activities.phases, '{}'),
    coalesce(phases.completed_on, '{}'), coalesce(phases.positions, '{}'), coalesce(phases.days, '{}'),
    coalesce(reached.reached_on, '{}'), coalesce(reached.offer, '{}'),
    coalesce(held.held_on, '{}'), coalesce(held.came, '{}'), p.deleted_at
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
  -- Sessions to which the executive came or did not, and those given up so late that they count as used. What is booked is open yet.
  cross join lateral (
    select array_agg((session.starts_at at time zone organisations.time_zone)::date order by session.starts_at, place.id) as held_on,
           array_agg(place.state = 'attended' order by session.starts_at, place.id) as came,
           max((session.starts_at at time zone organisations.time_zone)::date) as last_on
    from session_attendees place
    join scheduled_sessions session on session.organisation_id = place.organisation_id and session.id = place.session_id
      and session.deleted_at is null
    where place.organisation_id = p.organisation_id and place.programme_id = p.id and place.deleted_at is null
      and (place.state in ('attended', 'no_show') or (place.state = 'cancelled' and place.counted))
  ) held
  where p.id = any (wanted)
  on conflict (id) do update set (
    executive_id, consultant_id, package_id, team_id, invited_at, accepted_at, ended_at, first_contact_at, heard_at, accepted_on,
    activated_on, notice_on, ended_on, landed_on, closed_on, last_on, phase_position, satisfaction, replacement_ratio, payer, industry,
    activities_on, activities_done, activity_phases, phases_on, phase_positions, phase_days, reached_on, reached_offer, sessions_on,
    sessions_came, deleted_at, version, updated_at) = (
    excluded.executive_id, excluded.consultant_id, excluded.package_id, excluded.team_id, excluded.invited_at, excluded.accepted_at,
    excluded.ended_at, excluded.first_contact_at, excluded.heard_at, excluded.accepted_on, excluded.activated_on,
    excluded.notice_on, excluded.ended_on, excluded.landed_on, excluded.closed_on, excluded.last_on, excluded.phase_position,
    excluded.satisfaction, excluded.replacement_ratio, excluded.payer, excluded.industry, excluded.activities_on,
    excluded.activities_done, excluded.activity_phases, excluded.phases_on, excluded.phase_positions, excluded.phase_days,
    excluded.reached_on, excluded.reached_offer, excluded.sessions_on, excluded.sessions_came, excluded.deleted_at, facts.version + 1, excluded.updated_at);
end $$;
--> statement-breakpoint
-- A place counts once it was attended, missed, or given up too late; and with its session's day.
create function facts_follow_sessions() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
declare
  touched uuid[];
begin
  if current_organisation() is null then return null; end if;
  if tg_table_name = 'scheduled_sessions' then
    select array_agg(distinct place.programme_id) into touched
    from newer join older using (id) join session_attendees place on place.organisation_id = newer.organisation_id and place.session_id = newer.id
    where (newer.starts_at, newer.deleted_at) is distinct from (older.starts_at, older.deleted_at);
  elsif tg_op = 'INSERT' then
    -- What is only booked counts nowhere yet.
    select array_agg(distinct programme_id) into touched from newer where state in ('attended', 'no_show') or counted;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct programme_id) into touched from older;
  else
    select array_agg(distinct touching.programme_id) into touched
    from newer join older using (id) cross join lateral (values (newer.programme_id), (older.programme_id)) touching(programme_id)
    where (newer.state, newer.counted, newer.programme_id, newer.session_id, newer.deleted_at)
      is distinct from (older.state, older.counted, older.programme_id, older.session_id, older.deleted_at);
  end if;
  if touched is not null then perform refresh_programme_facts(touched); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger facts_follow_insert after insert on session_attendees referencing new table as newer
  for each statement execute function facts_follow_sessions();
--> statement-breakpoint
create trigger facts_follow_update after update on session_attendees referencing old table as older new table as newer
  for each statement execute function facts_follow_sessions();
--> statement-breakpoint
create trigger facts_follow_delete after delete on session_attendees referencing old table as older
  for each statement execute function facts_follow_sessions();
--> statement-breakpoint
create trigger facts_follow_update after update on scheduled_sessions referencing old table as older new table as newer
  for each statement execute function facts_follow_sessions();
--> statement-breakpoint
-- Sessions that were held already. The wall is lifted from what is read, for this statement.
do $$
declare
  walled text;
  read_tables text[] := array['programmes', 'programme_facts', 'organisations', 'sponsors', 'landings', 'programme_tasks',
    'programme_phases', 'opportunities', 'opportunity_moves', 'session_attendees', 'scheduled_sessions'];
begin
  foreach walled in array read_tables loop execute format('alter table %I no force row level security', walled); end loop;
  perform refresh_programme_facts(array(select programme_id from session_attendees where programme_id is not null));
  foreach walled in array read_tables loop execute format('alter table %I force row level security', walled); end loop;
end $$;
