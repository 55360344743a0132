-- The films, what they cost, and what limits their callers.

-- One row a caller ('user:<uuid>' or 'org:<uuid>'): locked while its films are admitted, so that decisions are taken
-- one after another, whatever number of servers takes them.
create table callers (
  caller text primary key,
  -- Films that wait for a free place; counted here, so that a place in line is known without counting the line.
  parked int not null default 0
);

-- The table that clients subscribe to; its first columns and their names are the contract's.
create table corporate_engine_v2 (
  uuid uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  org_id uuid,
  task text not null,
  status text not null default 'pending' check (status in
    ('pending', 'queued', 'voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'generating_frames', 'complete', 'failed')),
  progress jsonb not null default '{"stage":"pending","percent":0,"current_scene":0,"total_scenes":0}',
  error_message text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  -- The storyboard, and its earlier versions.
  planner jsonb,
  planner_history jsonb not null default '[]',
  -- Where the finished film lies in storage, its scenes and sources.
  result jsonb,
  -- Ours: the order of submission, who waits in which line, and the checked request.
  seq bigint generated always as identity,
  caller text not null references callers (caller),
  brief jsonb not null,
  email text,
  cancelled_at timestamptz
);

create unique index films_by_seq on corporate_engine_v2 (seq);
create index films_of_user on corporate_engine_v2 (user_id, seq desc);
create index films_of_org on corporate_engine_v2 (org_id, seq desc) where org_id is not null;
-- A caller's line, and its films under way: what admission looks at, however many films there are.
create index films_parked on corporate_engine_v2 (caller, seq) where status = 'pending';
create index films_active on corporate_engine_v2 (caller, seq)
  where status in ('queued', 'voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'generating_frames');

-- Answers given under an Idempotency-Key, kept for a day.
create table idempotent_answers (
  caller text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (caller, route, key)
);

-- Fixed windows of requests. Losing them in a crash only forgives a minute's requests, so they skip the log.
create unlogged table rate_windows (
  caller text not null,
  bucket text not null,
  started_at timestamptz not null,
  count int not null,
  primary key (caller, bucket)
);

-- What callers have and spend. Balance: the sum of a caller's amounts; a film's entries sum to what it cost.
create table ledger (
  id bigint generated always as identity primary key,
  caller text not null,
  kind text not null check (kind in ('grant', 'reserve', 'settle', 'refund')),
  amount bigint not null,
  video uuid,
  note text,
  created_at timestamptz not null default clock_timestamp()
);
create index ledger_of_caller on ledger (caller);
create unique index ledger_once_a_film on ledger (video, kind) where video is not null;

-- Processes that run jobs. One whose heartbeat stops is dead; another takes over what it was doing.
create table workers (
  id text primary key,
  host text not null,
  pid int not null,
  started_at timestamptz not null default clock_timestamp(),
  heartbeat_at timestamptz not null default clock_timestamp(),
  taken_over_at timestamptz
);
