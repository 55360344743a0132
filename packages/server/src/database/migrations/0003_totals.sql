-- How many films have ended, and how long the finished ones are: counted as they end, so that telling it costs the same
-- however many there are, and sweeping old films away takes nothing from it.
create table film_totals (
  status text primary key check (status in ('complete', 'failed')),
  films bigint not null default 0,
  seconds double precision not null default 0
);
insert into film_totals (status, films, seconds)
select status, count(*), coalesce(sum((result ->> 'duration_seconds')::float8), 0)
from corporate_engine_v2 where status in ('complete', 'failed') group by status;
insert into film_totals (status) values ('complete'), ('failed') on conflict do nothing;

create function count_ended_film() returns trigger language plpgsql as $$
begin
  update film_totals
  set films = films + 1, seconds = seconds + coalesce((new.result ->> 'duration_seconds')::float8, 0)
  where status = new.status;
  return null;
end $$;

create trigger count_ended_film after update of status on corporate_engine_v2
  for each row when (new.status in ('complete', 'failed') and old.status is distinct from new.status)
  execute function count_ended_film();
