-- What live updates are made from. Notifications reach every server in the order of commits, so changes of a row never
-- overtake each other, and nobody sees a change that was rolled back.

-- A notification holds less than 8,000 bytes. A change that is larger waits here for a few minutes, and the notification
-- names it. Whoever misses it in a crash of Postgres was thrown out by the crash as well, and reads the row anew.
create unlogged table large_changes (
  id bigint generated always as identity primary key,
  change text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index large_changes_by_age on large_changes (created_at);

-- A film as its followers are told it, but for its planner: the contract's columns, times as the contract writes them.
create function told_film(film corporate_engine_v2) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'uuid', film.uuid, 'user_id', film.user_id, 'org_id', film.org_id, 'task', film.task, 'status', film.status,
    'progress', film.progress, 'error_message', film.error_message,
    'created_at', to_char(film.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
    'updated_at', to_char(film.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
    'result', film.result)
$$;

create function tell_film_change() returns trigger language plpgsql as $$
declare
  told jsonb;
  change text;
  large bigint;
begin
  if tg_op = 'DELETE' then
    told := told_film(old);
  else
    told := told_film(new);
    -- As in logical replication, a large value that did not change is not told again.
    if tg_op = 'INSERT' or coalesce(pg_column_size(new.planner), 0) <= 2000
      or new.planner is distinct from old.planner then
      told := told || jsonb_build_object('planner', new.planner);
    end if;
    if tg_op = 'INSERT' or pg_column_size(new.planner_history) <= 2000
      or new.planner_history is distinct from old.planner_history then
      told := told || jsonb_build_object('planner_history', new.planner_history);
    end if;
  end if;
  change := jsonb_build_object('type', tg_op, 'row', told,
    'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text;
  if octet_length(change) > 7900 then
    insert into large_changes (change) values (change) returning id into large;
    change := jsonb_build_object('large', large)::text;
  end if;
  perform pg_notify('chalktalk_films', change);
  return null;
end $$;
create trigger tell_film_change after insert or update or delete on corporate_engine_v2
  for each row execute function tell_film_change();

-- Tells that what a user may see has changed: whoever follows something on their behalf is looked at again.
create function tell_access_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('chalktalk_access', coalesce(new.user_id, old.user_id)::text);
  return null;
end $$;
create trigger tell_access_change after insert or delete on members
  for each row execute function tell_access_change();
create trigger tell_access_change after delete on sessions
  for each row execute function tell_access_change();
create trigger tell_access_change after delete on api_keys
  for each row execute function tell_access_change();
create trigger tell_key_end after update of revoked_at on api_keys
  for each row when (new.revoked_at is not null) execute function tell_access_change();
