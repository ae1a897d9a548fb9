CREATE TABLE "host_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"hours" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	CONSTRAINT "host_days_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "host_days_order_check" CHECK ("host_days"."from_on" <= "host_days"."to_on")
);
--> statement-breakpoint
ALTER TABLE "host_days" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "host_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"week" jsonb NOT NULL,
	"notice_minutes" integer DEFAULT 0 NOT NULL,
	"horizon_days" integer DEFAULT 90 NOT NULL,
	"most_per_day" integer,
	"most_per_week" integer,
	CONSTRAINT "host_hours_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "host_hours_person_key" UNIQUE("organisation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "host_hours" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "scheduled_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"type_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"buffer_before" integer DEFAULT 0 NOT NULL,
	"buffer_after" integer DEFAULT 0 NOT NULL,
	"capacity" integer DEFAULT 1 NOT NULL,
	"place_kind" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"held_until" timestamp with time zone,
	"held_by" uuid,
	"sequence" integer DEFAULT 0 NOT NULL,
	"booked_at" timestamp with time zone,
	"booked_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancel_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "scheduled_sessions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "scheduled_sessions_state_check" CHECK ("scheduled_sessions"."state" in ('held', 'booked', 'done', 'no_show', 'cancelled', 'expired')),
	CONSTRAINT "scheduled_sessions_kind_check" CHECK ("scheduled_sessions"."kind" in ('intake', 'coaching', 'resume-review', 'interview-practice', 'networking-clinic', 'workshop')),
	CONSTRAINT "scheduled_sessions_order_check" CHECK ("scheduled_sessions"."starts_at" < "scheduled_sessions"."ends_at"),
	CONSTRAINT "scheduled_sessions_held_check" CHECK (("scheduled_sessions"."state" = 'held') = ("scheduled_sessions"."held_until" is not null))
);
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_attendees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"programme_id" uuid,
	"state" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"counted" boolean DEFAULT false NOT NULL,
	"answers_encrypted" text,
	CONSTRAINT "session_attendees_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_attendees_key" UNIQUE("organisation_id","session_id","person_id"),
	CONSTRAINT "session_attendees_state_check" CHECK ("session_attendees"."state" in ('booked', 'waiting', 'cancelled', 'attended', 'no_show'))
);
--> statement-breakpoint
ALTER TABLE "session_attendees" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_hosts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"takes_from" timestamp with time zone NOT NULL,
	"takes_to" timestamp with time zone NOT NULL,
	"takes" boolean DEFAULT true NOT NULL,
	CONSTRAINT "session_hosts_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_hosts_key" UNIQUE("organisation_id","session_id","person_id"),
	CONSTRAINT "session_hosts_order_check" CHECK ("session_hosts"."takes_from" < "session_hosts"."takes_to")
);
--> statement-breakpoint
ALTER TABLE "session_hosts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_type_hosts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"type_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"weight" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "session_type_hosts_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_type_hosts_key" UNIQUE("organisation_id","type_id","person_id"),
	CONSTRAINT "session_type_hosts_weight_check" CHECK ("session_type_hosts"."weight" between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "session_type_hosts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_types" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"length_minutes" integer NOT NULL,
	"step_minutes" integer DEFAULT 30 NOT NULL,
	"buffer_before" integer DEFAULT 0 NOT NULL,
	"buffer_after" integer DEFAULT 0 NOT NULL,
	"capacity" integer DEFAULT 1 NOT NULL,
	"hosting" text DEFAULT 'consultant' NOT NULL,
	"notice_minutes" integer DEFAULT 1440 NOT NULL,
	"horizon_days" integer DEFAULT 60 NOT NULL,
	"most_per_day" integer,
	"move_notice_hours" integer DEFAULT 24 NOT NULL,
	"cancel_notice_hours" integer DEFAULT 24 NOT NULL,
	"late" text DEFAULT 'counts' NOT NULL,
	"place_kind" text DEFAULT 'video' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"reminders" integer[] DEFAULT '{1440,60}' NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"self_booked" boolean DEFAULT true NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "session_types_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_types_kind_check" CHECK ("session_types"."kind" in ('intake', 'coaching', 'resume-review', 'interview-practice', 'networking-clinic', 'workshop')),
	CONSTRAINT "session_types_length_check" CHECK ("session_types"."length_minutes" between 5 and 720),
	CONSTRAINT "session_types_step_check" CHECK ("session_types"."step_minutes" between 5 and 720),
	CONSTRAINT "session_types_buffers_check" CHECK ("session_types"."buffer_before" >= 0 and "session_types"."buffer_after" >= 0),
	CONSTRAINT "session_types_capacity_check" CHECK ("session_types"."capacity" between 1 and 500),
	CONSTRAINT "session_types_hosting_check" CHECK ("session_types"."hosting" in ('consultant', 'any', 'all')),
	CONSTRAINT "session_types_late_check" CHECK ("session_types"."late" in ('refuse', 'counts')),
	CONSTRAINT "session_types_place_kind_check" CHECK ("session_types"."place_kind" in ('video', 'phone', 'place'))
);
--> statement-breakpoint
ALTER TABLE "session_types" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "host_days" ADD CONSTRAINT "host_days_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "host_hours" ADD CONSTRAINT "host_hours_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD CONSTRAINT "scheduled_sessions_organisation_id_type_id_session_types_organisation_id_id_fk" FOREIGN KEY ("organisation_id","type_id") REFERENCES "public"."session_types"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_attendees" ADD CONSTRAINT "session_attendees_organisation_id_session_id_scheduled_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."scheduled_sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_attendees" ADD CONSTRAINT "session_attendees_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_attendees" ADD CONSTRAINT "session_attendees_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_organisation_id_session_id_scheduled_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."scheduled_sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_type_hosts" ADD CONSTRAINT "session_type_hosts_organisation_id_type_id_session_types_organisation_id_id_fk" FOREIGN KEY ("organisation_id","type_id") REFERENCES "public"."session_types"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_type_hosts" ADD CONSTRAINT "session_type_hosts_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "host_days_by_person_idx" ON "host_days" USING btree ("organisation_id","person_id","to_on");
--> statement-breakpoint
CREATE INDEX "scheduled_sessions_by_start_idx" ON "scheduled_sessions" USING btree ("organisation_id","starts_at","id");
--> statement-breakpoint
CREATE INDEX "scheduled_sessions_held_idx" ON "scheduled_sessions" USING btree ("organisation_id","held_until") WHERE "scheduled_sessions"."held_until" is not null;
--> statement-breakpoint
CREATE INDEX "session_attendees_by_person_idx" ON "session_attendees" USING btree ("organisation_id","person_id","session_id");
--> statement-breakpoint
CREATE INDEX "session_attendees_by_programme_idx" ON "session_attendees" USING btree ("organisation_id","programme_id");
--> statement-breakpoint
CREATE INDEX "session_hosts_by_person_idx" ON "session_hosts" USING btree ("organisation_id","person_id","takes_from");
--> statement-breakpoint
CREATE UNIQUE INDEX "session_types_by_name_idx" ON "session_types" USING btree ("organisation_id","name_key") WHERE "session_types"."deleted_at" is null;
--> statement-breakpoint
CREATE POLICY "wall" ON "host_days" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("host_days"."organisation_id" = (select current_organisation())) WITH CHECK ("host_days"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "host_days" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "host_hours" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("host_hours"."organisation_id" = (select current_organisation())) WITH CHECK ("host_hours"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "host_hours" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "scheduled_sessions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("scheduled_sessions"."organisation_id" = (select current_organisation())) WITH CHECK ("scheduled_sessions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "scheduled_sessions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_attendees" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_attendees"."organisation_id" = (select current_organisation())) WITH CHECK ("session_attendees"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_attendees" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_hosts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_hosts"."organisation_id" = (select current_organisation())) WITH CHECK ("session_hosts"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_hosts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_type_hosts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_type_hosts"."organisation_id" = (select current_organisation())) WITH CHECK ("session_type_hosts"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_type_hosts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_types" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_types"."organisation_id" = (select current_organisation())) WITH CHECK ("session_types"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_types" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('host_days');
--> statement-breakpoint
select raise_wall('host_hours');
--> statement-breakpoint
select raise_wall('scheduled_sessions');
--> statement-breakpoint
select raise_wall('session_attendees');
--> statement-breakpoint
select raise_wall('session_hosts');
--> statement-breakpoint
select raise_wall('session_type_hosts');
--> statement-breakpoint
select raise_wall('session_types');
--> statement-breakpoint
-- No two sessions of one person at the same time, with what is kept free around each. Bookings take a lock of the host first
-- (lib/scheduling/lock-hosts.ts): the constraint alone makes hundreds who want one slot wait for and abort one another.
create extension if not exists btree_gist;
--> statement-breakpoint
alter table session_hosts add constraint session_hosts_one_at_a_time
  exclude using gist (organisation_id with =, person_id with =, tstzrange(takes_from, takes_to) with &&)
  where (takes);
