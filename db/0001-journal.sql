-- The ground everything stands on: the app's role, the journal, and the one shape every noun's table has.
-- Forward only: a landed file is never edited (store/migrate.ts checks its hash); what changes comes in a new file.

do $$
begin
  if not exists (select from pg_roles where rolname = 'luoshi_app') then
    create role luoshi_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant luoshi_app to %I', current_user);
exception when duplicate_object or unique_violation then null; -- two databases of one server migrating at once
end $$;

grant usage on schema luoshi to luoshi_app;

-- What a connection may see is said by two settings, luoshi.zone and luoshi.units ('*' or the ids of the units in reach).
-- Unset means nothing: every policy fails closed.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is only ever added to: % on % refused', tg_op, tg_table_name using errcode = 'LU001';
end $$;

-- One row a zone: the last journal number and moment. Locking it is what keeps `seq` free of gaps and `at` in order.
create table journal_head (
  zone text primary key,
  seq  bigint not null default 0,
  at   timestamptz not null default '-infinity'
);

-- `happened_on` is when it happened, `at` is when we knew.
create table journal (
  zone        text not null,
  seq         bigint not null,
  at          timestamptz not null,
  happened_on text not null,
  actor       uuid not null,
  post        uuid,
  act         text not null,
  noun        text not null,
  id          uuid not null,
  version     int not null,
  data        jsonb not null,
  units       text[],
  primary key (zone, seq)
);
create unique index journal_of on journal (zone, noun, id, version);
create trigger append_only before update or delete on journal for each row execute function refuse_change();
create trigger no_truncate before truncate on journal for each statement execute function refuse_change();

-- Raises when a save did not touch exactly the rows it was decided on: the whole statement is undone.
create function expect_rows(had bigint, wanted bigint) returns bigint language plpgsql as $$
begin
  if had <> wanted then
    raise exception 'stale: % of % rows were as decided on', had, wanted using errcode = 'LU409';
  end if;
  return had;
end $$;

-- A calendar day of a body (YYYY-MM-DD) as a date. A cast would depend on settings; this may stand in a generated column.
create function day_of(iso text) returns date language sql immutable strict parallel safe
return make_date(left(iso, 4)::int, substr(iso, 6, 2)::int, substr(iso, 9, 2)::int);

-- Row-level security for one table: the zone always; where `unit_bound`, also the units in reach.
create function guard_table(name text, unit_bound boolean) returns void language plpgsql as $$
declare
  rule text := 'zone = current_setting(''luoshi.zone'', true)';
begin
  if unit_bound then
    rule := rule || ' and (current_setting(''luoshi.units'', true) = ''*'''
      || ' or units && string_to_array(current_setting(''luoshi.units'', true), '',''))';
  end if;
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy reach on %I to luoshi_app using (%s) with check (%s)', name, rule, rule);
end $$;

-- A noun's table and its _past twin: the row as it is (until = infinity) and every row it replaced.
-- `columns` is SQL for columns generated from the body, for what is filtered and sorted.
create function make_noun(name text, unit_bound boolean, columns text default '') returns void language plpgsql as $$
declare
  past text := name || '_past';
  shape text := 'zone text not null, id uuid not null, version int not null, at timestamptz not null,
    until timestamptz not null default ''infinity'', body jsonb not null, units text[]' || columns;
begin
  execute format('create table %I (%s, primary key (zone, id))', name, shape);
  execute format('create table %I (%s, primary key (zone, id, version))', past, shape);
  execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', past);
  execute format('create trigger no_delete before delete on %I for each row execute function refuse_change()', name);
  perform guard_table(name, unit_bound);
  perform guard_table(past, unit_bound);
  execute format('grant select, insert, update on %I to luoshi_app', name);
  execute format('grant select, insert on %I to luoshi_app', past);
end $$;

select guard_table('journal_head', false);
grant select, insert on journal to luoshi_app;
grant select, insert, update on journal_head to luoshi_app;
