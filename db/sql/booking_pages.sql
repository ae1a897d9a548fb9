-- The sweep looks in all organisations for who has not confirmed in time: ids and due times, nothing about people.
grant select (id, organisation_id, due_at) on session_guests to landfall_sweep;
