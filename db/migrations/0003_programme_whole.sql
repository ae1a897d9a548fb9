CREATE TABLE "competencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"framework_id" uuid NOT NULL,
	"key" text NOT NULL,
	"cluster" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"levels" text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "competencies_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "competencies_organisation_id_framework_id_key_key" UNIQUE("organisation_id","framework_id","key"),
	CONSTRAINT "competencies_levels_check" CHECK (cardinality("competencies"."levels") = 5)
);
--> statement-breakpoint
ALTER TABLE "competencies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competency_frameworks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"published_at" timestamp with time zone,
	"published_person_id" uuid,
	"changes" text DEFAULT '' NOT NULL,
	CONSTRAINT "competency_frameworks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "competency_frameworks_organisation_id_number_key" UNIQUE("organisation_id","number"),
	CONSTRAINT "competency_frameworks_state_check" CHECK ("competency_frameworks"."state" in ('draft', 'published'))
);
--> statement-breakpoint
ALTER TABLE "competency_frameworks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competency_raters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"round_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"relation" text NOT NULL,
	"state" text DEFAULT 'invited' NOT NULL,
	"link_id" uuid,
	"reminded_soon_at" timestamp with time zone,
	"reminded_last_at" timestamp with time zone,
	CONSTRAINT "competency_raters_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "competency_raters_organisation_id_round_id_email_key_key" UNIQUE("organisation_id","round_id","email_key"),
	CONSTRAINT "competency_raters_relation_check" CHECK ("competency_raters"."relation" in ('manager', 'peer', 'report', 'other')),
	CONSTRAINT "competency_raters_state_check" CHECK ("competency_raters"."state" in ('invited', 'answered', 'declined'))
);
--> statement-breakpoint
ALTER TABLE "competency_raters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competency_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"source" text NOT NULL,
	"person_id" uuid,
	"rater_id" uuid,
	"answers_encrypted" text NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "competency_ratings_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "competency_ratings_organisation_id_rater_id_key" UNIQUE("organisation_id","rater_id"),
	CONSTRAINT "competency_ratings_source_check" CHECK ("competency_ratings"."source" in ('self', 'consultant', 'rater')),
	CONSTRAINT "competency_ratings_rater_check" CHECK (("competency_ratings"."source" = 'rater') = ("competency_ratings"."rater_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "competency_ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "competency_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"started_person_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"deadline_on" date NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_reason" text,
	CONSTRAINT "competency_rounds_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "competency_rounds_closed_reason_check" CHECK ("competency_rounds"."closed_reason" in ('complete', 'deadline', 'early'))
);
--> statement-breakpoint
ALTER TABLE "competency_rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"role_profile_id" uuid NOT NULL,
	CONSTRAINT "programme_targets_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_targets_organisation_id_programme_id_key" UNIQUE("organisation_id","programme_id")
);
--> statement-breakpoint
ALTER TABLE "programme_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"programme_id" uuid,
	"requirements" jsonb NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "role_profiles_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "role_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inventory_sharing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"inventory" text NOT NULL,
	"with_consultant" boolean NOT NULL,
	CONSTRAINT "inventory_sharing_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "inventory_sharing_organisation_id_person_id_inventory_key" UNIQUE("organisation_id","person_id","inventory"),
	CONSTRAINT "inventory_sharing_inventory_check" CHECK ("inventory_sharing"."inventory" in ('work-style', 'values', 'interests'))
);
--> statement-breakpoint
ALTER TABLE "inventory_sharing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inventory_takes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"inventory" text NOT NULL,
	"form" integer NOT NULL,
	"answers_encrypted" text NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "inventory_takes_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "inventory_takes_inventory_check" CHECK ("inventory_takes"."inventory" in ('work-style', 'values', 'interests'))
);
--> statement-breakpoint
ALTER TABLE "inventory_takes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"weight" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "offer_criteria_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "offer_criteria_weight_check" CHECK ("offer_criteria"."weight" between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "offer_criteria" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_scores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"score" integer NOT NULL,
	CONSTRAINT "offer_scores_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "offer_scores_organisation_id_opportunity_id_criterion_id_key" UNIQUE("organisation_id","opportunity_id","criterion_id"),
	CONSTRAINT "offer_scores_score_check" CHECK ("offer_scores"."score" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "offer_scores" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"title_key" text NOT NULL,
	"company_name" text NOT NULL,
	"company_key" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"pay_from_minor" bigint,
	"pay_to_minor" bigint,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"stage" text DEFAULT 'target' NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"end_reason" text DEFAULT '' NOT NULL,
	"next_action" text DEFAULT '' NOT NULL,
	"next_action_on" date,
	"reminded_on" date,
	"notes" text DEFAULT '' NOT NULL,
	"accepted_on" date,
	"starts_on" date,
	CONSTRAINT "opportunities_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "opportunities_stage_check" CHECK ("opportunities"."stage" in ('target', 'applied', 'interviewing', 'offer', 'accepted', 'declined', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "opportunities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "opportunity_moves_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outreach" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"contact_id" uuid,
	"opportunity_id" uuid,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"follow_up_on" date,
	"follow_up_done_at" timestamp with time zone,
	"reminded_on" date,
	CONSTRAINT "outreach_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "outreach_kind_check" CHECK ("outreach"."kind" in ('mail', 'message', 'call', 'meeting'))
);
--> statement-breakpoint
ALTER TABLE "outreach" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"fit" integer DEFAULT 0 NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	CONSTRAINT "search_companies_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "search_companies_fit_check" CHECK ("search_companies"."fit" between 0 and 3)
);
--> statement-breakpoint
ALTER TABLE "search_companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"company_name" text DEFAULT '' NOT NULL,
	"company_key" text DEFAULT '' NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"strength" integer DEFAULT 1 NOT NULL,
	"relation" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"connected_on" date,
	"last_contact_on" date,
	"follow_up_on" date,
	"private" boolean DEFAULT false NOT NULL,
	CONSTRAINT "search_contacts_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "search_contacts_strength_check" CHECK ("search_contacts"."strength" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "search_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_weeks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"monday" date NOT NULL,
	"contacts" integer NOT NULL,
	"applications" integer NOT NULL,
	"conversations" integer NOT NULL,
	CONSTRAINT "search_weeks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "search_weeks_organisation_id_person_id_monday_key" UNIQUE("organisation_id","person_id","monday")
);
--> statement-breakpoint
ALTER TABLE "search_weeks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "career_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"occupation" text DEFAULT '' NOT NULL,
	"motives" text DEFAULT '' NOT NULL,
	"target_roles" text DEFAULT '' NOT NULL,
	"target_companies" text DEFAULT '' NOT NULL,
	"alternative" text DEFAULT '' NOT NULL,
	CONSTRAINT "career_plans_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "career_plans_organisation_id_programme_id_key" UNIQUE("organisation_id","programme_id")
);
--> statement-breakpoint
ALTER TABLE "career_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_editions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "plan_editions_organisation_id_plan_id_number_key" UNIQUE("organisation_id","plan_id","number")
);
--> statement-breakpoint
ALTER TABLE "plan_editions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"position" integer NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "plan_milestones_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_milestones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_signoffs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"part" text NOT NULL,
	"person_id" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_signoffs_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "plan_signoffs_organisation_id_plan_id_edition_part_key" UNIQUE("organisation_id","plan_id","edition","part"),
	CONSTRAINT "plan_signoffs_part_check" CHECK ("plan_signoffs"."part" in ('executive', 'consultant'))
);
--> statement-breakpoint
ALTER TABLE "plan_signoffs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"milestone_id" uuid NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"done_at" timestamp with time zone,
	"done_person_id" uuid,
	CONSTRAINT "plan_steps_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "aftercare_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"landing_id" uuid NOT NULL,
	"after_days" integer NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone,
	"done_person_id" uuid,
	"still_there" boolean,
	"notes_encrypted" text,
	"reminded_on" date,
	CONSTRAINT "aftercare_checks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "aftercare_checks_key" UNIQUE("organisation_id","landing_id","after_days")
);
--> statement-breakpoint
ALTER TABLE "aftercare_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "package_entitlements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"package_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sessions" integer NOT NULL,
	CONSTRAINT "package_entitlements_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "package_entitlements_key" UNIQUE("organisation_id","package_id","kind"),
	CONSTRAINT "package_entitlements_kind_check" CHECK ("package_entitlements"."kind" in ('intake', 'coaching', 'resume-review', 'interview-practice', 'networking-clinic', 'workshop')),
	CONSTRAINT "package_entitlements_sessions_check" CHECK ("package_entitlements"."sessions" between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "package_entitlements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"wording_version" integer NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "programme_consents_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_consents_kind_check" CHECK ("programme_consents"."kind" in ('stage', 'resume', 'story'))
);
--> statement-breakpoint
ALTER TABLE "programme_consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_entitlements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sessions" integer NOT NULL,
	CONSTRAINT "programme_entitlements_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_entitlements_key" UNIQUE("organisation_id","programme_id","kind"),
	CONSTRAINT "programme_entitlements_kind_check" CHECK ("programme_entitlements"."kind" in ('intake', 'coaching', 'resume-review', 'interview-practice', 'networking-clinic', 'workshop')),
	CONSTRAINT "programme_entitlements_sessions_check" CHECK ("programme_entitlements"."sessions" between 0 and 500)
);
--> statement-breakpoint
ALTER TABLE "programme_entitlements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_extensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"agreed_by" text NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "programme_extensions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_extensions_longer_check" CHECK ("programme_extensions"."to_on" > "programme_extensions"."from_on")
);
--> statement-breakpoint
ALTER TABLE "programme_extensions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_sign_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"task_id" uuid NOT NULL,
	"side" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "task_sign_offs_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "task_sign_offs_side_check" CHECK ("task_sign_offs"."side" in ('consultant', 'executive')),
	CONSTRAINT "task_sign_offs_outcome_check" CHECK ("task_sign_offs"."outcome" in ('signed', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "task_sign_offs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "executive_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"work_function" text DEFAULT '' NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"career_level" text DEFAULT '' NOT NULL,
	"experience_years" integer,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"locations" text[] DEFAULT '{}' NOT NULL,
	"relocation" text DEFAULT '' NOT NULL,
	"notice_weeks" integer,
	"goals" text DEFAULT '' NOT NULL,
	"target_pay_encrypted" text,
	CONSTRAINT "executive_profiles_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "executive_profiles_organisation_id_person_id_key" UNIQUE("organisation_id","person_id"),
	CONSTRAINT "executive_profiles_experience_check" CHECK ("executive_profiles"."experience_years" between 0 and 70),
	CONSTRAINT "executive_profiles_notice_check" CHECK ("executive_profiles"."notice_weeks" between 0 and 104)
);
--> statement-breakpoint
ALTER TABLE "executive_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seat_charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"engagement_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"amount" integer NOT NULL,
	"currency" text NOT NULL,
	"billed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seat_charges_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "seat_charges_organisation_id_programme_id_key" UNIQUE("organisation_id","programme_id"),
	CONSTRAINT "seat_charges_amount_check" CHECK ("seat_charges"."amount" >= 0)
);
--> statement-breakpoint
ALTER TABLE "seat_charges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "separation_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"separation_event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"last_role" text DEFAULT '' NOT NULL,
	"notice_on" date,
	"place" text DEFAULT '' NOT NULL,
	"language" text,
	"consultant_id" uuid,
	"programme_id" uuid,
	CONSTRAINT "separation_people_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "separation_people_organisation_id_event_email_key" UNIQUE("organisation_id","separation_event_id","email_key")
);
--> statement-breakpoint
ALTER TABLE "separation_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "engagements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"sponsor_id" uuid NOT NULL,
	"package_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"reference_key" text NOT NULL,
	"seats" integer NOT NULL,
	"price_per_seat" integer NOT NULL,
	"currency" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	CONSTRAINT "engagements_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "engagements_organisation_id_reference_key_key" UNIQUE("organisation_id","reference_key"),
	CONSTRAINT "engagements_seats_check" CHECK ("engagements"."seats" between 1 and 100000),
	CONSTRAINT "engagements_price_per_seat_check" CHECK ("engagements"."price_per_seat" >= 0),
	CONSTRAINT "engagements_days_check" CHECK ("engagements"."to_on" >= "engagements"."from_on")
);
--> statement-breakpoint
ALTER TABLE "engagements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "separation_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"sponsor_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"hand_over_on" date NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"on_site" boolean DEFAULT false NOT NULL,
	"on_site_person_id" uuid,
	"on_site_hours" text DEFAULT '' NOT NULL,
	CONSTRAINT "separation_events_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "separation_events_organisation_id_name_key_key" UNIQUE("organisation_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "separation_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sponsor_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"sponsor_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "sponsor_contacts_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sponsor_contacts_organisation_id_sponsor_id_person_id_key" UNIQUE("organisation_id","sponsor_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "sponsor_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sponsors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "sponsors_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "sponsors_organisation_id_name_key_key" UNIQUE("organisation_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "sponsors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "links" DROP CONSTRAINT "links_kind_check";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "industries" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "closures" ADD COLUMN "reason_key" text;--> statement-breakpoint
ALTER TABLE "landings" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "landings" ADD COLUMN "pay_encrypted" text;--> statement-breakpoint
ALTER TABLE "landings" ADD COLUMN "replacement_ratio" numeric(8, 4);--> statement-breakpoint
ALTER TABLE "landings" ADD COLUMN "satisfaction" integer;--> statement-breakpoint
ALTER TABLE "package_tasks" ADD COLUMN "planned_hours" numeric(6, 2) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "package_tasks" ADD COLUMN "sign_off" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_pauses" ADD COLUMN "from_on" date;--> statement-breakpoint
ALTER TABLE "programme_pauses" ADD COLUMN "shifted_business_days" integer;--> statement-breakpoint
ALTER TABLE "programme_pauses" ADD COLUMN "shifted_days" integer;--> statement-breakpoint
ALTER TABLE "programme_phases" ADD COLUMN "package_phase_id" uuid;--> statement-breakpoint
ALTER TABLE "programme_phases" ADD COLUMN "package_version" integer;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD COLUMN "overdue_told_on" date;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD COLUMN "planned_hours" numeric(6, 2) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD COLUMN "sign_off" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD COLUMN "package_task_id" uuid;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD COLUMN "package_version" integer;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "sponsor_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "engagement_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "separation_event_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "last_pay_encrypted" text;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "quiet_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "ending_told_on" date;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "ending_told_days" integer;--> statement-breakpoint
ALTER TABLE "competencies" ADD CONSTRAINT "competencies_organisation_id_framework_id_competency_frameworks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."competency_frameworks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_frameworks" ADD CONSTRAINT "competency_frameworks_organisation_id_published_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","published_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_raters" ADD CONSTRAINT "competency_raters_organisation_id_round_id_competency_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."competency_rounds"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_ratings" ADD CONSTRAINT "competency_ratings_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_ratings" ADD CONSTRAINT "competency_ratings_organisation_id_framework_id_competency_frameworks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."competency_frameworks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_ratings" ADD CONSTRAINT "competency_ratings_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_ratings" ADD CONSTRAINT "competency_ratings_organisation_id_rater_id_competency_raters_organisation_id_id_fk" FOREIGN KEY ("organisation_id","rater_id") REFERENCES "public"."competency_raters"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_rounds" ADD CONSTRAINT "competency_rounds_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_rounds" ADD CONSTRAINT "competency_rounds_organisation_id_framework_id_competency_frameworks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","framework_id") REFERENCES "public"."competency_frameworks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_rounds" ADD CONSTRAINT "competency_rounds_organisation_id_started_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","started_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_targets" ADD CONSTRAINT "programme_targets_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_targets" ADD CONSTRAINT "programme_targets_organisation_id_role_profile_id_role_profiles_organisation_id_id_fk" FOREIGN KEY ("organisation_id","role_profile_id") REFERENCES "public"."role_profiles"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_profiles" ADD CONSTRAINT "role_profiles_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_sharing" ADD CONSTRAINT "inventory_sharing_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_takes" ADD CONSTRAINT "inventory_takes_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_criteria" ADD CONSTRAINT "offer_criteria_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_scores" ADD CONSTRAINT "offer_scores_organisation_id_opportunity_id_opportunities_organisation_id_id_fk" FOREIGN KEY ("organisation_id","opportunity_id") REFERENCES "public"."opportunities"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_scores" ADD CONSTRAINT "offer_scores_organisation_id_criterion_id_offer_criteria_organisation_id_id_fk" FOREIGN KEY ("organisation_id","criterion_id") REFERENCES "public"."offer_criteria"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_scores" ADD CONSTRAINT "offer_scores_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_moves" ADD CONSTRAINT "opportunity_moves_organisation_id_opportunity_id_opportunities_organisation_id_id_fk" FOREIGN KEY ("organisation_id","opportunity_id") REFERENCES "public"."opportunities"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_moves" ADD CONSTRAINT "opportunity_moves_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach" ADD CONSTRAINT "outreach_organisation_id_contact_id_search_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."search_contacts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach" ADD CONSTRAINT "outreach_organisation_id_opportunity_id_opportunities_organisation_id_id_fk" FOREIGN KEY ("organisation_id","opportunity_id") REFERENCES "public"."opportunities"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outreach" ADD CONSTRAINT "outreach_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_companies" ADD CONSTRAINT "search_companies_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_contacts" ADD CONSTRAINT "search_contacts_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_weeks" ADD CONSTRAINT "search_weeks_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "career_plans" ADD CONSTRAINT "career_plans_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_editions" ADD CONSTRAINT "plan_editions_organisation_id_plan_id_career_plans_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."career_plans"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_milestones" ADD CONSTRAINT "plan_milestones_organisation_id_plan_id_career_plans_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."career_plans"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_signoffs" ADD CONSTRAINT "plan_signoffs_organisation_id_plan_id_career_plans_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."career_plans"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_signoffs" ADD CONSTRAINT "plan_signoffs_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_organisation_id_milestone_id_plan_milestones_organisation_id_id_fk" FOREIGN KEY ("organisation_id","milestone_id") REFERENCES "public"."plan_milestones"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_organisation_id_done_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","done_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aftercare_checks" ADD CONSTRAINT "aftercare_checks_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aftercare_checks" ADD CONSTRAINT "aftercare_checks_organisation_id_landing_id_landings_organisation_id_id_fk" FOREIGN KEY ("organisation_id","landing_id") REFERENCES "public"."landings"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aftercare_checks" ADD CONSTRAINT "aftercare_checks_organisation_id_done_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","done_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "package_entitlements" ADD CONSTRAINT "package_entitlements_organisation_id_package_id_packages_organisation_id_id_fk" FOREIGN KEY ("organisation_id","package_id") REFERENCES "public"."packages"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_consents" ADD CONSTRAINT "programme_consents_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_entitlements" ADD CONSTRAINT "programme_entitlements_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_extensions" ADD CONSTRAINT "programme_extensions_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_extensions" ADD CONSTRAINT "programme_extensions_organisation_id_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_sign_offs" ADD CONSTRAINT "task_sign_offs_organisation_id_task_id_programme_tasks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","task_id") REFERENCES "public"."programme_tasks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_sign_offs" ADD CONSTRAINT "task_sign_offs_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "executive_profiles" ADD CONSTRAINT "executive_profiles_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_charges" ADD CONSTRAINT "seat_charges_organisation_id_engagement_id_engagements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","engagement_id") REFERENCES "public"."engagements"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_charges" ADD CONSTRAINT "seat_charges_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation_people" ADD CONSTRAINT "separation_people_event_fk" FOREIGN KEY ("organisation_id","separation_event_id") REFERENCES "public"."separation_events"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation_people" ADD CONSTRAINT "separation_people_consultant_fk" FOREIGN KEY ("organisation_id","consultant_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation_people" ADD CONSTRAINT "separation_people_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_organisation_id_sponsor_id_sponsors_organisation_id_id_fk" FOREIGN KEY ("organisation_id","sponsor_id") REFERENCES "public"."sponsors"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation_events" ADD CONSTRAINT "separation_events_organisation_id_sponsor_id_sponsors_organisation_id_id_fk" FOREIGN KEY ("organisation_id","sponsor_id") REFERENCES "public"."sponsors"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation_events" ADD CONSTRAINT "separation_events_organisation_id_engagement_id_engagements_organisation_id_id_fk" FOREIGN KEY ("organisation_id","engagement_id") REFERENCES "public"."engagements"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "separation_events" ADD CONSTRAINT "separation_events_organisation_id_on_site_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","on_site_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_contacts" ADD CONSTRAINT "sponsor_contacts_organisation_id_sponsor_id_sponsors_organisation_id_id_fk" FOREIGN KEY ("organisation_id","sponsor_id") REFERENCES "public"."sponsors"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsor_contacts" ADD CONSTRAINT "sponsor_contacts_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "competency_frameworks_one_draft_key" ON "competency_frameworks" USING btree ("organisation_id","state") WHERE "competency_frameworks"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "competency_ratings_organisation_id_programme_id_idx" ON "competency_ratings" USING btree ("organisation_id","programme_id","source","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "competency_ratings_one_draft_key" ON "competency_ratings" USING btree ("organisation_id","programme_id","source") WHERE "competency_ratings"."submitted_at" is null and "competency_ratings"."rater_id" is null;--> statement-breakpoint
CREATE INDEX "competency_rounds_organisation_id_programme_id_idx" ON "competency_rounds" USING btree ("organisation_id","programme_id","started_at");--> statement-breakpoint
CREATE INDEX "competency_rounds_open_due_idx" ON "competency_rounds" USING btree ("organisation_id","deadline_on") WHERE "competency_rounds"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "role_profiles_organisation_id_programme_id_idx" ON "role_profiles" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "inventory_takes_organisation_id_person_id_idx" ON "inventory_takes" USING btree ("organisation_id","person_id","inventory","finished_at");--> statement-breakpoint
CREATE UNIQUE INDEX "inventory_takes_one_open_key" ON "inventory_takes" USING btree ("organisation_id","person_id","inventory") WHERE "inventory_takes"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "offer_criteria_organisation_id_person_id_idx" ON "offer_criteria" USING btree ("organisation_id","person_id","position");--> statement-breakpoint
CREATE INDEX "opportunities_by_stage_idx" ON "opportunities" USING btree ("organisation_id","person_id","stage","stage_since");--> statement-breakpoint
CREATE INDEX "opportunities_by_company_idx" ON "opportunities" USING btree ("organisation_id","person_id","company_key","id");--> statement-breakpoint
CREATE INDEX "opportunities_sweep_due_idx" ON "opportunities" USING btree ("organisation_id","next_action_on") WHERE "opportunities"."deleted_at" is null and "opportunities"."next_action_on" is not null;--> statement-breakpoint
CREATE INDEX "opportunity_moves_by_opportunity_idx" ON "opportunity_moves" USING btree ("organisation_id","opportunity_id","at");--> statement-breakpoint
CREATE INDEX "opportunity_moves_by_person_idx" ON "opportunity_moves" USING btree ("organisation_id","person_id","at");--> statement-breakpoint
CREATE INDEX "outreach_by_day_idx" ON "outreach" USING btree ("organisation_id","person_id","on","id");--> statement-breakpoint
CREATE INDEX "outreach_by_contact_idx" ON "outreach" USING btree ("organisation_id","contact_id","on");--> statement-breakpoint
CREATE INDEX "outreach_by_opportunity_idx" ON "outreach" USING btree ("organisation_id","opportunity_id","on");--> statement-breakpoint
CREATE INDEX "outreach_sweep_due_idx" ON "outreach" USING btree ("organisation_id","follow_up_on") WHERE "outreach"."deleted_at" is null and "outreach"."follow_up_on" is not null and "outreach"."follow_up_done_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "search_companies_name_key" ON "search_companies" USING btree ("organisation_id","person_id","name_key") WHERE "search_companies"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "search_companies_by_name_idx" ON "search_companies" USING btree ("organisation_id","person_id","name_key","id");--> statement-breakpoint
CREATE INDEX "search_contacts_by_name_idx" ON "search_contacts" USING btree ("organisation_id","person_id","name_key","id");--> statement-breakpoint
CREATE INDEX "search_contacts_by_last_contact_idx" ON "search_contacts" USING btree ("organisation_id","person_id","last_contact_on","id");--> statement-breakpoint
CREATE INDEX "search_contacts_by_company_idx" ON "search_contacts" USING btree ("organisation_id","person_id","company_key");--> statement-breakpoint
CREATE INDEX "plan_milestones_organisation_id_plan_id_idx" ON "plan_milestones" USING btree ("organisation_id","plan_id","position");--> statement-breakpoint
CREATE INDEX "plan_steps_organisation_id_milestone_id_idx" ON "plan_steps" USING btree ("organisation_id","milestone_id","position");--> statement-breakpoint
CREATE INDEX "aftercare_checks_organisation_id_programme_id_idx" ON "aftercare_checks" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "aftercare_checks_open_idx" ON "aftercare_checks" USING btree ("organisation_id","due_on") WHERE "aftercare_checks"."done_at" is null and "aftercare_checks"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_consents_standing_key" ON "programme_consents" USING btree ("organisation_id","programme_id","kind") WHERE "programme_consents"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "programme_consents_organisation_id_programme_id_idx" ON "programme_consents" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "programme_extensions_organisation_id_programme_id_idx" ON "programme_extensions" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "task_sign_offs_organisation_id_task_id_idx" ON "task_sign_offs" USING btree ("organisation_id","task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_sign_offs_standing_key" ON "task_sign_offs" USING btree ("organisation_id","task_id","side") WHERE "task_sign_offs"."outcome" = 'signed' and "task_sign_offs"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "seat_charges_by_engagement_idx" ON "seat_charges" USING btree ("organisation_id","engagement_id","billed_at");--> statement-breakpoint
CREATE INDEX "separation_people_by_event_idx" ON "separation_people" USING btree ("organisation_id","separation_event_id","name_key");--> statement-breakpoint
CREATE INDEX "engagements_by_sponsor_idx" ON "engagements" USING btree ("organisation_id","sponsor_id");--> statement-breakpoint
CREATE INDEX "engagements_by_end_idx" ON "engagements" USING btree ("organisation_id","to_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "separation_events_by_sponsor_idx" ON "separation_events" USING btree ("organisation_id","sponsor_id");--> statement-breakpoint
CREATE INDEX "separation_events_by_day_idx" ON "separation_events" USING btree ("organisation_id","hand_over_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "sponsor_contacts_by_person_idx" ON "sponsor_contacts" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "sponsors_by_name_idx" ON "sponsors" USING btree ("organisation_id","name_key","id");--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_sponsor_fk" FOREIGN KEY ("organisation_id","sponsor_id") REFERENCES "public"."sponsors"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_engagement_fk" FOREIGN KEY ("organisation_id","engagement_id") REFERENCES "public"."engagements"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_separation_event_fk" FOREIGN KEY ("organisation_id","separation_event_id") REFERENCES "public"."separation_events"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "landings_by_acceptance_idx" ON "landings" USING btree ("organisation_id","accepted_on","programme_id") WHERE "landings"."fell_through_at" is null;--> statement-breakpoint
CREATE INDEX "messages_by_time_idx" ON "messages" USING btree ("organisation_id","sent_at","programme_id","author_person_id");--> statement-breakpoint
CREATE INDEX "programme_phases_by_completion_idx" ON "programme_phases" USING btree ("organisation_id","completed_at","programme_id","entered_at") WHERE "programme_phases"."completed_at" is not null;--> statement-breakpoint
CREATE INDEX "programme_tasks_by_due_idx" ON "programme_tasks" USING btree ("organisation_id","due_on","programme_id","done_at") WHERE "programme_tasks"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "programme_tasks_by_done_idx" ON "programme_tasks" USING btree ("organisation_id","done_at","programme_id","done_person_id") WHERE "programme_tasks"."done_at" is not null and "programme_tasks"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "programmes_by_activation_idx" ON "programmes" USING btree ("organisation_id","activated_at");--> statement-breakpoint
CREATE INDEX "programmes_by_acceptance_idx" ON "programmes" USING btree ("organisation_id","accepted_at");--> statement-breakpoint
CREATE INDEX "programmes_by_close_idx" ON "programmes" USING btree ("organisation_id","ended_at");--> statement-breakpoint
CREATE INDEX "programmes_by_sponsor_idx" ON "programmes" USING btree ("organisation_id","sponsor_id");--> statement-breakpoint
CREATE INDEX "programmes_by_engagement_idx" ON "programmes" USING btree ("organisation_id","engagement_id");--> statement-breakpoint
CREATE INDEX "programmes_by_separation_idx" ON "programmes" USING btree ("organisation_id","separation_event_id");--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_kind_check" CHECK ("links"."kind" in ('verify', 'reset', 'invitation', 'change-email', 'feedback'));--> statement-breakpoint
ALTER TABLE "landings" ADD CONSTRAINT "landings_satisfaction_check" CHECK ("landings"."satisfaction" between 0 and 10);--> statement-breakpoint
ALTER TABLE "landings" ADD CONSTRAINT "landings_channel_check" CHECK ("landings"."channel" in ('network', 'search-firm', 'advertisement', 'approach', 'internal', 'programme', 'other'));--> statement-breakpoint
ALTER TABLE "package_tasks" ADD CONSTRAINT "package_tasks_sign_off_check" CHECK ("package_tasks"."sign_off" in ('none', 'consultant', 'executive', 'both'));--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD CONSTRAINT "programme_tasks_sign_off_check" CHECK ("programme_tasks"."sign_off" in ('none', 'consultant', 'executive', 'both'));--> statement-breakpoint
CREATE POLICY "wall" ON "competencies" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("competencies"."organisation_id" = (select current_organisation())) WITH CHECK ("competencies"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "competencies" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "competency_frameworks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("competency_frameworks"."organisation_id" = (select current_organisation())) WITH CHECK ("competency_frameworks"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "competency_frameworks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "competency_raters" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("competency_raters"."organisation_id" = (select current_organisation())) WITH CHECK ("competency_raters"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "competency_raters" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "competency_ratings" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("competency_ratings"."organisation_id" = (select current_organisation())) WITH CHECK ("competency_ratings"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "competency_ratings" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "competency_rounds" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("competency_rounds"."organisation_id" = (select current_organisation())) WITH CHECK ("competency_rounds"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "competency_rounds" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_targets" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_targets"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_targets"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_targets" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "role_profiles" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("role_profiles"."organisation_id" = (select current_organisation())) WITH CHECK ("role_profiles"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "role_profiles" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "inventory_sharing" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("inventory_sharing"."organisation_id" = (select current_organisation())) WITH CHECK ("inventory_sharing"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "inventory_sharing" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "inventory_takes" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("inventory_takes"."organisation_id" = (select current_organisation())) WITH CHECK ("inventory_takes"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "inventory_takes" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "offer_criteria" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("offer_criteria"."organisation_id" = (select current_organisation())) WITH CHECK ("offer_criteria"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "offer_criteria" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "offer_scores" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("offer_scores"."organisation_id" = (select current_organisation())) WITH CHECK ("offer_scores"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "offer_scores" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "opportunities" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("opportunities"."organisation_id" = (select current_organisation())) WITH CHECK ("opportunities"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "opportunities" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "opportunity_moves" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("opportunity_moves"."organisation_id" = (select current_organisation())) WITH CHECK ("opportunity_moves"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "opportunity_moves" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "outreach" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("outreach"."organisation_id" = (select current_organisation())) WITH CHECK ("outreach"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "outreach" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "search_companies" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("search_companies"."organisation_id" = (select current_organisation())) WITH CHECK ("search_companies"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "search_companies" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "search_contacts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("search_contacts"."organisation_id" = (select current_organisation())) WITH CHECK ("search_contacts"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "search_contacts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "search_weeks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("search_weeks"."organisation_id" = (select current_organisation())) WITH CHECK ("search_weeks"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "search_weeks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "career_plans" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("career_plans"."organisation_id" = (select current_organisation())) WITH CHECK ("career_plans"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "career_plans" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "plan_editions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("plan_editions"."organisation_id" = (select current_organisation())) WITH CHECK ("plan_editions"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "plan_editions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "plan_milestones" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("plan_milestones"."organisation_id" = (select current_organisation())) WITH CHECK ("plan_milestones"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "plan_milestones" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "plan_signoffs" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("plan_signoffs"."organisation_id" = (select current_organisation())) WITH CHECK ("plan_signoffs"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "plan_signoffs" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "plan_steps" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("plan_steps"."organisation_id" = (select current_organisation())) WITH CHECK ("plan_steps"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "plan_steps" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "aftercare_checks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("aftercare_checks"."organisation_id" = (select current_organisation())) WITH CHECK ("aftercare_checks"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "aftercare_checks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "package_entitlements" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("package_entitlements"."organisation_id" = (select current_organisation())) WITH CHECK ("package_entitlements"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "package_entitlements" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_consents" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_consents"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_consents"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_consents" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_entitlements" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_entitlements"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_entitlements"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_entitlements" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_extensions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_extensions"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_extensions"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_extensions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "task_sign_offs" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("task_sign_offs"."organisation_id" = (select current_organisation())) WITH CHECK ("task_sign_offs"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "task_sign_offs" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "executive_profiles" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("executive_profiles"."organisation_id" = (select current_organisation())) WITH CHECK ("executive_profiles"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "executive_profiles" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "seat_charges" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("seat_charges"."organisation_id" = (select current_organisation())) WITH CHECK ("seat_charges"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "seat_charges" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "separation_people" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("separation_people"."organisation_id" = (select current_organisation())) WITH CHECK ("separation_people"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "separation_people" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "engagements" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("engagements"."organisation_id" = (select current_organisation())) WITH CHECK ("engagements"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "engagements" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "separation_events" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("separation_events"."organisation_id" = (select current_organisation())) WITH CHECK ("separation_events"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "separation_events" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "sponsor_contacts" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sponsor_contacts"."organisation_id" = (select current_organisation())) WITH CHECK ("sponsor_contacts"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "sponsor_contacts" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "sponsors" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("sponsors"."organisation_id" = (select current_organisation())) WITH CHECK ("sponsors"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "sponsors" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('competencies');
--> statement-breakpoint
select raise_wall('competency_frameworks');
--> statement-breakpoint
select raise_wall('competency_raters');
--> statement-breakpoint
select raise_wall('competency_ratings');
--> statement-breakpoint
select raise_wall('competency_rounds');
--> statement-breakpoint
select raise_wall('programme_targets');
--> statement-breakpoint
select raise_wall('role_profiles');
--> statement-breakpoint
select raise_wall('inventory_sharing');
--> statement-breakpoint
select raise_wall('inventory_takes');
--> statement-breakpoint
select raise_wall('offer_criteria');
--> statement-breakpoint
select raise_wall('offer_scores');
--> statement-breakpoint
select raise_wall('opportunities');
--> statement-breakpoint
select raise_wall('opportunity_moves');
--> statement-breakpoint
select raise_wall('outreach');
--> statement-breakpoint
select raise_wall('search_companies');
--> statement-breakpoint
select raise_wall('search_contacts');
--> statement-breakpoint
select raise_wall('search_weeks');
--> statement-breakpoint
select raise_wall('career_plans');
--> statement-breakpoint
select raise_wall('plan_editions');
--> statement-breakpoint
select raise_wall('plan_milestones');
--> statement-breakpoint
select raise_wall('plan_signoffs');
--> statement-breakpoint
select raise_wall('plan_steps');
--> statement-breakpoint
select raise_wall('aftercare_checks');
--> statement-breakpoint
select raise_wall('package_entitlements');
--> statement-breakpoint
select raise_wall('programme_consents');
--> statement-breakpoint
select raise_wall('programme_entitlements');
--> statement-breakpoint
select raise_wall('programme_extensions');
--> statement-breakpoint
select raise_wall('task_sign_offs');
--> statement-breakpoint
select raise_wall('executive_profiles');
--> statement-breakpoint
select raise_wall('seat_charges');
--> statement-breakpoint
select raise_wall('separation_people');
--> statement-breakpoint
select raise_wall('engagements');
--> statement-breakpoint
select raise_wall('separation_events');
--> statement-breakpoint
select raise_wall('sponsor_contacts');
--> statement-breakpoint
select raise_wall('sponsors');
--> statement-breakpoint
-- Due days of packages were days; they are business days now. What stood for two weeks stands for ten of them. Due dates that are set stay.
alter table package_phases no force row level security;
--> statement-breakpoint
alter table package_tasks no force row level security;
--> statement-breakpoint
alter table programmes no force row level security;
--> statement-breakpoint
alter table programme_phases no force row level security;
--> statement-breakpoint
alter table programme_tasks no force row level security;
--> statement-breakpoint
update package_tasks set due_in_days = greatest(round(due_in_days * 5 / 7.0)::int, least(due_in_days, 1)) where due_in_days is not null;
--> statement-breakpoint
update programme_tasks set due_in_days = greatest(round(due_in_days * 5 / 7.0)::int, least(due_in_days, 1)) where due_in_days is not null;
--> statement-breakpoint
-- Programmes know now of which phase and task of their package theirs are copies: the same place, and for tasks the same title.
update programme_phases set package_phase_id = source.id, package_version = source.version
from programmes, package_phases source
where programmes.id = programme_phases.programme_id and source.package_id = programmes.package_id
  and source.position = programme_phases.position and source.deleted_at is null;
--> statement-breakpoint
update programme_tasks set package_task_id = source.id, package_version = source.version
from programmes, package_phases phase, package_tasks source
where programmes.id = programme_tasks.programme_id and phase.package_id = programmes.package_id
  and phase.position = programme_tasks.phase_position and phase.deleted_at is null
  and source.phase_id = phase.id and source.title = programme_tasks.title and source.deleted_at is null;
--> statement-breakpoint
alter table package_phases force row level security;
--> statement-breakpoint
alter table package_tasks force row level security;
--> statement-breakpoint
alter table programmes force row level security;
--> statement-breakpoint
alter table programme_phases force row level security;
--> statement-breakpoint
alter table programme_tasks force row level security;
--> statement-breakpoint
-- A contract's package: by hand, because the packages' file reads the sponsors' file.
alter table engagements add constraint engagements_package_fk
  foreign key (organisation_id, package_id) references packages (organisation_id, id);
--> statement-breakpoint
-- Who paid stood in words. Each name becomes one sponsor of its organisation, and its programmes are linked to it. The owner is
-- held by the wall too (FORCE), so its force is lifted for these statements.
alter table sponsors no force row level security;
--> statement-breakpoint
alter table programmes no force row level security;
--> statement-breakpoint
create function pg_temp.sponsor_key(name text) returns text language sql immutable as $$
  select btrim(regexp_replace(lower(
    replace(replace(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'), 'æ', 'ae')
  ), '\s+', ' ', 'g'))
$$;
--> statement-breakpoint
insert into sponsors (id, organisation_id, name, name_key)
  select distinct on (organisation_id, pg_temp.sponsor_key(sponsor_name))
    gen_random_uuid(), organisation_id, btrim(sponsor_name), pg_temp.sponsor_key(sponsor_name)
  from programmes
  where btrim(sponsor_name) <> '' and deleted_at is null
  order by organisation_id, pg_temp.sponsor_key(sponsor_name), created_at;
--> statement-breakpoint
update programmes set sponsor_id = sponsors.id
  from sponsors
  where sponsors.organisation_id = programmes.organisation_id
    and sponsors.name_key = pg_temp.sponsor_key(programmes.sponsor_name);
--> statement-breakpoint
drop function pg_temp.sponsor_key(text);
--> statement-breakpoint
alter table programmes force row level security;
--> statement-breakpoint
alter table sponsors force row level security;
