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
