-- No two sessions of one person at the same time, with what is kept free around each. Bookings take a lock of the host first
-- (lib/scheduling/lock-hosts.ts): the constraint alone makes hundreds who want one slot wait for and abort one another.
create extension if not exists btree_gist;
--> statement-breakpoint
alter table session_hosts add constraint session_hosts_one_at_a_time
  exclude using gist (organisation_id with =, person_id with =, tstzrange(takes_from, takes_to) with &&)
  where (takes);
