-- Tables on their way into registers. The job is the queue and the mark: whoever carries it on saves a stretch of lines in
-- the statement that moves the job on (decision 0038).

select make_noun('import_job', false, ', register uuid generated always as ((body ->> ''register'')::uuid) stored,
  starter uuid generated always as ((body ->> ''by'')::uuid) stored,
  state text generated always as (body ->> ''state'') stored');
create index import_job_of on import_job (zone, register, id);
create index import_job_open on import_job (zone, id) where state in ('trying', 'waiting', 'running');

-- A server looks for open jobs of all zones when it starts. The app's role sees one zone at a time; this tells it which jobs
-- wait, and nothing else of them.
create policy queue on import_job for select to current_user using (state in ('trying', 'waiting', 'running'));

create function open_imports() returns table (zone text, id uuid, register uuid, starter uuid, state text, at timestamptz)
language sql stable security definer set search_path = luoshi, pg_temp as $$
  select j.zone, j.id, j.register, j.starter, j.state, j.at from import_job j
  where j.state in ('trying', 'waiting', 'running') order by j.id limit 1000
$$;
revoke all on function open_imports() from public;
grant execute on function open_imports() to luoshi_app;
