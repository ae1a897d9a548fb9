CREATE TABLE "business_calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	CONSTRAINT "business_calendars_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "business_calendars_default_check" CHECK (not "business_calendars"."is_default" or "business_calendars"."deleted_at" is null)
);
--> statement-breakpoint
ALTER TABLE "business_calendars" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "business_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"calendar_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"hours" jsonb,
	CONSTRAINT "business_days_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "business_days_kind_check" CHECK ("business_days"."kind" in ('closed', 'open')),
	CONSTRAINT "business_days_order_check" CHECK ("business_days"."from_on" <= "business_days"."to_on"),
	CONSTRAINT "business_days_hours_check" CHECK ("business_days"."kind" = 'closed' or "business_days"."hours" is not null)
);
--> statement-breakpoint
ALTER TABLE "business_days" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "business_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"calendar_id" uuid NOT NULL,
	"valid_from" date,
	"time_zone" text NOT NULL,
	"week" jsonb NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"worked_holidays" text[] DEFAULT '{}' NOT NULL,
	"own_holidays" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "business_hours_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "business_hours_region_check" CHECK ("business_hours"."region" = '' or "business_hours"."country" <> '')
);
--> statement-breakpoint
ALTER TABLE "business_hours" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "business_days" ADD CONSTRAINT "business_days_organisation_id_calendar_id_business_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."business_calendars"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "business_hours" ADD CONSTRAINT "business_hours_organisation_id_calendar_id_business_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."business_calendars"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "business_calendars_by_name_idx" ON "business_calendars" USING btree ("organisation_id","name_key") WHERE "business_calendars"."deleted_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "business_calendars_default_idx" ON "business_calendars" USING btree ("organisation_id") WHERE "business_calendars"."is_default";
--> statement-breakpoint
CREATE INDEX "business_days_by_calendar_idx" ON "business_days" USING btree ("organisation_id","calendar_id","from_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "business_hours_by_date_idx" ON "business_hours" USING btree ("organisation_id","calendar_id",coalesce("valid_from", '0001-01-01'::date)) WHERE "business_hours"."deleted_at" is null;
--> statement-breakpoint
CREATE POLICY "wall" ON "business_calendars" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("business_calendars"."organisation_id" = (select current_organisation())) WITH CHECK ("business_calendars"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "business_calendars" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "business_days" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("business_days"."organisation_id" = (select current_organisation())) WITH CHECK ("business_days"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "business_days" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "business_hours" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("business_hours"."organisation_id" = (select current_organisation())) WITH CHECK ("business_hours"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "business_hours" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('business_calendars');
--> statement-breakpoint
select raise_wall('business_days');
--> statement-breakpoint
select raise_wall('business_hours');
