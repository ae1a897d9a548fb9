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
