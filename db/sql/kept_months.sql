-- A month that was counted is taken away by whatever changes a clock that was decided in it. The lock makes both wait for each other: who counts sees what was
-- changed, or who changes takes away what was counted.
create function kept_months_follow_clocks() returns trigger
  language plpgsql
  set search_path = public, pg_temp
  as $$
declare
  earliest timestamptz;
  latest timestamptz;
begin
  if current_organisation() is null then return null; end if;
  if tg_op = 'INSERT' then
    select min(decided_at), max(decided_at) into earliest, latest from newer;
  elsif tg_op = 'DELETE' then
    select min(decided_at), max(decided_at) into earliest, latest from older;
  else
    select min(least(older.decided_at, newer.decided_at)), max(greatest(older.decided_at, newer.decided_at)) into earliest, latest
    from newer join older using (id)
    where (newer.decided_at, newer.state, newer.metric, newer.policy_id, newer.responsible_id, newer.sponsor_id)
      is distinct from (older.decided_at, older.state, older.metric, older.policy_id, older.responsible_id, older.sponsor_id);
  end if;
  if earliest is null then return null; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('sla-kept-months/' || current_organisation(), 0));
  delete from sla_kept_months where starts_at <= latest and ends_at > earliest;
  return null;
end $$;
--> statement-breakpoint
create trigger kept_months_follow_insert after insert on sla_clocks referencing new table as newer
  for each statement execute function kept_months_follow_clocks();
--> statement-breakpoint
create trigger kept_months_follow_update after update on sla_clocks referencing old table as older new table as newer
  for each statement execute function kept_months_follow_clocks();
--> statement-breakpoint
create trigger kept_months_follow_delete after delete on sla_clocks referencing old table as older
  for each statement execute function kept_months_follow_clocks();
