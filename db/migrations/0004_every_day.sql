CREATE TABLE "package_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"programme_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"copy_kind" text NOT NULL,
	"copy_id" uuid NOT NULL,
	"taken" boolean NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"by_person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "package_decisions_organisation_id_id_key" UNIQUE("organisation_id","id"),
	CONSTRAINT "package_decisions_copy_kind_check" CHECK ("package_decisions"."copy_kind" in ('phase', 'task', 'entitlement'))
);
--> statement-breakpoint
ALTER TABLE "package_decisions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "plan_goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT current_organisation() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"plan_id" uuid NOT NULL,
	"goal" text NOT NULL,
	"occupation" text DEFAULT '' NOT NULL,
	"motives" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "plan_goals_organisation_id_id_key" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_goals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "invitation_ends_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "client_key" text;
--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "saved_key" text;
--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "spoke" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "programme_entitlements" ADD COLUMN "package_version" integer;
--> statement-breakpoint
ALTER TABLE "package_decisions" ADD CONSTRAINT "package_decisions_organisation_id_programme_id_programmes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","programme_id") REFERENCES "public"."programmes"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "package_decisions" ADD CONSTRAINT "package_decisions_organisation_id_by_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","by_person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "plan_goals" ADD CONSTRAINT "plan_goals_organisation_id_plan_id_career_plans_organisation_id_id_fk" FOREIGN KEY ("organisation_id","plan_id") REFERENCES "public"."career_plans"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "package_decisions_organisation_id_programme_id_idx" ON "package_decisions" USING btree ("organisation_id","programme_id");
--> statement-breakpoint
CREATE INDEX "plan_goals_organisation_id_plan_id_idx" ON "plan_goals" USING btree ("organisation_id","plan_id","position");
--> statement-breakpoint
CREATE INDEX "opportunity_moves_by_day_idx" ON "opportunity_moves" USING btree ("organisation_id","at","person_id","opportunity_id") WHERE "opportunity_moves"."to_stage" in ('interviewing', 'offer');
--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_organisation_id_client_key_key" UNIQUE("organisation_id","client_key");
--> statement-breakpoint
CREATE POLICY "wall" ON "package_decisions" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("package_decisions"."organisation_id" = (select current_organisation())) WITH CHECK ("package_decisions"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "package_decisions" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "wall" ON "plan_goals" AS PERMISSIVE FOR ALL TO "landfall_app" USING ("plan_goals"."organisation_id" = (select current_organisation())) WITH CHECK ("plan_goals"."organisation_id" = (select current_organisation()));
--> statement-breakpoint
CREATE POLICY "backup" ON "plan_goals" AS PERMISSIVE FOR ALL TO "landfall_backup" USING (true) WITH CHECK (true);
--> statement-breakpoint
select raise_wall('package_decisions');
--> statement-breakpoint
select raise_wall('plan_goals');
--> statement-breakpoint
-- A plan had one goal in its own row; now it has goals of its own table. What plans and kept editions say is carried over.
alter table career_plans no force row level security;
--> statement-breakpoint
alter table plan_goals no force row level security;
--> statement-breakpoint
alter table plan_editions no force row level security;
--> statement-breakpoint
insert into plan_goals (id, organisation_id, plan_id, goal, occupation, motives, position)
  select gen_random_uuid(), organisation_id, id, goal, occupation, motives, 1
  from career_plans
  where goal <> '' or occupation <> '' or motives <> '';
--> statement-breakpoint
update plan_editions
set content = (content - 'goal' - 'occupation' - 'motives') || jsonb_build_object('goals', coalesce(
  (select jsonb_agg(jsonb_build_object('id', plan_goals.id, 'goal', content ->> 'goal',
     'occupation', content ->> 'occupation', 'motives', content ->> 'motives'))
   from plan_goals
   where plan_goals.organisation_id = plan_editions.organisation_id and plan_goals.plan_id = plan_editions.plan_id
     and content ->> 'goal' <> ''), '[]'))
where not content ? 'goals';
--> statement-breakpoint
alter table career_plans force row level security;
--> statement-breakpoint
alter table plan_goals force row level security;
--> statement-breakpoint
alter table plan_editions force row level security;
--> statement-breakpoint
-- Sponsors that were made of names in words (programme_whole) got a key that is not as the application writes it: ø, ł, đ and Æ stayed in
-- it, so that the same company was not found again by its name. Where another one has or would get the same key, both stay as they are.
alter table sponsors no force row level security;
--> statement-breakpoint
update sponsors set name_key = replace(translate(name_key, 'øłđ', 'old'), 'æ', 'ae')
where name_key ~ '[øłđæ]' and not exists (
  select 1 from sponsors other
  where other.organisation_id = sponsors.organisation_id and other.id <> sponsors.id
    and replace(translate(other.name_key, 'øłđ', 'old'), 'æ', 'ae')
      = replace(translate(sponsors.name_key, 'øłđ', 'old'), 'æ', 'ae'));
--> statement-breakpoint
alter table sponsors force row level security;
--> statement-breakpoint
ALTER TABLE "career_plans" DROP COLUMN "goal";
--> statement-breakpoint
ALTER TABLE "career_plans" DROP COLUMN "occupation";
--> statement-breakpoint
ALTER TABLE "career_plans" DROP COLUMN "motives";
