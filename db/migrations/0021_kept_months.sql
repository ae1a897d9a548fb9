CREATE TABLE "sla_kept_months" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"key" text NOT NULL,
	"met" integer NOT NULL,
	"breached" integer NOT NULL,
	"excluded" integer NOT NULL,
	CONSTRAINT "sla_kept_months_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sla_kept_months_key" UNIQUE("organisation_id","by","starts_at","ends_at","key"),
	CONSTRAINT "sla_kept_months_by_check" CHECK ("sla_kept_months"."by" in ('all', 'metric', 'policy', 'responsible', 'sponsor'))
);
--> statement-breakpoint
ALTER TABLE "sla_kept_months" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_kept_months" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_kept_months"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_kept_months"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_kept_months" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('sla_kept_months');
--> statement-breakpoint
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
