-- The sweep sees when the next moment of an organisation comes, and nothing else.
grant select (organisation_id, at, state) on sla_moments to landfall_sweep;
--> statement-breakpoint
grant select (organisation_id, at) on sla_looks to landfall_sweep;
