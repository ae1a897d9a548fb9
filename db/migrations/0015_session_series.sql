CREATE TABLE "session_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"weeks" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "session_series_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "session_series_weeks_check" CHECK ("session_series"."weeks" between 1 and 8),
	CONSTRAINT "session_series_count_check" CHECK ("session_series"."count" between 2 and 52)
);
--> statement-breakpoint
ALTER TABLE "session_series" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD COLUMN "series_id" uuid;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD COLUMN "series_start" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_organisation_id_type_id_session_types_organisation_id_id_fk" FOREIGN KEY ("organisation_id","type_id") REFERENCES "public"."session_types"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "session_series_by_programme_idx" ON "session_series" USING btree ("organisation_id","programme_id");
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD CONSTRAINT "scheduled_sessions_organisation_id_series_id_session_series_organisation_id_id_fk" FOREIGN KEY ("organisation_id","series_id") REFERENCES "public"."session_series"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "scheduled_sessions_by_series_idx" ON "scheduled_sessions" USING btree ("organisation_id","series_id","series_start") WHERE "scheduled_sessions"."series_id" is not null;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD CONSTRAINT "scheduled_sessions_series_check" CHECK (("scheduled_sessions"."series_id" is null) = ("scheduled_sessions"."series_start" is null));
--> statement-breakpoint
CREATE POLICY "wall" ON "session_series" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("session_series"."organisation_id" = (select current_organisation())) WITH CHECK ("session_series"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "session_series" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('session_series');
