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
