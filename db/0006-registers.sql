-- Registers are data, and each has a table of its own with typed columns (decision 0030). The app's role cannot make or
-- change tables: it hands a checked definition to shape_register, which belongs to the schema's owner and builds every name
-- itself, from keys that it checks once more.

select make_noun('register', false, ', code text generated always as (body -> ''definition'' ->> ''code'') stored');
create unique index register_code on register (zone, code);

-- What belongs to one register bears the end of its id, so that two zones may call theirs the same.
create function mark_of(register uuid) returns text language sql immutable strict parallel safe
return right(replace(register::text, '-', ''), 12);

-- entry_project_0123456789ab; at most 49 characters, so that all that is named after it fits into 63.
create function table_of(register uuid, code text) returns text language plpgsql immutable strict as $$
begin
  if code !~ '^[a-z][a-z0-9_]{0,29}$' then
    raise exception 'not a key: %', code;
  end if;
  return 'entry_' || code || '_' || mark_of(register);
end $$;

-- Taken before the zone's journal head: an act on entries holds its table and then waits for the head, so a change of the
-- table must not hold the head and wait for the table.
create function hold_register(register uuid, code text) returns boolean language plpgsql
security definer set search_path = luoshi, pg_temp as $$
declare
  named text := table_of(register, code);
begin
  if to_regclass(format('luoshi.%I', named)) is not null then
    execute format('lock table %I, %I in access exclusive mode', named, named || '_past');
  end if;
  return true;
end $$;

create function column_type(field_type text) returns text language plpgsql immutable strict as $$
begin
  return case field_type
    when 'text' then 'text collate "C"' when 'long-text' then 'text collate "C"' when 'choice' then 'text collate "C"'
    when 'credit-code' then 'text collate "C"' when 'industry' then 'text collate "C"'
    when 'number' then 'bigint' when 'money' then 'bigint' when 'percent' then 'bigint'
    when 'date' then 'date' when 'month' then 'date' when 'yes-no' then 'boolean'
    when 'choices' then 'text[]' when 'unit' then 'uuid' when 'post' then 'uuid' when 'person' then 'uuid'
    when 'entry' then 'uuid' when 'place' then 'jsonb' when 'files' then 'jsonb'
  end;
end $$;

create function add_column(named text, column_name text, type text) returns void language plpgsql as $$
begin
  if not exists (select from pg_attribute where attrelid = format('luoshi.%I', named)::regclass
      and attname = column_name and not attisdropped) then
    execute format('alter table %I add column %I %s', named, column_name, type);
    execute format('alter table %I add column %I %s', named || '_past', column_name, type);
  end if;
end $$;

create function make_entries(named text) returns void language plpgsql as $$
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
  execute format('grant select, insert, update on %I to luoshi_app', named);
  execute format('grant select, insert on %I to luoshi_app', past);
end $$;

-- An index that is wanted or no longer wanted. `mark` begins its name; a unique one looks only at entries that stand.
create function want_index(named text, index_name text, wanted boolean, is_unique boolean, columns text) returns void
language plpgsql as $$
declare
  there boolean := to_regclass(format('luoshi.%I', index_name)) is not null;
begin
  if wanted and not there then
    execute format('create %s index %I on %I (zone, %s) %s', case when is_unique then 'unique' else '' end, index_name, named,
      columns, case when is_unique then 'where removed is null' else '' end);
  elsif there and not wanted then
    execute format('drop index %I', index_name);
  end if;
end $$;

-- Makes the register's table what its definition says. Only adds columns; indexes come and go. Runs inside the statement
-- that saves the definition, so that both are there or neither.
create function shape_register(of_zone text, register uuid, definition jsonb) returns bigint language plpgsql
security definer set search_path = luoshi, pg_temp as $$
declare
  named text := table_of(register, definition ->> 'code');
  mark text := mark_of(register);
  part jsonb;
  key text;
  type text;
begin
  if of_zone is distinct from current_setting('luoshi.zone', true) then
    raise exception 'a register of another zone: %', of_zone;
  end if;
  if to_regclass(format('luoshi.%I', named)) is null then
    perform make_entries(named);
  end if;
  for part in select value from jsonb_array_elements(definition -> 'fields') loop
    key := part ->> 'key';
    if key is null or key !~ '^[a-z][a-z0-9_]{0,29}$' then
      raise exception 'not a key: %', key;
    end if;
    type := column_type(part ->> 'type');
    if type is null then
      continue; -- computed: no column
    end if;
    perform add_column(named, 'f_' || key, type);
    perform want_index(named, 'i_' || mark || '_' || key, (part ->> 'indexed')::boolean and not (part ->> 'retired')::boolean,
      false, format('%I, id', 'f_' || key));
    perform want_index(named, 'u_' || mark || '_' || key, (part ->> 'unique')::boolean and not (part ->> 'retired')::boolean,
      true, format('%I', 'f_' || key));
  end loop;
  for part in select value from jsonb_array_elements(definition -> 'ladders') loop
    key := part ->> 'key';
    if key is null or key !~ '^[a-z][a-z0-9_]{0,29}$' then
      raise exception 'not a key: %', key;
    end if;
    perform add_column(named, 'rung_' || key, 'text collate "C"');
    perform add_column(named, 'since_' || key, 'date');
    perform add_column(named, 'reached_' || key, 'jsonb');
    perform add_column(named, 'left_' || key, 'text');
    perform want_index(named, 'r_' || mark || '_' || key, true, false,
      format('%I, %I, id', 'rung_' || key, 'since_' || key));
  end loop;
  return 1;
end $$;

revoke all on function hold_register(uuid, text), shape_register(text, uuid, jsonb), make_entries(text),
  add_column(text, text, text), want_index(text, text, boolean, boolean, text) from public;
grant execute on function hold_register(uuid, text), shape_register(text, uuid, jsonb) to luoshi_app;
