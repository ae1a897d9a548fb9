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
