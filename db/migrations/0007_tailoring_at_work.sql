CREATE TABLE "mail_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"mail_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "mail_attachments_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "mail_attachments_organisation_id_mail_id_position_key" UNIQUE("organisation_id","mail_id","position")
);
--> statement-breakpoint
ALTER TABLE "mail_attachments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "resume_sends" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"submission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"recipient_address" text NOT NULL,
	"recipient_key" text NOT NULL,
	"recipient_name" text NOT NULL,
	"subject_encrypted" text NOT NULL,
	"body_encrypted" text NOT NULL,
	"template_id" uuid,
	"template_edition" integer,
	"attachment_kinds" text[] NOT NULL,
	"mail_id" uuid,
	"sent_by_person_id" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	"follow_up_on" date,
	"reminded_at" timestamp with time zone,
	"open_token_hash" text,
	"first_opened_at" timestamp with time zone,
	"last_opened_at" timestamp with time zone,
	"open_count" integer DEFAULT 0 NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_how" text,
	"answer_note_encrypted" text,
	"answer_noted_by_person_id" uuid,
	CONSTRAINT "resume_sends_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "resume_sends_once_key" UNIQUE("organisation_id","submission_id","content_hash","recipient_key"),
	CONSTRAINT "resume_sends_organisation_id_open_token_hash_key" UNIQUE("organisation_id","open_token_hash"),
	CONSTRAINT "resume_sends_answered_how_check" CHECK ("resume_sends"."answered_how" in ('mail', 'by-hand')),
	CONSTRAINT "resume_sends_answered_check" CHECK (("resume_sends"."answered_at" is null) = ("resume_sends"."answered_how" is null))
);
--> statement-breakpoint
ALTER TABLE "resume_sends" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "send_template_editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"template_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"by_person_id" uuid,
	CONSTRAINT "send_template_editions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "send_template_editions_organisation_id_template_id_number_key" UNIQUE("organisation_id","template_id","number")
);
--> statement-breakpoint
ALTER TABLE "send_template_editions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "send_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"follow_up_days" integer,
	CONSTRAINT "send_templates_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "send_templates_follow_up_days_check" CHECK ("send_templates"."follow_up_days" between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "send_templates" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "resume_role_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"resume_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"layout_key" text NOT NULL,
	"marks" jsonb NOT NULL,
	"marked_by_person_id" uuid,
	CONSTRAINT "resume_role_marks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "resume_role_marks_organisation_id_resume_id_key" UNIQUE("organisation_id","resume_id")
);
--> statement-breakpoint
ALTER TABLE "resume_role_marks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "tailored_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"tailoring_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"batch_id" uuid,
	"number" integer NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"draft_encrypted" text NOT NULL,
	"report_encrypted" text,
	"refusal_code" text,
	"refusal_message" text,
	"clean_file_id" uuid,
	"tracked_file_id" uuid,
	"pdf_file_id" uuid,
	"pdf_status" text DEFAULT 'none' NOT NULL,
	"pdf_problem" text,
	"score_version" integer,
	"score_before" integer,
	"score_after" integer,
	"placed_count" integer DEFAULT 0 NOT NULL,
	"left_out_count" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	"restores_number" integer,
	"made_by_person_id" uuid,
	CONSTRAINT "tailored_versions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "tailored_versions_organisation_id_tailoring_id_number_key" UNIQUE("organisation_id","tailoring_id","number"),
	CONSTRAINT "tailored_versions_status_check" CHECK ("tailored_versions"."status" in ('waiting', 'done', 'refused', 'stopped')),
	CONSTRAINT "tailored_versions_pdf_status_check" CHECK ("tailored_versions"."pdf_status" in ('none', 'waiting', 'done', 'failed')),
	CONSTRAINT "tailored_versions_done_check" CHECK ("tailored_versions"."status" <> 'done' or ("tailored_versions"."clean_file_id" is not null and "tailored_versions"."settled_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "tailored_versions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "tailoring_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"requirement_id" uuid,
	"candidate_id" uuid,
	"person_id" uuid,
	"total" integer NOT NULL,
	"stopped_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "tailoring_batches_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "tailoring_batches" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "tailorings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"submission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"resume_id" uuid NOT NULL,
	"draft_encrypted" text NOT NULL,
	"former_draft_encrypted" text,
	CONSTRAINT "tailorings_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "tailorings_organisation_id_submission_id_key" UNIQUE("organisation_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "tailorings" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "mail_messages" ADD COLUMN "reply_to_address" text;
--> statement-breakpoint
ALTER TABLE "mail_attachments" ADD CONSTRAINT "mail_attachments_organisation_id_mail_id_mail_messages_organisation_id_id_fk" FOREIGN KEY ("organisation_id","mail_id") REFERENCES "public"."mail_messages"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mail_attachments" ADD CONSTRAINT "mail_attachments_organisation_id_file_id_files_organisation_id_id_fk" FOREIGN KEY ("organisation_id","file_id") REFERENCES "public"."files"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_submission_id_submissions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","submission_id") REFERENCES "public"."submissions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_version_id_tailored_versions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","version_id") REFERENCES "public"."tailored_versions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_template_id_send_templates_organisation_id_id_fk" FOREIGN KEY ("organisation_id","template_id") REFERENCES "public"."send_templates"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_mail_id_mail_messages_organisation_id_id_fk" FOREIGN KEY ("organisation_id","mail_id") REFERENCES "public"."mail_messages"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_sent_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","sent_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_sends" ADD CONSTRAINT "resume_sends_organisation_id_answer_noted_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","answer_noted_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "send_template_editions" ADD CONSTRAINT "send_template_editions_organisation_id_template_id_send_templates_organisation_id_id_fk" FOREIGN KEY ("organisation_id","template_id") REFERENCES "public"."send_templates"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "send_template_editions" ADD CONSTRAINT "send_template_editions_organisation_id_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_role_marks" ADD CONSTRAINT "resume_role_marks_organisation_id_resume_id_resumes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_id") REFERENCES "public"."resumes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_role_marks" ADD CONSTRAINT "resume_role_marks_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "resume_role_marks" ADD CONSTRAINT "resume_role_marks_organisation_id_marked_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","marked_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailored_versions" ADD CONSTRAINT "tailored_versions_organisation_id_tailoring_id_tailorings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","tailoring_id") REFERENCES "public"."tailorings"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailored_versions" ADD CONSTRAINT "tailored_versions_organisation_id_submission_id_submissions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","submission_id") REFERENCES "public"."submissions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailored_versions" ADD CONSTRAINT "tailored_versions_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailored_versions" ADD CONSTRAINT "tailored_versions_organisation_id_resume_id_resumes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_id") REFERENCES "public"."resumes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailored_versions" ADD CONSTRAINT "tailored_versions_organisation_id_batch_id_tailoring_batches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."tailoring_batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailored_versions" ADD CONSTRAINT "tailored_versions_organisation_id_made_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","made_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailoring_batches" ADD CONSTRAINT "tailoring_batches_organisation_id_requirement_id_requirements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","requirement_id") REFERENCES "public"."requirements"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailoring_batches" ADD CONSTRAINT "tailoring_batches_organisation_id_candidate_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","candidate_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailoring_batches" ADD CONSTRAINT "tailoring_batches_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailorings" ADD CONSTRAINT "tailorings_organisation_id_submission_id_submissions_organisation_id_id_fk" FOREIGN KEY ("organisation_id","submission_id") REFERENCES "public"."submissions"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailorings" ADD CONSTRAINT "tailorings_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tailorings" ADD CONSTRAINT "tailorings_organisation_id_resume_id_resumes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_id") REFERENCES "public"."resumes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "mail_attachments_by_file_idx" ON "mail_attachments" USING btree ("organisation_id","file_id");
--> statement-breakpoint
CREATE INDEX "resume_sends_by_submission_idx" ON "resume_sends" USING btree ("organisation_id","submission_id","sent_at");
--> statement-breakpoint
CREATE INDEX "resume_sends_by_person_idx" ON "resume_sends" USING btree ("organisation_id","person_id");
--> statement-breakpoint
CREATE INDEX "resume_sends_by_mail_idx" ON "resume_sends" USING btree ("organisation_id","mail_id");
--> statement-breakpoint
CREATE INDEX "resume_sends_to_remind_idx" ON "resume_sends" USING btree ("organisation_id","follow_up_on") WHERE "resume_sends"."reminded_at" is null and "resume_sends"."answered_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "send_templates_organisation_id_name_key_key" ON "send_templates" USING btree ("organisation_id","name_key") WHERE "send_templates"."deleted_at" is null;
--> statement-breakpoint
CREATE INDEX "resume_role_marks_by_layout_idx" ON "resume_role_marks" USING btree ("organisation_id","layout_key","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "tailored_versions_waiting_key" ON "tailored_versions" USING btree ("organisation_id","tailoring_id") WHERE "tailored_versions"."status" = 'waiting';
--> statement-breakpoint
CREATE INDEX "tailored_versions_by_submission_idx" ON "tailored_versions" USING btree ("organisation_id","submission_id","number");
--> statement-breakpoint
CREATE INDEX "tailored_versions_by_batch_idx" ON "tailored_versions" USING btree ("organisation_id","batch_id","status");
--> statement-breakpoint
CREATE INDEX "tailored_versions_by_person_idx" ON "tailored_versions" USING btree ("organisation_id","person_id");
--> statement-breakpoint
CREATE INDEX "tailored_versions_by_settling_idx" ON "tailored_versions" USING btree ("organisation_id","settled_at");
--> statement-breakpoint
CREATE INDEX "tailoring_batches_by_person_idx" ON "tailoring_batches" USING btree ("organisation_id","person_id","created_at");
--> statement-breakpoint
CREATE INDEX "tailoring_batches_by_requirement_idx" ON "tailoring_batches" USING btree ("organisation_id","requirement_id");
--> statement-breakpoint
CREATE INDEX "tailorings_by_person_idx" ON "tailorings" USING btree ("organisation_id","person_id");
--> statement-breakpoint
CREATE POLICY "wall" ON "mail_attachments" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("mail_attachments"."organisation_id" = (select current_organisation())) WITH CHECK ("mail_attachments"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "mail_attachments" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "resume_sends" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("resume_sends"."organisation_id" = (select current_organisation())) WITH CHECK ("resume_sends"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "resume_sends" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "send_template_editions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("send_template_editions"."organisation_id" = (select current_organisation())) WITH CHECK ("send_template_editions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "send_template_editions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "send_templates" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("send_templates"."organisation_id" = (select current_organisation())) WITH CHECK ("send_templates"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "send_templates" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "resume_role_marks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("resume_role_marks"."organisation_id" = (select current_organisation())) WITH CHECK ("resume_role_marks"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "resume_role_marks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "tailored_versions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("tailored_versions"."organisation_id" = (select current_organisation())) WITH CHECK ("tailored_versions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "tailored_versions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "tailoring_batches" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("tailoring_batches"."organisation_id" = (select current_organisation())) WITH CHECK ("tailoring_batches"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "tailoring_batches" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "tailorings" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("tailorings"."organisation_id" = (select current_organisation())) WITH CHECK ("tailorings"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "tailorings" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('mail_attachments');
--> statement-breakpoint
select raise_wall('resume_sends');
--> statement-breakpoint
select raise_wall('send_template_editions');
--> statement-breakpoint
select raise_wall('send_templates');
--> statement-breakpoint
select raise_wall('resume_role_marks');
--> statement-breakpoint
select raise_wall('tailored_versions');
--> statement-breakpoint
select raise_wall('tailoring_batches');
--> statement-breakpoint
select raise_wall('tailorings');
