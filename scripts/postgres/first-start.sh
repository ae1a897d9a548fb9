#!/usr/bin/env bash
# Run once by the Postgres container of compose.yaml, in its empty cluster: the same roles that the embedded Postgres gets
# (scripts/postgres/roles.ts), and a database for Inngest.
set -euo pipefail

psql --username postgres --set ON_ERROR_STOP=1 \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set inngest="$INNGEST_DATABASE_PASSWORD" <<'SQL'
create role landfall_owner login nosuperuser createdb createrole nobypassrls password :'owner';
create role landfall_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app';
grant landfall_app to landfall_owner with inherit false, set false, admin true;
create database landfall owner landfall_owner;
revoke connect, temporary on database landfall from public;
grant connect on database landfall to landfall_app;

create role inngest login password :'inngest';
create database inngest owner inngest;
SQL
