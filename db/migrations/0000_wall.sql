-- The wall between organisations: roles, the function that policies read, and what a table gets when it joins.
-- Hand-written, because drizzle-kit writes none of it. Run by the owner before the tables are made.

do $$
begin
  -- The application logs in as a member of this role. It owns nothing and cannot bypass row-level security.
  if not exists (select from pg_roles where rolname = 'landfall_app') then
    create role landfall_app nologin;
  end if;
  -- What must look across organisations does so in one of these, for one transaction, with `set local role`.
  if not exists (select from pg_roles where rolname = 'landfall_identity') then
    create role landfall_identity nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'landfall_sweep') then
    create role landfall_sweep nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'landfall_backup') then
    create role landfall_backup nologin;
  end if;
end $$;
--> statement-breakpoint
-- INHERIT FALSE: a member has nothing of the role until it steps into it.
grant landfall_identity, landfall_sweep to landfall_app with inherit false, set true;
--> statement-breakpoint
grant landfall_backup to current_user with inherit false, set true;
--> statement-breakpoint
grant usage on schema public to landfall_app, landfall_identity, landfall_sweep, landfall_backup;
--> statement-breakpoint
-- A connection that was used before holds '' instead of null: nullif, or the cast fails.
create function current_organisation() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
--> statement-breakpoint
create function current_account() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
-- Called once by the migration that makes a table of an organisation.
create function raise_wall(walled regclass) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('grant select, insert, update, delete on %s to landfall_app', walled);
  execute format('grant select, insert on %s to landfall_backup', walled);
end $$;
--> statement-breakpoint
revoke execute on function raise_wall(regclass) from public;
