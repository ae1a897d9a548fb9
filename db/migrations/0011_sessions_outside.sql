CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "calendar_feeds_person_key" UNIQUE("organisation_id","person_id"),
	CONSTRAINT "calendar_feeds_token_key" UNIQUE("organisation_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "outside_busy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"calendar_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outside_busy_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "outside_busy_order_check" CHECK ("outside_busy"."starts_at" < "outside_busy"."ends_at")
);
--> statement-breakpoint
ALTER TABLE "outside_busy" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "outside_calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address_encrypted" text NOT NULL,
	"address_hash" text NOT NULL,
	"host" text NOT NULL,
	"next_read_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"whole_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"etag" text,
	"last_modified" text,
	"stretches" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "outside_calendars_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "outside_calendars_address_key" UNIQUE("organisation_id","person_id","address_hash")
);
--> statement-breakpoint
ALTER TABLE "outside_calendars" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"sequence" integer NOT NULL,
	"stamped_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"proposed_from" timestamp with time zone,
	"proposed_to" timestamp with time zone,
	"comment_encrypted" text,
	CONSTRAINT "session_answers_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_answers_once_key" UNIQUE("organisation_id","session_id","person_id"),
	CONSTRAINT "session_answers_answer_check" CHECK ("session_answers"."answer" in ('accepted', 'tentative', 'declined', 'delegated', 'proposed')),
	CONSTRAINT "session_answers_proposed_check" CHECK (("session_answers"."answer" = 'proposed') = ("session_answers"."proposed_from" is not null))
);
--> statement-breakpoint
ALTER TABLE "session_answers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_notices_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_notices_once_key" UNIQUE("organisation_id","session_id","starts_at","person_id","kind","minutes"),
	CONSTRAINT "session_notices_kind_check" CHECK ("session_notices"."kind" in ('reminder', 'notes', 'rating'))
);
--> statement-breakpoint
ALTER TABLE "session_notices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"programme_id" uuid,
	"rating" integer NOT NULL,
	"comment_encrypted" text,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_ratings_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_ratings_once_key" UNIQUE("organisation_id","session_id","person_id"),
	CONSTRAINT "session_ratings_rating_check" CHECK ("session_ratings"."rating" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "session_ratings" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "mail_messages" ADD COLUMN "calendar_method" text;
--> statement-breakpoint
ALTER TABLE "mail_messages" ADD COLUMN "calendar_encrypted" text;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD COLUMN "timed_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD COLUMN "due_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outside_busy" ADD CONSTRAINT "outside_busy_organisation_id_calendar_id_outside_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."outside_calendars"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outside_busy" ADD CONSTRAINT "outside_busy_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outside_calendars" ADD CONSTRAINT "outside_calendars_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_organisation_id_session_id_scheduled_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."scheduled_sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_notices" ADD CONSTRAINT "session_notices_organisation_id_session_id_scheduled_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."scheduled_sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_notices" ADD CONSTRAINT "session_notices_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_ratings" ADD CONSTRAINT "session_ratings_organisation_id_session_id_scheduled_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."scheduled_sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_ratings" ADD CONSTRAINT "session_ratings_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_ratings" ADD CONSTRAINT "session_ratings_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "outside_busy_by_person_idx" ON "outside_busy" USING btree ("organisation_id","person_id","ends_at");
--> statement-breakpoint
CREATE INDEX "outside_busy_by_calendar_idx" ON "outside_busy" USING btree ("organisation_id","calendar_id");
--> statement-breakpoint
CREATE INDEX "outside_calendars_due_idx" ON "outside_calendars" USING btree ("next_read_at") WHERE "outside_calendars"."deleted_at" is null;
--> statement-breakpoint
CREATE INDEX "session_ratings_by_programme_idx" ON "session_ratings" USING btree ("organisation_id","programme_id");
--> statement-breakpoint
CREATE INDEX "scheduled_sessions_due_idx" ON "scheduled_sessions" USING btree ("due_at") WHERE "scheduled_sessions"."due_at" is not null;
--> statement-breakpoint
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_calendar_check" CHECK ("mail_messages"."calendar_method" in ('REQUEST', 'CANCEL', 'REPLY', 'COUNTER'));
--> statement-breakpoint
CREATE POLICY "sweep" ON "scheduled_sessions" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("calendar_feeds"."organisation_id" = (select current_organisation())) WITH CHECK ("calendar_feeds"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "outside_busy" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("outside_busy"."organisation_id" = (select current_organisation())) WITH CHECK ("outside_busy"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "outside_busy" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "outside_calendars" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("outside_calendars"."organisation_id" = (select current_organisation())) WITH CHECK ("outside_calendars"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "outside_calendars" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "sweep" ON "outside_calendars" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_answers" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_answers"."organisation_id" = (select current_organisation())) WITH CHECK ("session_answers"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_answers" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_notices" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_notices"."organisation_id" = (select current_organisation())) WITH CHECK ("session_notices"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_notices" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_ratings" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_ratings"."organisation_id" = (select current_organisation())) WITH CHECK ("session_ratings"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_ratings" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('calendar_feeds');
--> statement-breakpoint
select raise_wall('outside_busy');
--> statement-breakpoint
select raise_wall('outside_calendars');
--> statement-breakpoint
select raise_wall('session_answers');
--> statement-breakpoint
select raise_wall('session_notices');
--> statement-breakpoint
select raise_wall('session_ratings');
--> statement-breakpoint
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
