CREATE TABLE "business_calendar_pasts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"calendar_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"said" jsonb NOT NULL,
	CONSTRAINT "business_calendar_pasts_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "business_calendar_pasts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "programme_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	CONSTRAINT "programme_contacts_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_contacts_kind_check" CHECK ("programme_contacts"."kind" in ('message', 'call', 'session', 'other'))
);
--> statement-breakpoint
ALTER TABLE "programme_contacts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"metric" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"policy_id" uuid,
	"at" timestamp with time zone,
	CONSTRAINT "sla_assignments_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "sla_assignments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"metric" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"policy_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"responsible_id" uuid,
	"sponsor_id" uuid,
	"state" text NOT NULL,
	"counts" boolean NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"breached_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"elapsed" integer,
	"paused" integer,
	"target_seconds" integer NOT NULL,
	CONSTRAINT "sla_clocks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sla_clocks_key" UNIQUE("organisation_id","metric","entity_id","cycle"),
	CONSTRAINT "sla_clocks_state_check" CHECK ("sla_clocks"."state" in ('running', 'paused', 'met', 'breached', 'cancelled', 'excluded'))
);
--> statement-breakpoint
ALTER TABLE "sla_clocks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_exclusions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"metric" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "sla_exclusions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sla_exclusions_state_check" CHECK ("sla_exclusions"."state" in ('asked', 'approved', 'refused', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "sla_exclusions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"metric" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sla_looks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sla_looks_key" UNIQUE("organisation_id","metric","entity_id")
);
--> statement-breakpoint
ALTER TABLE "sla_looks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_moments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"clock_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"level" integer NOT NULL,
	"state" text DEFAULT 'coming' NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "sla_moments_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sla_moments_key" UNIQUE("organisation_id","clock_id","what","level"),
	CONSTRAINT "sla_moments_what_check" CHECK ("sla_moments"."what" in ('warning', 'breach', 'escalation')),
	CONSTRAINT "sla_moments_state_check" CHECK ("sla_moments"."state" in ('coming', 'told', 'left-out')),
	CONSTRAINT "sla_moments_settled_check" CHECK (("sla_moments"."state" = 'coming') = ("sla_moments"."settled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "sla_moments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"matches" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "sla_policies_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "sla_policies" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sla_policy_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"policy_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"from" timestamp with time zone,
	"open" text NOT NULL,
	"calendar_id" uuid NOT NULL,
	"promises" jsonb NOT NULL,
	"by_person_id" uuid,
	CONSTRAINT "sla_policy_versions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sla_policy_versions_key" UNIQUE("organisation_id","policy_id","number"),
	CONSTRAINT "sla_policy_versions_open_check" CHECK ("sla_policy_versions"."open" in ('apply', 'keep'))
);
--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "scheduled_sessions" ADD COLUMN "outcome_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "business_calendar_pasts" ADD CONSTRAINT "business_calendar_pasts_organisation_id_calendar_id_business_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."business_calendars"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "programme_contacts" ADD CONSTRAINT "programme_contacts_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "programme_contacts" ADD CONSTRAINT "programme_contacts_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_assignments" ADD CONSTRAINT "sla_assignments_organisation_id_policy_id_sla_policies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","policy_id") REFERENCES "public"."sla_policies"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_organisation_id_policy_id_sla_policies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","policy_id") REFERENCES "public"."sla_policies"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_organisation_id_policy_version_id_sla_policy_versions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","policy_version_id") REFERENCES "public"."sla_policy_versions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_organisation_id_responsible_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","responsible_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_organisation_id_sponsor_id_sponsors_organisation_id_id_fk" FOREIGN KEY ("organisation_id","sponsor_id") REFERENCES "public"."sponsors"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_exclusions" ADD CONSTRAINT "sla_exclusions_asked_fk" FOREIGN KEY ("organisation_id","asked_by") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_exclusions" ADD CONSTRAINT "sla_exclusions_decided_fk" FOREIGN KEY ("organisation_id","decided_by") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_moments" ADD CONSTRAINT "sla_moments_organisation_id_clock_id_sla_clocks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","clock_id") REFERENCES "public"."sla_clocks"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ADD CONSTRAINT "sla_policy_versions_organisation_id_policy_id_sla_policies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","policy_id") REFERENCES "public"."sla_policies"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ADD CONSTRAINT "sla_policy_versions_organisation_id_calendar_id_business_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."business_calendars"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sla_policy_versions" ADD CONSTRAINT "sla_policy_versions_organisation_id_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "business_calendar_pasts_by_calendar_idx" ON "business_calendar_pasts" USING btree ("organisation_id","calendar_id","until");
--> statement-breakpoint
CREATE INDEX "programme_contacts_by_programme_idx" ON "programme_contacts" USING btree ("organisation_id","programme_id","at");
--> statement-breakpoint
CREATE INDEX "sla_assignments_by_record_idx" ON "sla_assignments" USING btree ("organisation_id","entity_id","metric");
--> statement-breakpoint
CREATE INDEX "sla_clocks_by_record_idx" ON "sla_clocks" USING btree ("organisation_id","entity_id");
--> statement-breakpoint
CREATE INDEX "sla_clocks_due_idx" ON "sla_clocks" USING btree ("organisation_id","due_at","id") WHERE "sla_clocks"."stopped_at" is null;
--> statement-breakpoint
CREATE INDEX "sla_clocks_due_by_person_idx" ON "sla_clocks" USING btree ("organisation_id","responsible_id","due_at","id") WHERE "sla_clocks"."stopped_at" is null;
--> statement-breakpoint
CREATE INDEX "sla_clocks_decided_idx" ON "sla_clocks" USING btree ("organisation_id","decided_at","id");
--> statement-breakpoint
CREATE INDEX "sla_clocks_by_start_idx" ON "sla_clocks" USING btree ("organisation_id","started_at","id");
--> statement-breakpoint
CREATE INDEX "sla_clocks_by_policy_idx" ON "sla_clocks" USING btree ("organisation_id","policy_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "sla_exclusions_standing_key" ON "sla_exclusions" USING btree ("organisation_id","metric","entity_id","cycle") WHERE "sla_exclusions"."state" in ('asked', 'approved');
--> statement-breakpoint
CREATE INDEX "sla_exclusions_by_record_idx" ON "sla_exclusions" USING btree ("organisation_id","entity_id");
--> statement-breakpoint
CREATE INDEX "sla_exclusions_by_state_idx" ON "sla_exclusions" USING btree ("organisation_id","state","asked_at");
--> statement-breakpoint
CREATE INDEX "sla_looks_at_idx" ON "sla_looks" USING btree ("organisation_id","at");
--> statement-breakpoint
CREATE INDEX "sla_moments_coming_idx" ON "sla_moments" USING btree ("organisation_id","at") WHERE "sla_moments"."state" = 'coming';
--> statement-breakpoint
CREATE UNIQUE INDEX "sla_policies_by_name_idx" ON "sla_policies" USING btree ("organisation_id","name_key") WHERE "sla_policies"."withdrawn_at" is null;
--> statement-breakpoint
CREATE POLICY "wall" ON "business_calendar_pasts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("business_calendar_pasts"."organisation_id" = (select current_organisation())) WITH CHECK ("business_calendar_pasts"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "business_calendar_pasts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "programme_contacts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_contacts"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_contacts"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "programme_contacts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_assignments" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_assignments"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_assignments"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_assignments" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_clocks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_clocks"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_clocks"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_clocks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_exclusions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_exclusions"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_exclusions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_exclusions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_looks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_looks"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_looks"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_looks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "sweep" ON "sla_looks" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_moments" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_moments"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_moments"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_moments" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "sweep" ON "sla_moments" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_policies" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_policies"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_policies"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_policies" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "sla_policy_versions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sla_policy_versions"."organisation_id" = (select current_organisation())) WITH CHECK ("sla_policy_versions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "sla_policy_versions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('business_calendar_pasts');
--> statement-breakpoint
select raise_wall('programme_contacts');
--> statement-breakpoint
select raise_wall('sla_assignments');
--> statement-breakpoint
select raise_wall('sla_clocks');
--> statement-breakpoint
select raise_wall('sla_exclusions');
--> statement-breakpoint
select raise_wall('sla_looks');
--> statement-breakpoint
select raise_wall('sla_moments');
--> statement-breakpoint
select raise_wall('sla_policies');
--> statement-breakpoint
select raise_wall('sla_policy_versions');
--> statement-breakpoint
-- The sweep sees when the next moment of an organisation comes, and nothing else.
grant select (organisation_id, at, state) on sla_moments to landfall_sweep;
--> statement-breakpoint
grant select (organisation_id, at) on sla_looks to landfall_sweep;
