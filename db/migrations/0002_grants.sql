-- Raises the wall of every table of an organisation that the migration before this one made, and gives each role the
-- little that it needs of the others. A later migration calls raise_wall('its_table') for each table it adds.
do $$
declare
  walled record;
begin
  for walled in
    select c.oid::regclass as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind = 'r'
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'wall')
  loop
    perform raise_wall(walled.name);
  end loop;
end $$;
--> statement-breakpoint
-- The global tables. Forced too: not even the owner reads accounts by accident.
do $$
declare
  name text;
begin
  foreach name in array array['organisations', 'users', 'sessions', 'memberships', 'links', 'rate_limits', 'installation_events', 'installation_mails']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to landfall_identity', name);
    execute format('grant select, insert on %I to landfall_backup', name);
  end loop;
end $$;
--> statement-breakpoint
grant select, update on organisations to landfall_app;
--> statement-breakpoint
grant select on users, sessions to landfall_app;
--> statement-breakpoint
grant select, insert, update on memberships to landfall_app;
--> statement-breakpoint
-- Audit is append-only for the application: it may place an entry in the chain once, and erase a payload.
revoke update, delete on audit_entries, audit_payloads from landfall_app;
--> statement-breakpoint
grant update (sequence, previous_hash, hash, sealed_at) on audit_entries to landfall_app;
--> statement-breakpoint
grant update (difference, erased_at) on audit_payloads to landfall_app;
--> statement-breakpoint
create function audit_entries_are_sealed_once() returns trigger
  language plpgsql
  as $$
begin
  if old.sealed_at is not null then
    raise exception 'A sealed audit entry does not change.' using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sealed_once before update on audit_entries
  for each row execute function audit_entries_are_sealed_once();
--> statement-breakpoint
-- The sweep sees that something waits, and marks it as handed on. Ids and moments, nothing else.
grant select (id, slug, time_zone, modules, plan, suspended_at, demo) on organisations to landfall_sweep;
--> statement-breakpoint
grant select (id, organisation_id, name, data, at, created_at, dispatched_at, attempts, next_attempt_at) on outbox to landfall_sweep;
--> statement-breakpoint
grant update (dispatched_at, attempts, next_attempt_at, last_error) on outbox to landfall_sweep;
--> statement-breakpoint
grant select (id, organisation_id, sealed_at, created_at) on audit_entries to landfall_sweep;
--> statement-breakpoint
grant select (id, organisation_id, status, next_attempt_at) on mail_messages to landfall_sweep;

--> statement-breakpoint
-- Search behind the wall in milliseconds: the function runs as the owner, who is not held by the policy of this one table
-- (its wall is not forced), and takes the organisation from the setting, never from the caller.
alter table search_documents no force row level security;
--> statement-breakpoint
-- GIN cannot lead with the organisation; btree_gin would need an extension. The organisation is checked on the few rows found.
create function search_ids(query tsquery, most integer)
  returns table (entity text, entity_id uuid, title text, rank real)
  language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select d.entity, d.entity_id, d.title, ts_rank(d.words, query)
    from search_documents d
    where d.words @@ query and d.organisation_id = current_organisation()
    order by ts_rank(d.words, query) desc, d.title, d.entity_id
    limit least(most, 20000)
  $$;
--> statement-breakpoint
revoke execute on function search_ids(tsquery, integer) from public;
--> statement-breakpoint
grant execute on function search_ids(tsquery, integer) to landfall_app;
