-- The state of the embedded background runner: what happened (events), what follows from it (runs, steps), what it waits for.
-- Ids, codes and counts only; the queue itself is graphile-worker's, in the schema beside. Run by the owner, any number of times.

create schema if not exists runner;
--> statement-breakpoint
create table if not exists runner.events (
  id text primary key,
  name text not null,
  data jsonb not null,
  ts timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  processed_at timestamptz
);
--> statement-breakpoint
create index if not exists events_unprocessed on runner.events (received_at) where processed_at is null;
--> statement-breakpoint
create index if not exists events_received on runner.events (received_at);
--> statement-breakpoint
-- `revision` counts what changed the answer a function would give; a result computed from an older one is thrown away.
-- `due` says that the function has to be called again, from `due_at` on.
create table if not exists runner.runs (
  id uuid primary key,
  function_id text not null,
  event_id text not null,
  event jsonb not null,
  status text not null default 'active' check (status in ('active', 'completed', 'failed', 'cancelled')),
  revision integer not null default 0,
  attempt integer not null default 0,
  parallel boolean not null default false,
  due boolean not null default true,
  due_at timestamptz not null,
  invoked_by uuid,
  invoked_step text,
  output jsonb,
  error jsonb,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (function_id, event_id)
);
--> statement-breakpoint
create index if not exists runs_due on runner.runs (due_at) where status = 'active' and due;
--> statement-breakpoint
create index if not exists runs_ended on runner.runs (function_id, ended_at);
--> statement-breakpoint
create index if not exists runs_old on runner.runs (ended_at) where status <> 'active';
--> statement-breakpoint
-- `id` is the SDK's hash of the step's name; `position` is the order in which steps were done.
create table if not exists runner.steps (
  run_id uuid not null references runner.runs on delete cascade,
  id text not null,
  kind text not null check (kind in ('run', 'sleep', 'wait', 'invoke')),
  status text not null check (status in ('planned', 'waiting', 'done', 'failed')),
  attempt integer not null default 0,
  due_at timestamptz,
  output jsonb,
  error jsonb,
  position integer,
  primary key (run_id, id)
);
--> statement-breakpoint
create index if not exists steps_open on runner.steps (due_at) where status in ('planned', 'waiting');
--> statement-breakpoint
-- What would wake a step (`step_id`) or cancel the run (no `step_id`). `match_key` narrows it down to one value in the event.
create table if not exists runner.waits (
  id bigint generated always as identity primary key,
  run_id uuid not null references runner.runs on delete cascade,
  step_id text,
  event_name text not null,
  condition text,
  match_key text,
  expires_at timestamptz,
  unique (run_id, step_id)
);
--> statement-breakpoint
create index if not exists waits_event on runner.waits (event_name, match_key);
--> statement-breakpoint
create table if not exists runner.idempotency (
  function_id text not null,
  key text not null,
  expires_at timestamptz not null,
  primary key (function_id, key)
);
--> statement-breakpoint
-- Calls of functions with a concurrency limit that run or wait for their turn. `step_id` is '' where the whole function is called.
create table if not exists runner.calls (
  run_id uuid not null references runner.runs on delete cascade,
  step_id text not null,
  function_id text not null,
  keys text[] not null,
  state text not null check (state in ('running', 'blocked')),
  since timestamptz not null default clock_timestamp(),
  primary key (run_id, step_id)
);
--> statement-breakpoint
create index if not exists calls_function on runner.calls (function_id, state, since);
--> statement-breakpoint
-- Who works here. The process holds the advisory lock `lock` as long as it lives, so that its jobs can be taken over when it does not.
create table if not exists runner.pools (
  id text primary key,
  lock integer not null,
  started_at timestamptz not null default clock_timestamp()
);
--> statement-breakpoint
create sequence if not exists runner.pool_lock as integer cycle;
--> statement-breakpoint
-- Takes events over in the transaction of the caller. An id that is known is not taken again.
create or replace function runner.receive_events(received jsonb) returns integer
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  taken integer;
begin
  with inserted as (
    insert into runner.events (id, name, data, ts)
    select e.id, e.name, coalesce(e.data, '{}'::jsonb), to_timestamp(e.ts / 1000.0)
    from jsonb_to_recordset(received) as e (id text, name text, data jsonb, ts double precision)
    order by e.id
    on conflict (id) do nothing
    returning id
  ),
  queued as (
    select graphile_worker.add_job('runner.event', json_build_object('eventId', id), job_key => 'event:' || id) from inserted
  )
  select count(*) into taken from queued;
  return taken;
end $$;
--> statement-breakpoint
revoke execute on function runner.receive_events(jsonb) from public;
