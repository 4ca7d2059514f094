-- Who sees an entry is one comparison with an index: every entry's units hold '*', which is what the whole zone's reach asks
-- for. With the other policy ("the reach is '*' or the units meet") no index served, and an enterprise account that sees
-- one entry in a million looked through all of them.

create function guard_entries(named text) returns void language plpgsql as $$
declare
  rule text := 'zone = current_setting(''luoshi.zone'', true)
    and units && string_to_array(current_setting(''luoshi.units'', true), '','')';
begin
  execute format('drop policy reach on %I', named);
  execute format('create policy reach on %I to luoshi_app using (%s) with check (%s)', named, rule, rule);
  execute format('create index %I on %I using gin (units)', 'g_' || right(named, 12), named);
end $$;

create or replace function make_entries(named text) returns void language plpgsql as $$
declare
  past text := named || '_past';
  shape text := 'zone text not null, id uuid not null, version int not null, at timestamptz not null,
    until timestamptz not null default ''infinity'', units text[] not null, definition int not null, made_on date not null,
    checkers jsonb not null, removed jsonb';
begin
  execute format('create table %I (%s, primary key (zone, id))', named, shape);
  execute format('create table %I (%s, primary key (zone, id, version))', past, shape);
  execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', past);
  execute format('create trigger no_delete before delete on %I for each row execute function refuse_change()', named);
  perform guard_table(named, true);
  perform guard_table(past, true);
  perform guard_entries(named);
  execute format('grant select, insert, update on %I to luoshi_app', named);
  execute format('grant select, insert on %I to luoshi_app', past);
end $$;

-- Tables that are there already. Their owner sees all rows only while the policies are not forced on the owner.
do $$
declare
  named text;
begin
  for named in select relname from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r'
      and relname ~ '^entry_[a-z0-9_]+_[0-9a-f]{12}$' loop
    execute format('alter table %I no force row level security', named);
    execute format('update %I set units = array_prepend(''*'', units)', named);
    execute format('alter table %I force row level security', named);
    perform guard_entries(named);
  end loop;
end $$;

revoke all on function guard_entries(text) from public;

-- Whether the entry had come to the rung before: a figure of first times reads only the steps of its days.
alter table climb add column again boolean generated always as ((body ->> 'again')::boolean) stored;
alter table climb_past add column again boolean generated always as ((body ->> 'again')::boolean) stored;
