CREATE TABLE "own_technologies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"name" text NOT NULL,
	"technology_key" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"forms" text[] NOT NULL,
	"since" integer,
	"built_in" boolean DEFAULT false NOT NULL,
	CONSTRAINT "own_technologies_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "own_technologies_since_check" CHECK ("own_technologies"."since" between 1940 and 2100)
);
--> statement-breakpoint
ALTER TABLE "own_technologies" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "resume_sends" DROP CONSTRAINT "resume_sends_organisation_id_open_token_hash_key";
--> statement-breakpoint
CREATE UNIQUE INDEX "own_technologies_technology_key" ON "own_technologies" USING btree ("organisation_id","technology_key") WHERE "own_technologies"."deleted_at" is null;
--> statement-breakpoint
CREATE INDEX "resume_sends_by_open_token_idx" ON "resume_sends" USING btree ("organisation_id","open_token_hash");
--> statement-breakpoint
CREATE POLICY "wall" ON "own_technologies" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("own_technologies"."organisation_id" = (select current_organisation())) WITH CHECK ("own_technologies"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "own_technologies" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('own_technologies');
