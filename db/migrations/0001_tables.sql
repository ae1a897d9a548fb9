CREATE TABLE "idempotency_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response_encrypted" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "idempotency_keys_organisation_id_person_id_key_key" UNIQUE("organisation_id","person_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "batch_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"record_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"problem" text,
	"undo" jsonb,
	CONSTRAINT "batch_rows_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "batch_rows_organisation_id_batch_id_record_id_key" UNIQUE("organisation_id","batch_id","record_id"),
	CONSTRAINT "batch_rows_status_check" CHECK ("batch_rows"."status" in ('waiting', 'done', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "batch_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"list" text NOT NULL,
	"action" text NOT NULL,
	"given_encrypted" text NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"undoes_batch_id" uuid,
	CONSTRAINT "batches_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "batches_status_check" CHECK ("batches"."status" in ('running', 'stopped', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "list_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"list" text NOT NULL,
	"state" jsonb NOT NULL,
	"format" text NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"file_id" uuid,
	"finished_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "list_exports_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "list_exports_format_check" CHECK ("list_exports"."format" in ('csv', 'xlsx')),
	CONSTRAINT "list_exports_status_check" CHECK ("list_exports"."status" in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "list_exports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"file_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	CONSTRAINT "attachments_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "attachments_organisation_id_entity_entity_id_file_id_key" UNIQUE("organisation_id","entity","entity_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_contents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"store_key" text NOT NULL,
	"cipher" text DEFAULT 'aes-256-gcm-chunked-1' NOT NULL,
	CONSTRAINT "file_contents_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "file_contents_organisation_id_sha256_key" UNIQUE("organisation_id","sha256"),
	CONSTRAINT "file_contents_organisation_id_store_key_key" UNIQUE("organisation_id","store_key"),
	CONSTRAINT "file_contents_size_check" CHECK ("file_contents"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "file_contents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"content_id" uuid NOT NULL,
	"name" text NOT NULL,
	"uploaded_by_person_id" uuid,
	CONSTRAINT "files_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"operation" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid,
	"actor_user_id" uuid,
	"organisation_id" uuid,
	"request_id" text,
	"address" text,
	"difference" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "installation_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid,
	"organisation_id" uuid,
	"person_id" uuid,
	"email" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "links_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "links_kind_check" CHECK ("links"."kind" in ('verify', 'reset', 'invitation', 'change-email'))
);
--> statement-breakpoint
ALTER TABLE "links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_organisation_id_user_id_key" UNIQUE("organisation_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"email_verified_at" timestamp with time zone,
	"operator" boolean DEFAULT false NOT NULL,
	"last_organisation_id" uuid,
	"theme" text DEFAULT 'system' NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_emailKey_unique" UNIQUE("email_key"),
	CONSTRAINT "users_theme_check" CHECK ("users"."theme" in ('system', 'light', 'dark'))
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"target" text NOT NULL,
	"line" integer NOT NULL,
	"cells" text[] NOT NULL,
	"identity_hash" text,
	"status" text DEFAULT 'staged' NOT NULL,
	"issues" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"record_id" uuid,
	"record_version" integer,
	CONSTRAINT "import_rows_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "import_rows_organisation_id_import_id_line_key" UNIQUE("organisation_id","import_id","line"),
	CONSTRAINT "import_rows_status_check" CHECK ("import_rows"."status" in ('staged', 'valid', 'faulty', 'repeated', 'known', 'created', 'refused', 'undone', 'kept'))
);
--> statement-breakpoint
ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"target" text NOT NULL,
	"file_id" uuid NOT NULL,
	"started_by_person_id" uuid,
	"state" text NOT NULL,
	"columns" text[] NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"format" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "imports_state_check" CHECK ("imports"."state" in ('uploaded', 'mapped', 'previewed', 'running', 'done', 'cancelled', 'undoing', 'undone', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"template_key" text,
	"template_version" integer,
	"to_address" text NOT NULL,
	"to_name" text,
	"subject" text NOT NULL,
	"html_encrypted" text,
	"text_encrypted" text,
	"reason" text DEFAULT '' NOT NULL,
	"idempotency_key" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"claimed_at" timestamp with time zone,
	"claimed_by" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"transport" text,
	"provider_id" text,
	"last_error_code" text,
	"settled_at" timestamp with time zone,
	"user_id" uuid,
	CONSTRAINT "installation_mails_idempotency_key_key" UNIQUE("idempotency_key"),
	CONSTRAINT "installation_mails_status_check" CHECK ("installation_mails"."status" in ('queued', 'claimed', 'sent', 'delivered', 'failed', 'refused', 'suppressed', 'received', 'filed', 'unmatched'))
);
--> statement-breakpoint
ALTER TABLE "installation_mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"template_key" text,
	"template_version" integer,
	"to_address" text NOT NULL,
	"to_name" text,
	"subject" text NOT NULL,
	"html_encrypted" text,
	"text_encrypted" text,
	"reason" text DEFAULT '' NOT NULL,
	"idempotency_key" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"claimed_at" timestamp with time zone,
	"claimed_by" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"transport" text,
	"provider_id" text,
	"last_error_code" text,
	"settled_at" timestamp with time zone,
	"direction" text DEFAULT 'out' NOT NULL,
	"person_id" uuid,
	"from_address" text,
	"from_name" text,
	"entity" text,
	"entity_id" uuid,
	"in_reply_to_id" uuid,
	"thread_key" text NOT NULL,
	"read_at" timestamp with time zone,
	"search_key" text NOT NULL,
	CONSTRAINT "mail_messages_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "mail_messages_organisation_id_idempotency_key_key" UNIQUE("organisation_id","idempotency_key"),
	CONSTRAINT "mail_messages_direction_check" CHECK ("mail_messages"."direction" in ('out', 'in')),
	CONSTRAINT "mail_messages_status_check" CHECK ("mail_messages"."status" in ('queued', 'claimed', 'sent', 'delivered', 'failed', 'refused', 'suppressed', 'received', 'filed', 'unmatched'))
);
--> statement-breakpoint
ALTER TABLE "mail_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_suppressions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"address_hash" text NOT NULL,
	"reason" text NOT NULL,
	"error_code" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_suppressions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "mail_suppressions_organisation_id_address_hash_key" UNIQUE("organisation_id","address_hash"),
	CONSTRAINT "mail_suppressions_reason_check" CHECK ("mail_suppressions"."reason" in ('bounced', 'complained', 'asked'))
);
--> statement-breakpoint
ALTER TABLE "mail_suppressions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Zurich' NOT NULL,
	"currency" text DEFAULT 'CHF' NOT NULL,
	"plan" text DEFAULT 'free' NOT NULL,
	"modules" text[] NOT NULL,
	"limits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"data_key" text NOT NULL,
	"trial_ends_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"suspended_reason" text,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_slug_check" CHECK ("organisations"."slug" ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'),
	CONSTRAINT "organisations_plan_check" CHECK ("organisations"."plan" in ('free', 'premium', 'enterprise'))
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"user_id" uuid,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"called_name" text,
	"pronouns" text,
	"email" text,
	"email_key" text,
	"phone" text,
	"headline" text,
	"location" text,
	"locale" text,
	"time_zone" text,
	"photo_file_id" uuid,
	"status" text DEFAULT 'active' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"notification_choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dismissed" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "people_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "people_organisation_id_email_key_key" UNIQUE("organisation_id","email_key"),
	CONSTRAINT "people_organisation_id_user_id_key" UNIQUE("organisation_id","user_id"),
	CONSTRAINT "people_status_check" CHECK ("people"."status" in ('known', 'invited', 'active', 'deactivated'))
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	CONSTRAINT "role_assignments_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "role_assignments_organisation_id_person_id_role_id_key" UNIQUE("organisation_id","person_id","role_id")
);
--> statement-breakpoint
ALTER TABLE "role_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"built_in" boolean DEFAULT false NOT NULL,
	"grants" jsonb NOT NULL,
	CONSTRAINT "roles_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "roles_organisation_id_key_key" UNIQUE("organisation_id","key")
);
--> statement-breakpoint
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"lead" boolean DEFAULT false NOT NULL,
	CONSTRAINT "team_members_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "team_members_organisation_id_team_id_person_id_key" UNIQUE("organisation_id","team_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	CONSTRAINT "teams_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "teams_organisation_id_name_key_key" UNIQUE("organisation_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"operation" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"change" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_person_id" uuid,
	"actor_name" text NOT NULL,
	"correlation_id" uuid NOT NULL,
	"request_id" text,
	"address" text,
	"payload_digest" text NOT NULL,
	"sequence" bigint,
	"previous_hash" text,
	"hash" text,
	"sealed_at" timestamp with time zone,
	CONSTRAINT "audit_entries_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "audit_entries_organisation_id_sequence_key" UNIQUE("organisation_id","sequence"),
	CONSTRAINT "audit_entries_change_check" CHECK ("audit_entries"."change" in ('created', 'changed', 'deleted'))
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "audit_heads_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "audit_heads_organisation_id_key" UNIQUE("organisation_id")
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_payloads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"entry_id" uuid NOT NULL,
	"salt" text NOT NULL,
	"difference" jsonb,
	"erased_at" timestamp with time zone,
	CONSTRAINT "audit_payloads_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "audit_payloads_organisation_id_entry_id_key" UNIQUE("organisation_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "audit_payloads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "comment_mentions_organisation_id_comment_id_person_id_key" UNIQUE("organisation_id","comment_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "comment_mentions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"edited_at" timestamp with time zone,
	CONSTRAINT "comments_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "custom_field_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"field_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"text_value" text,
	"text_key" text,
	"number_value" double precision,
	"date_value" date,
	"boolean_value" boolean,
	CONSTRAINT "custom_field_values_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "custom_field_values_organisation_id_field_id_entity_id_key" UNIQUE("organisation_id","field_id","entity_id")
);
--> statement-breakpoint
ALTER TABLE "custom_field_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "custom_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"entity" text NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"hint" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "custom_fields_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "custom_fields_organisation_id_entity_key_key" UNIQUE("organisation_id","entity","key"),
	CONSTRAINT "custom_fields_kind_check" CHECK ("custom_fields"."kind" in ('text', 'number', 'date', 'boolean', 'choice', 'link'))
);
--> statement-breakpoint
ALTER TABLE "custom_fields" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "list_defaults" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"list" text NOT NULL,
	"person_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	CONSTRAINT "list_defaults_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "list_defaults_organisation_id_person_id_list_key" UNIQUE("organisation_id","person_id","list")
);
--> statement-breakpoint
ALTER TABLE "list_defaults" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"href" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"dedupe_key" text NOT NULL,
	CONSTRAINT "notifications_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "notifications_organisation_id_person_id_dedupe_key_key" UNIQUE("organisation_id","person_id","dedupe_key")
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"dispatched_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "outbox_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"owner_person_id" uuid NOT NULL,
	"team_id" uuid,
	"shared" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "saved_views_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', coalesce(body, '')), 'B')) STORED NOT NULL,
	CONSTRAINT "search_documents_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "search_documents_organisation_id_entity_entity_id_key" UNIQUE("organisation_id","entity","entity_id")
);
--> statement-breakpoint
ALTER TABLE "search_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "timeline_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_person_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "timeline_entries_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "timeline_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "closures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"reopened_at" timestamp with time zone,
	"reopened_reason" text,
	CONSTRAINT "closures_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "closures_kind_check" CHECK ("closures"."kind" in ('completed', 'expired', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "closures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"from_person_id" uuid NOT NULL,
	"to_person_id" uuid NOT NULL,
	"by_person_id" uuid,
	"programme_version" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handovers_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "landings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"employer" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"accepted_on" date NOT NULL,
	"starts_on" date,
	"source" text DEFAULT '' NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"fell_through_at" timestamp with time zone,
	"fell_through_reason" text,
	CONSTRAINT "landings_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "landings_standing_key" UNIQUE NULLS NOT DISTINCT("organisation_id","programme_id","fell_through_at"),
	CONSTRAINT "landings_kind_check" CHECK ("landings"."kind" in ('employed', 'self-employed', 'portfolio', 'study', 'retired'))
);
--> statement-breakpoint
ALTER TABLE "landings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message_reads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_up_to" timestamp with time zone NOT NULL,
	CONSTRAINT "message_reads_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "message_reads_organisation_id_programme_id_person_id_key" UNIQUE("organisation_id","programme_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "message_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"body_encrypted" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"client_key" text NOT NULL,
	CONSTRAINT "messages_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "messages_organisation_id_client_key_key" UNIQUE("organisation_id","client_key")
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"body_encrypted" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notes_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "notes_audience_check" CHECK ("notes"."audience" in ('private', 'case', 'shared'))
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "package_phases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"package_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"usual_days" integer NOT NULL,
	CONSTRAINT "package_phases_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "package_phases_organisation_id_package_id_position_key" UNIQUE("organisation_id","package_id","position")
);
--> statement-breakpoint
ALTER TABLE "package_phases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "package_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"phase_id" uuid NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"owner" text NOT NULL,
	"due_in_days" integer,
	"mandatory" boolean DEFAULT true NOT NULL,
	"evidence" text DEFAULT 'none' NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "package_tasks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "package_tasks_owner_check" CHECK ("package_tasks"."owner" in ('executive', 'consultant')),
	CONSTRAINT "package_tasks_evidence_check" CHECK ("package_tasks"."evidence" in ('none', 'text', 'file'))
);
--> statement-breakpoint
ALTER TABLE "package_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "packages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"months" integer NOT NULL,
	"ends_by" text DEFAULT 'landing' NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "packages_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "packages_organisation_id_name_key_key" UNIQUE("organisation_id","name_key"),
	CONSTRAINT "packages_months_check" CHECK ("packages"."months" between 1 and 60),
	CONSTRAINT "packages_ends_by_check" CHECK ("packages"."ends_by" in ('time', 'landing'))
);
--> statement-breakpoint
ALTER TABLE "packages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_pauses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"until_on" date,
	"ended_at" timestamp with time zone,
	CONSTRAINT "programme_pauses_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "programme_pauses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_phases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"usual_days" integer NOT NULL,
	"entered_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	CONSTRAINT "programme_phases_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_phases_organisation_id_programme_id_position_key" UNIQUE("organisation_id","programme_id","position")
);
--> statement-breakpoint
ALTER TABLE "programme_phases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"phase_position" integer NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"owner" text NOT NULL,
	"due_in_days" integer,
	"due_on" date,
	"mandatory" boolean DEFAULT true NOT NULL,
	"evidence" text DEFAULT 'none' NOT NULL,
	"position" integer NOT NULL,
	"done_at" timestamp with time zone,
	"done_person_id" uuid,
	"reminded_on" date,
	CONSTRAINT "programme_tasks_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programme_tasks_owner_check" CHECK ("programme_tasks"."owner" in ('executive', 'consultant')),
	CONSTRAINT "programme_tasks_evidence_check" CHECK ("programme_tasks"."evidence" in ('none', 'text', 'file'))
);
--> statement-breakpoint
ALTER TABLE "programme_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"executive_id" uuid NOT NULL,
	"consultant_id" uuid NOT NULL,
	"team_id" uuid,
	"package_id" uuid NOT NULL,
	"sponsor_name" text DEFAULT '' NOT NULL,
	"last_role" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"executive_key" text NOT NULL,
	"phase_position" integer DEFAULT 1 NOT NULL,
	"phase_since" timestamp with time zone NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"activated_at" timestamp with time zone,
	"notice_on" date,
	"ends_on" date,
	"first_contact_at" timestamp with time zone,
	"last_contact_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"next_due_on" date,
	"next_step" text,
	CONSTRAINT "programmes_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "programmes_state_check" CHECK ("programmes"."state" in ('invited', 'intake', 'active', 'paused', 'landed', 'completed', 'expired', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "programmes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"task_id" uuid NOT NULL,
	"author_person_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"file_name" text,
	CONSTRAINT "task_evidence_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "task_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_positions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"employer" text DEFAULT '' NOT NULL,
	"starts" text DEFAULT '' NOT NULL,
	"ends" text DEFAULT '' NOT NULL,
	"starts_key" text DEFAULT '' NOT NULL,
	"ends_key" text DEFAULT '' NOT NULL,
	"resume_offer_id" uuid,
	CONSTRAINT "profile_positions_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "profile_positions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profile_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"resume_offer_id" uuid,
	CONSTRAINT "profile_sections_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "profile_sections_kind_check" CHECK ("profile_sections"."kind" in ('summary', 'education', 'skills', 'projects', 'certifications', 'other'))
);
--> statement-breakpoint
ALTER TABLE "profile_sections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "resume_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"resume_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"field" text,
	"value_encrypted" text NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"confidence" integer NOT NULL,
	"decision" text DEFAULT 'open' NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "resume_offers_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "resume_offers_organisation_id_resume_id_position_key" UNIQUE("organisation_id","resume_id","position"),
	CONSTRAINT "resume_offers_kind_check" CHECK ("resume_offers"."kind" in ('contact', 'role', 'section')),
	CONSTRAINT "resume_offers_decision_check" CHECK ("resume_offers"."decision" in ('open', 'taken', 'left'))
);
--> statement-breakpoint
ALTER TABLE "resume_offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "resumes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"person_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"refusal_code" text,
	"refusal_message" text,
	"format" text,
	"uploaded_person_id" uuid,
	"read_at" timestamp with time zone,
	"role_count" integer DEFAULT 0 NOT NULL,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "resumes_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "resumes_status_check" CHECK ("resumes"."status" in ('waiting', 'read', 'unreadable'))
);
--> statement-breakpoint
ALTER TABLE "resumes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_rows" ADD CONSTRAINT "batch_rows_organisation_id_batch_id_batches_organisation_id_id_fk" FOREIGN KEY ("organisation_id","batch_id") REFERENCES "public"."batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_undoes_fkey" FOREIGN KEY ("organisation_id","undoes_batch_id") REFERENCES "public"."batches"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_exports" ADD CONSTRAINT "list_exports_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_exports" ADD CONSTRAINT "list_exports_organisation_id_file_id_files_organisation_id_id_fk" FOREIGN KEY ("organisation_id","file_id") REFERENCES "public"."files"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_organisation_id_file_id_files_organisation_id_id_fk" FOREIGN KEY ("organisation_id","file_id") REFERENCES "public"."files"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organisation_id_content_id_file_contents_organisation_id_id_fk" FOREIGN KEY ("organisation_id","content_id") REFERENCES "public"."file_contents"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organisation_id_uploaded_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","uploaded_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_organisation_id_import_id_imports_organisation_id_id_fk" FOREIGN KEY ("organisation_id","import_id") REFERENCES "public"."imports"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_file_id_files_organisation_id_id_fk" FOREIGN KEY ("organisation_id","file_id") REFERENCES "public"."files"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_started_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","started_by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_organisation_id_in_reply_to_id_mail_messages_organisation_id_id_fk" FOREIGN KEY ("organisation_id","in_reply_to_id") REFERENCES "public"."mail_messages"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organisation_id_role_id_roles_organisation_id_id_fk" FOREIGN KEY ("organisation_id","role_id") REFERENCES "public"."roles"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_organisation_id_team_id_teams_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."teams"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_payloads" ADD CONSTRAINT "audit_payloads_organisation_id_entry_id_audit_entries_organisation_id_id_fk" FOREIGN KEY ("organisation_id","entry_id") REFERENCES "public"."audit_entries"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_organisation_id_comment_id_comments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","comment_id") REFERENCES "public"."comments"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_organisation_id_author_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","author_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_field_values" ADD CONSTRAINT "custom_field_values_organisation_id_field_id_custom_fields_organisation_id_id_fk" FOREIGN KEY ("organisation_id","field_id") REFERENCES "public"."custom_fields"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_defaults" ADD CONSTRAINT "list_defaults_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_defaults" ADD CONSTRAINT "list_defaults_organisation_id_view_id_saved_views_organisation_id_id_fk" FOREIGN KEY ("organisation_id","view_id") REFERENCES "public"."saved_views"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organisation_id_owner_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","owner_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_organisation_id_team_id_teams_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."teams"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_organisation_id_actor_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","actor_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_fk" FOREIGN KEY ("organisation_id","from_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_fk" FOREIGN KEY ("organisation_id","to_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_by_fk" FOREIGN KEY ("organisation_id","by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landings" ADD CONSTRAINT "landings_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_organisation_id_author_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","author_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_organisation_id_author_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","author_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "package_phases" ADD CONSTRAINT "package_phases_organisation_id_package_id_packages_organisation_id_id_fk" FOREIGN KEY ("organisation_id","package_id") REFERENCES "public"."packages"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "package_tasks" ADD CONSTRAINT "package_tasks_organisation_id_phase_id_package_phases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","phase_id") REFERENCES "public"."package_phases"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_pauses" ADD CONSTRAINT "programme_pauses_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_phases" ADD CONSTRAINT "programme_phases_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD CONSTRAINT "programme_tasks_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_tasks" ADD CONSTRAINT "programme_tasks_organisation_id_done_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","done_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_executive_fk" FOREIGN KEY ("organisation_id","executive_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_consultant_fk" FOREIGN KEY ("organisation_id","consultant_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_organisation_id_team_id_teams_organisation_id_id_fk" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."teams"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_organisation_id_package_id_packages_organisation_id_id_fk" FOREIGN KEY ("organisation_id","package_id") REFERENCES "public"."packages"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD CONSTRAINT "task_evidence_organisation_id_task_id_programme_tasks_organisation_id_id_fk" FOREIGN KEY ("organisation_id","task_id") REFERENCES "public"."programme_tasks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_evidence" ADD CONSTRAINT "task_evidence_organisation_id_author_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","author_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_positions" ADD CONSTRAINT "profile_positions_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_positions" ADD CONSTRAINT "profile_positions_organisation_id_resume_offer_id_resume_offers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_offer_id") REFERENCES "public"."resume_offers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_sections" ADD CONSTRAINT "profile_sections_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_sections" ADD CONSTRAINT "profile_sections_organisation_id_resume_offer_id_resume_offers_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_offer_id") REFERENCES "public"."resume_offers"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resume_offers" ADD CONSTRAINT "resume_offers_organisation_id_resume_id_resumes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","resume_id") REFERENCES "public"."resumes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resumes" ADD CONSTRAINT "resumes_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_organisation_id_expires_at_idx" ON "idempotency_keys" USING btree ("organisation_id","expires_at");--> statement-breakpoint
CREATE INDEX "batch_rows_organisation_id_batch_id_status_idx" ON "batch_rows" USING btree ("organisation_id","batch_id","status","position");--> statement-breakpoint
CREATE INDEX "batches_organisation_id_person_id_idx" ON "batches" USING btree ("organisation_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "batches_organisation_id_undoes_batch_id_idx" ON "batches" USING btree ("organisation_id","undoes_batch_id");--> statement-breakpoint
CREATE INDEX "list_exports_organisation_id_person_id_idx" ON "list_exports" USING btree ("organisation_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "attachments_organisation_id_file_id_idx" ON "attachments" USING btree ("organisation_id","file_id");--> statement-breakpoint
CREATE INDEX "files_organisation_id_content_id_idx" ON "files" USING btree ("organisation_id","content_id");--> statement-breakpoint
CREATE INDEX "files_organisation_id_uploaded_by_idx" ON "files" USING btree ("organisation_id","uploaded_by_person_id","id");--> statement-breakpoint
CREATE INDEX "installation_events_at_idx" ON "installation_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "installation_events_entity_idx" ON "installation_events" USING btree ("entity","entity_id");--> statement-breakpoint
CREATE INDEX "links_organisation_id_person_id_idx" ON "links" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "memberships_user_id_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_window_ends_at_idx" ON "rate_limits" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "import_rows_organisation_id_import_id_status_idx" ON "import_rows" USING btree ("organisation_id","import_id","status","line");--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_identity_key" ON "import_rows" USING btree ("organisation_id","target","identity_hash") WHERE "import_rows"."status" in ('created', 'kept');--> statement-breakpoint
CREATE INDEX "imports_organisation_id_created_at_idx" ON "imports" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "installation_mails_at_idx" ON "installation_mails" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "installation_mails_user_id_idx" ON "installation_mails" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "installation_mails_due_idx" ON "installation_mails" USING btree ("next_attempt_at") WHERE "installation_mails"."status" in ('queued', 'claimed');--> statement-breakpoint
CREATE INDEX "mail_messages_organisation_id_at_idx" ON "mail_messages" USING btree ("organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "mail_messages_organisation_id_person_id_idx" ON "mail_messages" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "mail_messages_organisation_id_thread_key_idx" ON "mail_messages" USING btree ("organisation_id","thread_key");--> statement-breakpoint
CREATE INDEX "mail_messages_due_idx" ON "mail_messages" USING btree ("next_attempt_at") WHERE "mail_messages"."status" in ('queued', 'claimed');--> statement-breakpoint
CREATE INDEX "people_organisation_id_name_key_idx" ON "people" USING btree ("organisation_id","name_key","id");--> statement-breakpoint
CREATE INDEX "role_assignments_organisation_id_role_id_idx" ON "role_assignments" USING btree ("organisation_id","role_id");--> statement-breakpoint
CREATE INDEX "team_members_organisation_id_person_id_idx" ON "team_members" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "audit_entries_organisation_id_at_idx" ON "audit_entries" USING btree ("organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_organisation_id_entity_idx" ON "audit_entries" USING btree ("organisation_id","entity","entity_id");--> statement-breakpoint
CREATE INDEX "audit_entries_unsealed_idx" ON "audit_entries" USING btree ("organisation_id","id") WHERE "audit_entries"."sealed_at" is null;--> statement-breakpoint
CREATE INDEX "comment_mentions_organisation_id_person_id_idx" ON "comment_mentions" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "comments_organisation_id_entity_idx" ON "comments" USING btree ("organisation_id","entity","entity_id");--> statement-breakpoint
CREATE INDEX "custom_field_values_organisation_id_entity_id_idx" ON "custom_field_values" USING btree ("organisation_id","entity_id");--> statement-breakpoint
CREATE INDEX "custom_field_values_text_idx" ON "custom_field_values" USING btree ("organisation_id","field_id","text_value");--> statement-breakpoint
CREATE INDEX "custom_field_values_number_idx" ON "custom_field_values" USING btree ("organisation_id","field_id","number_value");--> statement-breakpoint
CREATE INDEX "custom_field_values_date_idx" ON "custom_field_values" USING btree ("organisation_id","field_id","date_value");--> statement-breakpoint
CREATE INDEX "custom_field_values_boolean_idx" ON "custom_field_values" USING btree ("organisation_id","field_id","boolean_value");--> statement-breakpoint
CREATE INDEX "list_defaults_organisation_id_view_id_idx" ON "list_defaults" USING btree ("organisation_id","view_id");--> statement-breakpoint
CREATE INDEX "notifications_organisation_id_person_id_at_idx" ON "notifications" USING btree ("organisation_id","person_id","at");--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("organisation_id","person_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting_idx" ON "outbox" USING btree ("created_at") WHERE "outbox"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "saved_views_organisation_id_list_idx" ON "saved_views" USING btree ("organisation_id","list","owner_person_id");--> statement-breakpoint
CREATE INDEX "search_documents_words_idx" ON "search_documents" USING gin ("words");--> statement-breakpoint
CREATE INDEX "timeline_entries_organisation_id_entity_idx" ON "timeline_entries" USING btree ("organisation_id","entity","entity_id","at","id");--> statement-breakpoint
CREATE INDEX "closures_organisation_id_programme_id_idx" ON "closures" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "handovers_organisation_id_programme_id_idx" ON "handovers" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "landings_organisation_id_programme_id_idx" ON "landings" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "messages_organisation_id_programme_id_sent_at_idx" ON "messages" USING btree ("organisation_id","programme_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "notes_organisation_id_programme_id_idx" ON "notes" USING btree ("organisation_id","programme_id","written_at");--> statement-breakpoint
CREATE INDEX "package_tasks_organisation_id_phase_id_idx" ON "package_tasks" USING btree ("organisation_id","phase_id","position");--> statement-breakpoint
CREATE INDEX "programme_pauses_organisation_id_programme_id_idx" ON "programme_pauses" USING btree ("organisation_id","programme_id");--> statement-breakpoint
CREATE INDEX "programme_tasks_organisation_id_programme_id_idx" ON "programme_tasks" USING btree ("organisation_id","programme_id","phase_position","position");--> statement-breakpoint
CREATE INDEX "programme_tasks_open_due_idx" ON "programme_tasks" USING btree ("organisation_id","due_on") WHERE "programme_tasks"."done_at" is null and "programme_tasks"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "programmes_by_name_idx" ON "programmes" USING btree ("organisation_id","executive_key","id");--> statement-breakpoint
CREATE INDEX "programmes_by_contact_idx" ON "programmes" USING btree ("organisation_id","last_contact_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "programmes_by_consultant_idx" ON "programmes" USING btree ("organisation_id","consultant_id","executive_key","id");--> statement-breakpoint
CREATE INDEX "programmes_by_executive_idx" ON "programmes" USING btree ("organisation_id","executive_id");--> statement-breakpoint
CREATE INDEX "programmes_by_due_idx" ON "programmes" USING btree ("organisation_id","next_due_on","id");--> statement-breakpoint
CREATE INDEX "programmes_by_end_idx" ON "programmes" USING btree ("organisation_id","ends_on","id");--> statement-breakpoint
CREATE INDEX "programmes_by_state_idx" ON "programmes" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "task_evidence_organisation_id_task_id_idx" ON "task_evidence" USING btree ("organisation_id","task_id");--> statement-breakpoint
CREATE INDEX "profile_positions_organisation_id_person_id_idx" ON "profile_positions" USING btree ("organisation_id","person_id","ends_key");--> statement-breakpoint
CREATE INDEX "profile_sections_organisation_id_person_id_idx" ON "profile_sections" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "resumes_organisation_id_person_id_idx" ON "resumes" USING btree ("organisation_id","person_id","created_at");--> statement-breakpoint
CREATE POLICY "wall" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("idempotency_keys"."organisation_id" = (select current_organisation())) WITH CHECK ("idempotency_keys"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "batch_rows" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("batch_rows"."organisation_id" = (select current_organisation())) WITH CHECK ("batch_rows"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "batch_rows" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "batches" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("batches"."organisation_id" = (select current_organisation())) WITH CHECK ("batches"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "batches" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "list_exports" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("list_exports"."organisation_id" = (select current_organisation())) WITH CHECK ("list_exports"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "list_exports" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "attachments" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("attachments"."organisation_id" = (select current_organisation())) WITH CHECK ("attachments"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "attachments" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "file_contents" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("file_contents"."organisation_id" = (select current_organisation())) WITH CHECK ("file_contents"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "file_contents" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "files" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("files"."organisation_id" = (select current_organisation())) WITH CHECK ("files"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "files" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity" ON "installation_events" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "installation_events" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity" ON "links" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "links" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own" ON "memberships" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("memberships"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "identity" ON "memberships" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "memberships" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity" ON "rate_limits" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "rate_limits" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "self" ON "sessions" AS PERMISSIVE FOR SELECT TO "landfall_app" USING ("sessions"."user_id" = (select current_account()));--> statement-breakpoint
CREATE POLICY "identity" ON "sessions" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "sessions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "self" ON "users" AS PERMISSIVE FOR SELECT TO "landfall_app" USING ("users"."id" = (select current_account()));--> statement-breakpoint
CREATE POLICY "identity" ON "users" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "users" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "import_rows" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("import_rows"."organisation_id" = (select current_organisation())) WITH CHECK ("import_rows"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "import_rows" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "imports" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("imports"."organisation_id" = (select current_organisation())) WITH CHECK ("imports"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "imports" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "identity" ON "installation_mails" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "backup" ON "installation_mails" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "mail_messages" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("mail_messages"."organisation_id" = (select current_organisation())) WITH CHECK ("mail_messages"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "mail_messages" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sweep" ON "mail_messages" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "wall" ON "mail_suppressions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("mail_suppressions"."organisation_id" = (select current_organisation())) WITH CHECK ("mail_suppressions"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "mail_suppressions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own" ON "organisations" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("organisations"."id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "identity" ON "organisations" AS PERMISSIVE FOR ALL TO "landfall_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sweep" ON "organisations" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "backup" ON "organisations" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "people" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("people"."organisation_id" = (select current_organisation())) WITH CHECK ("people"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "people" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "role_assignments" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("role_assignments"."organisation_id" = (select current_organisation())) WITH CHECK ("role_assignments"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "role_assignments" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "roles" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("roles"."organisation_id" = (select current_organisation())) WITH CHECK ("roles"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "roles" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "team_members" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("team_members"."organisation_id" = (select current_organisation())) WITH CHECK ("team_members"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "team_members" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "teams" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("teams"."organisation_id" = (select current_organisation())) WITH CHECK ("teams"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "teams" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "audit_entries" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("audit_entries"."organisation_id" = (select current_organisation())) WITH CHECK ("audit_entries"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "audit_entries" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sweep" ON "audit_entries" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "wall" ON "audit_heads" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("audit_heads"."organisation_id" = (select current_organisation())) WITH CHECK ("audit_heads"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "audit_heads" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "audit_payloads" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("audit_payloads"."organisation_id" = (select current_organisation())) WITH CHECK ("audit_payloads"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "audit_payloads" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "comment_mentions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("comment_mentions"."organisation_id" = (select current_organisation())) WITH CHECK ("comment_mentions"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "comment_mentions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "comments" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("comments"."organisation_id" = (select current_organisation())) WITH CHECK ("comments"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "comments" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "custom_field_values" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("custom_field_values"."organisation_id" = (select current_organisation())) WITH CHECK ("custom_field_values"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "custom_field_values" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "custom_fields" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("custom_fields"."organisation_id" = (select current_organisation())) WITH CHECK ("custom_fields"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "custom_fields" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "list_defaults" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("list_defaults"."organisation_id" = (select current_organisation())) WITH CHECK ("list_defaults"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "list_defaults" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "notifications" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("notifications"."organisation_id" = (select current_organisation())) WITH CHECK ("notifications"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "notifications" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "outbox" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("outbox"."organisation_id" = (select current_organisation())) WITH CHECK ("outbox"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "outbox" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sweep" ON "outbox" AS PERMISSIVE FOR SELECT TO "landfall_sweep" USING (true);--> statement-breakpoint
CREATE POLICY "sweep_mark" ON "outbox" AS PERMISSIVE FOR UPDATE TO "landfall_sweep" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "saved_views" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("saved_views"."organisation_id" = (select current_organisation())) WITH CHECK ("saved_views"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "saved_views" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "search_documents" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("search_documents"."organisation_id" = (select current_organisation())) WITH CHECK ("search_documents"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "search_documents" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "timeline_entries" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("timeline_entries"."organisation_id" = (select current_organisation())) WITH CHECK ("timeline_entries"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "timeline_entries" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "closures" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("closures"."organisation_id" = (select current_organisation())) WITH CHECK ("closures"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "closures" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "handovers" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("handovers"."organisation_id" = (select current_organisation())) WITH CHECK ("handovers"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "handovers" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "landings" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("landings"."organisation_id" = (select current_organisation())) WITH CHECK ("landings"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "landings" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "message_reads" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("message_reads"."organisation_id" = (select current_organisation())) WITH CHECK ("message_reads"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "message_reads" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "messages" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("messages"."organisation_id" = (select current_organisation())) WITH CHECK ("messages"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "messages" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "notes" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("notes"."organisation_id" = (select current_organisation())) WITH CHECK ("notes"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "notes" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "package_phases" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("package_phases"."organisation_id" = (select current_organisation())) WITH CHECK ("package_phases"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "package_phases" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "package_tasks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("package_tasks"."organisation_id" = (select current_organisation())) WITH CHECK ("package_tasks"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "package_tasks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "packages" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("packages"."organisation_id" = (select current_organisation())) WITH CHECK ("packages"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "packages" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_pauses" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_pauses"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_pauses"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_pauses" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_phases" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_phases"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_phases"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_phases" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programme_tasks" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programme_tasks"."organisation_id" = (select current_organisation())) WITH CHECK ("programme_tasks"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programme_tasks" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "programmes" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("programmes"."organisation_id" = (select current_organisation())) WITH CHECK ("programmes"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "programmes" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "task_evidence" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("task_evidence"."organisation_id" = (select current_organisation())) WITH CHECK ("task_evidence"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "task_evidence" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "profile_positions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("profile_positions"."organisation_id" = (select current_organisation())) WITH CHECK ("profile_positions"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "profile_positions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "profile_sections" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("profile_sections"."organisation_id" = (select current_organisation())) WITH CHECK ("profile_sections"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "profile_sections" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "resume_offers" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("resume_offers"."organisation_id" = (select current_organisation())) WITH CHECK ("resume_offers"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "resume_offers" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "wall" ON "resumes" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("resumes"."organisation_id" = (select current_organisation())) WITH CHECK ("resumes"."organisation_id" = (select current_organisation()));--> statement-breakpoint
CREATE POLICY "backup" ON "resumes" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);