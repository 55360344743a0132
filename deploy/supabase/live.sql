-- Makes Chalktalk's tables fit into a Supabase project: clients of the project subscribe to corporate_engine_v2, and read
-- it, through Supabase itself, and see nothing but their own films.
--
-- Point DATABASE_URL at the project's Postgres (the direct connection, or the pooler in session mode), start Chalktalk
-- once so that it makes its tables, then run this in the project's SQL editor, or with
--   psql "$DATABASE_URL" --single-transaction --file deploy/supabase/live.sql
-- Run it again after each upgrade of Chalktalk; doing so twice changes nothing. Set jwt.jwks_url, or jwt.secret, so that
-- the project's users are Chalktalk's: both know them by the same id.

-- Supabase gives every table in public to everybody who holds the project's public key. Chalktalk's hold keys, sessions
-- and accounts: all of it is taken back, from tables that later versions make as well.
do $$
declare
  name text;
begin
  for name in
    select format('public.%I', relname) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_get_userbyid(relowner) = current_user
      and relname in ('callers', 'corporate_engine_v2', 'idempotent_answers', 'rate_windows', 'ledger', 'workers', 'users',
        'sessions', 'credentials', 'one_time_tokens', 'address_attempts', 'account_attempts', 'organizations', 'members',
        'invitations', 'api_keys', 'edits', 'film_totals', 'large_changes', 'migrations')
  loop
    execute format('alter table %s enable row level security', name);
    execute format('revoke all on %s from anon, authenticated', name);
  end loop;
end $$;

-- The contract's columns and no others; Realtime sends a subscriber those that it may select.
grant select (uuid, user_id, org_id, task, status, progress, error_message, created_at, updated_at, planner,
  planner_history, result) on public.corporate_engine_v2 to authenticated;

-- Where the API does not reach: it looks up memberships that its caller may not read.
create schema if not exists chalktalk_private;
revoke all on schema chalktalk_private from public;
grant usage on schema chalktalk_private to authenticated;

create or replace function chalktalk_private.organizations_of_caller() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select organization_id from public.members where user_id = (select auth.uid())
$$;
revoke all on function chalktalk_private.organizations_of_caller() from public;
grant execute on function chalktalk_private.organizations_of_caller() to authenticated;

-- A film belongs to its organization, or else to its user. Nobody writes: films are made through Chalktalk's API, whose
-- own connection owns the table, and which these policies do not bind; neither do they bind service_role.
drop policy if exists "films of the caller and of their organizations" on public.corporate_engine_v2;
create policy "films of the caller and of their organizations" on public.corporate_engine_v2
  for select to authenticated using (
    (org_id is null and user_id = (select auth.uid()))
    or org_id in (select chalktalk_private.organizations_of_caller())
  );

grant select on public.corporate_engine_v2 to service_role;

-- What Supabase Realtime listens to.
do $$
begin
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
  if not exists (select from pg_publication_tables
    where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'corporate_engine_v2') then
    alter publication supabase_realtime add table public.corporate_engine_v2;
  end if;
end $$;
