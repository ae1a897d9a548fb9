-- The sweeps look for what is due in all organisations: ids and due times, nothing about people.
grant select (id, organisation_id, due_at) on scheduled_sessions to landfall_sweep;
--> statement-breakpoint
grant select (id, organisation_id, next_read_at, deleted_at) on outside_calendars to landfall_sweep;
--> statement-breakpoint
-- Whoever books, moves or ends a session, in whatever command: the sweep looks at it anew, and at what was set for its time before no more.
create function look_at_session() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
begin
  -- Outside of an organisation's transaction nothing happens to a session: a restore, a migration.
  if current_organisation() is null then return new; end if;
  if tg_op = 'UPDATE' then
    if new.starts_at = old.starts_at and new.ends_at = old.ends_at and new.state = old.state then return new; end if;
  end if;
  if tg_op = 'INSERT' then
    new.timed_at := coalesce(new.timed_at, new.booked_at);
  elsif old.state = 'held' then
    new.timed_at := new.booked_at;
  elsif new.starts_at <> old.starts_at then
    new.timed_at := new.updated_at;
  end if;
  new.due_at := case when new.state in ('booked', 'done') then 'epoch'::timestamptz end;
  return new;
end $$;
--> statement-breakpoint
create trigger look_at_session before insert or update of starts_at, ends_at, state on scheduled_sessions
  for each row execute function look_at_session();
--> statement-breakpoint
create function look_at_sessions_of_type() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
begin
  update scheduled_sessions set due_at = 'epoch'
    where organisation_id = new.organisation_id and type_id = new.id and state = 'booked';
  return null;
end $$;
--> statement-breakpoint
create trigger look_at_sessions_of_type after update of reminders on session_types
  for each row when (old.reminders is distinct from new.reminders) execute function look_at_sessions_of_type();
--> statement-breakpoint
-- What is booked already is brought to mind too; nothing that was due before this release is.
alter table scheduled_sessions no force row level security;
--> statement-breakpoint
update scheduled_sessions set due_at = 'epoch', timed_at = now() where state = 'booked';
--> statement-breakpoint
alter table scheduled_sessions force row level security;
