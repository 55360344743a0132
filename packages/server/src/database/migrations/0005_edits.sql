-- Edits of finished films. Each film has a line of its own: one edit is made at a time, the others wait in their order.

create table edits (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity,
  video uuid not null references corporate_engine_v2 (uuid) on delete cascade,
  -- Who asked, and who pays: an edit belongs to whoever its film belongs to.
  user_id uuid not null,
  org_id uuid,
  caller text not null references callers (caller),
  request text not null,
  aspect_ratio text,
  -- Reference images: where they were asked for and, once fetched, where they lie, of what type and size.
  images jsonb not null default '[]',
  status text not null default 'queued' check (status in
    ('queued', 'processing', 'applying', 'complete', 'error', 'reverted')),
  progress jsonb not null default '{"stage":"queued","percent":0}',
  error_message text,
  -- What changed, and where the film it led to lies.
  result jsonb,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  -- When what it was made from was swept away.
  swept_at timestamptz
);

create index edits_of_video on edits (video, seq);
-- One at a time, whoever decides.
create unique index edits_one_under_way on edits (video) where status in ('processing', 'applying');
create index edits_under_way on edits (updated_at) where status in ('processing', 'applying');
create index edits_to_sweep on edits (updated_at) where status in ('error', 'reverted') and swept_at is null;

-- What an edit costs is told apart from what its film cost.
alter table ledger add column edit uuid;
create unique index ledger_once_an_edit on ledger (edit, kind) where edit is not null;
