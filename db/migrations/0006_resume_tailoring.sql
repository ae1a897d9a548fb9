CREATE TABLE "candidate_skills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"name" text NOT NULL,
	"technology_key" text NOT NULL,
	"last_used" text DEFAULT '' NOT NULL,
	"months" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "candidate_skills_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "candidate_skills_organisation_id_person_id_technology_key_key" UNIQUE("organisation_id","person_id","technology_key")
);
--> statement-breakpoint
ALTER TABLE "candidate_skills" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"owner_person_id" uuid,
	"team_id" uuid,
	"name_from_file" boolean DEFAULT false NOT NULL,
	CONSTRAINT "candidates_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "candidates_organisation_id_person_id_key" UNIQUE("organisation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "candidates" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "library_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"technology" text NOT NULL,
	"technology_key" text NOT NULL,
	"text" text NOT NULL,
	"text_key" text NOT NULL,
	"text_hash" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"use_count" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"added_by_person_id" uuid,
	"team_id" uuid,
	CONSTRAINT "library_points_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "library_points_organisation_id_text_key" UNIQUE NULLS NOT DISTINCT("organisation_id","technology_key","text_hash","team_id")
);
--> statement-breakpoint
ALTER TABLE "library_points" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "requirement_skills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"requirement_id" uuid NOT NULL,
	"name" text NOT NULL,
	"technology_key" text NOT NULL,
	"need" text NOT NULL,
	"years" integer,
	"evidence_encrypted" text,
	"position" integer NOT NULL,
	CONSTRAINT "requirement_skills_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "requirement_skills_need_check" CHECK ("requirement_skills"."need" in ('must', 'nice')),
	CONSTRAINT "requirement_skills_years_check" CHECK ("requirement_skills"."years" between 0 and 40)
);
--> statement-breakpoint
ALTER TABLE "requirement_skills" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "requirements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"title" text NOT NULL,
	"title_key" text NOT NULL,
	"client_name" text DEFAULT '' NOT NULL,
	"client_key" text DEFAULT '' NOT NULL,
	"vendor_name" text DEFAULT '' NOT NULL,
	"vendor_contact" text DEFAULT '' NOT NULL,
	"vendor_email" text DEFAULT '' NOT NULL,
	"vendor_phone" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"work_mode" text DEFAULT '' NOT NULL,
	"rate_from_minor" bigint,
	"rate_to_minor" bigint,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"rate_per" text DEFAULT 'hour' NOT NULL,
	"starts_on" date,
	"candidates_by" date,
	"status" text DEFAULT 'open' NOT NULL,
	"status_since" timestamp with time zone NOT NULL,
	"description_encrypted" text,
	"source" text DEFAULT 'typed' NOT NULL,
	"source_file_id" uuid,
	"owner_person_id" uuid,
	"team_id" uuid,
	CONSTRAINT "requirements_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "requirements_status_check" CHECK ("requirements"."status" in ('open', 'on-hold', 'filled', 'closed')),
	CONSTRAINT "requirements_work_mode_check" CHECK ("requirements"."work_mode" in ('', 'on-site', 'hybrid', 'remote')),
	CONSTRAINT "requirements_rate_per_check" CHECK ("requirements"."rate_per" in ('hour', 'day', 'month', 'year')),
	CONSTRAINT "requirements_source_check" CHECK ("requirements"."source" in ('typed', 'mail', 'file'))
);
--> statement-breakpoint
ALTER TABLE "requirements" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "submission_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"submission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid,
	"reason_encrypted" text,
	CONSTRAINT "submission_moves_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "submission_moves" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"requirement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stage" text DEFAULT 'draft' NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"interview_at" timestamp with time zone,
	"note_encrypted" text,
	"owner_person_id" uuid,
	CONSTRAINT "submissions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "submissions_organisation_id_requirement_id_person_id_key" UNIQUE("organisation_id","requirement_id","person_id"),
	CONSTRAINT "submissions_stage_check" CHECK ("submissions"."stage" in ('draft', 'tailored', 'sent', 'interview', 'offer', 'placed', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "submissions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "candidate_skills" ADD CONSTRAINT "candidate_skills_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "candidate_skills" ADD CONSTRAINT "candidate_skills_organisation_id_resume_id_resumes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_id") REFERENCES "public"."resumes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_organisation_id_owner_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","owner_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_organisation_id_team_id_teams_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."teams"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "library_points" ADD CONSTRAINT "library_points_organisation_id_added_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","added_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "library_points" ADD CONSTRAINT "library_points_organisation_id_team_id_teams_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."teams"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "requirement_skills" ADD CONSTRAINT "requirement_skills_organisation_id_requirement_id_requirements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","requirement_id") REFERENCES "public"."requirements"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_organisation_id_owner_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","owner_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_organisation_id_team_id_teams_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."teams"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "submission_moves" ADD CONSTRAINT "submission_moves_organisation_id_submission_id_submissions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","submission_id") REFERENCES "public"."submissions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "submission_moves" ADD CONSTRAINT "submission_moves_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "submission_moves" ADD CONSTRAINT "submission_moves_organisation_id_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_organisation_id_requirement_id_requirements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","requirement_id") REFERENCES "public"."requirements"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_organisation_id_owner_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","owner_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "candidate_skills_by_technology_idx" ON "candidate_skills" USING btree ("organisation_id","technology_key","person_id");
--> statement-breakpoint
CREATE INDEX "library_points_by_technology_idx" ON "library_points" USING btree ("organisation_id","technology_key","id");
--> statement-breakpoint
CREATE INDEX "library_points_by_use_idx" ON "library_points" USING btree ("organisation_id","use_count","id");
--> statement-breakpoint
CREATE INDEX "library_points_by_last_use_idx" ON "library_points" USING btree ("organisation_id","last_used_at","id");
--> statement-breakpoint
CREATE INDEX "library_points_by_creation_idx" ON "library_points" USING btree ("organisation_id","created_at","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_skills_technology_key" ON "requirement_skills" USING btree ("organisation_id","requirement_id","technology_key") WHERE "requirement_skills"."deleted_at" is null;
--> statement-breakpoint
CREATE INDEX "requirement_skills_by_technology_idx" ON "requirement_skills" USING btree ("organisation_id","technology_key");
--> statement-breakpoint
CREATE INDEX "requirements_by_status_idx" ON "requirements" USING btree ("organisation_id","status","candidates_by","id");
--> statement-breakpoint
CREATE INDEX "requirements_by_owner_idx" ON "requirements" USING btree ("organisation_id","owner_person_id");
--> statement-breakpoint
CREATE INDEX "submission_moves_by_submission_idx" ON "submission_moves" USING btree ("organisation_id","submission_id","at");
--> statement-breakpoint
CREATE INDEX "submission_moves_by_person_idx" ON "submission_moves" USING btree ("organisation_id","person_id");
--> statement-breakpoint
CREATE INDEX "submissions_by_person_idx" ON "submissions" USING btree ("organisation_id","person_id");
--> statement-breakpoint
CREATE INDEX "submissions_by_stage_idx" ON "submissions" USING btree ("organisation_id","stage","stage_since","id");
--> statement-breakpoint
CREATE INDEX "submissions_by_interview_idx" ON "submissions" USING btree ("organisation_id","interview_at") WHERE "submissions"."interview_at" is not null;
--> statement-breakpoint
CREATE POLICY "wall" ON "candidate_skills" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("candidate_skills"."organisation_id" = (select current_organisation())) WITH CHECK ("candidate_skills"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "candidate_skills" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "candidates" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("candidates"."organisation_id" = (select current_organisation())) WITH CHECK ("candidates"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "candidates" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "library_points" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("library_points"."organisation_id" = (select current_organisation())) WITH CHECK ("library_points"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "library_points" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "requirement_skills" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("requirement_skills"."organisation_id" = (select current_organisation())) WITH CHECK ("requirement_skills"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "requirement_skills" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "requirements" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("requirements"."organisation_id" = (select current_organisation())) WITH CHECK ("requirements"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "requirements" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "submission_moves" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("submission_moves"."organisation_id" = (select current_organisation())) WITH CHECK ("submission_moves"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "submission_moves" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "submissions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("submissions"."organisation_id" = (select current_organisation())) WITH CHECK ("submissions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "submissions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('candidate_skills');
--> statement-breakpoint
select raise_wall('candidates');
--> statement-breakpoint
select raise_wall('library_points');
--> statement-breakpoint
select raise_wall('requirement_skills');
--> statement-breakpoint
select raise_wall('requirements');
--> statement-breakpoint
select raise_wall('submission_moves');
--> statement-breakpoint
select raise_wall('submissions');
