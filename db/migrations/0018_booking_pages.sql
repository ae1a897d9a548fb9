CREATE TABLE "booking_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"mode" text DEFAULT 'open' NOT NULL,
	"slug" text NOT NULL,
	"token_hash" text NOT NULL,
	"token_encrypted" text NOT NULL,
	"welcome" text DEFAULT '' NOT NULL,
	"type_ids" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "booking_links_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "booking_links_person_key" UNIQUE("organisation_id","person_id"),
	CONSTRAINT "booking_links_token_key" UNIQUE("organisation_id","token_hash"),
	CONSTRAINT "booking_links_mode_check" CHECK ("booking_links"."mode" in ('open', 'secret'))
);
--> statement-breakpoint
ALTER TABLE "booking_links" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session_guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"session_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"time_zone" text NOT NULL,
	"answers_encrypted" text,
	"token_hash" text NOT NULL,
	"token_encrypted" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	CONSTRAINT "session_guests_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_guests_session_key" UNIQUE("organisation_id","session_id"),
	CONSTRAINT "session_guests_token_key" UNIQUE("organisation_id","token_hash"),
	CONSTRAINT "session_guests_due_check" CHECK (("session_guests"."confirmed_at" is null) = ("session_guests"."due_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "session_guests" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "booking_links" ADD CONSTRAINT "booking_links_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_guests" ADD CONSTRAINT "session_guests_organisation_id_session_id_scheduled_sessions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","session_id") REFERENCES "public"."scheduled_sessions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "booking_links_slug_key" ON "booking_links" USING btree ("organisation_id","slug");
--> statement-breakpoint
CREATE INDEX "session_guests_due_idx" ON "session_guests" USING btree ("due_at") WHERE "session_guests"."due_at" is not null;
--> statement-breakpoint
CREATE POLICY "wall" ON "booking_links" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("booking_links"."organisation_id" = (select current_organisation())) WITH CHECK ("booking_links"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "booking_links" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "session_guests" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_guests"."organisation_id" = (select current_organisation())) WITH CHECK ("session_guests"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_guests" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "sweep" ON "session_guests" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);
--> statement-breakpoint
select raise_wall('booking_links');
--> statement-breakpoint
select raise_wall('session_guests');
--> statement-breakpoint
-- The sweep looks in all organisations for who has not confirmed in time: ids and due times, nothing about people.
grant select (id, organisation_id, due_at) on session_guests to landfall_sweep;
