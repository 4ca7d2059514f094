-- How many entries stand on each rung since which day, and what the fields that boards sum come to there: kept by the statement
-- that changes the entries, so that a board of the whole register need not read it (decision 0049). Triggers on the registers'
-- own tables keep them, made from the definition like the tables are.

create table standing_count (
  zone text not null, register uuid not null, ladder text not null, rung text collate "C" not null, since date not null,
  n bigint not null, gone bigint not null, primary key (zone, register, ladder, rung, since));
create table standing_sum (
  zone text not null, register uuid not null, ladder text not null, rung text collate "C" not null, field text not null,
  total numeric not null, primary key (zone, register, ladder, rung, field));

-- Only who sees the whole zone sees its figures. Not forced on the owner, in whose name they are kept.
do $$
declare
  named text;
begin
  foreach named in array array['standing_count', 'standing_sum'] loop
    execute format('alter table %I enable row level security', named);
    execute format('create policy reach on %I for select to luoshi_app using (zone = current_setting(''luoshi.zone'', true)
      and current_setting(''luoshi.units'', true) = ''*'')', named);
    execute format('grant select on %I to luoshi_app', named);
  end loop;
end $$;

-- The rows of a relation as they stand: one line for each ladder that an entry is on. `sign` is 1 for what comes, -1 for what goes.
create function standing_rows(rows_from text, sign int, ladders text[], sums text[]) returns text language plpgsql immutable as $$
declare
  amounts text := coalesce((select string_agg(format('%I', 'f_' || field), ', ') from unnest(sums) field), '');
begin
  return (select string_agg(format('select zone, %L::text as ladder, %I as rung, %I as since, %I is not null as gone,
      array[%s]::bigint[] as amounts, %s as sign from %s where removed is null and %I is not null',
    ladder, 'rung_' || ladder, 'since_' || ladder, 'left_' || ladder, amounts, sign, rows_from, 'rung_' || ladder), ' union all ')
    from unnest(ladders) ladder);
end $$;

-- The statement that adds such lines to what is kept.
create function standing_kept(register uuid, moved text, sums text[]) returns text language plpgsql immutable as $$
begin
  return format('with moved as materialized (%s), counted as (
      insert into standing_count as c (zone, register, ladder, rung, since, n, gone)
      select zone, %L::uuid, ladder, rung, since, coalesce(sum(sign) filter (where not gone), 0), coalesce(sum(sign) filter (where gone), 0)
      from moved group by zone, ladder, rung, since
      having coalesce(sum(sign) filter (where not gone), 0) <> 0 or coalesce(sum(sign) filter (where gone), 0) <> 0
      on conflict (zone, register, ladder, rung, since) do update set n = c.n + excluded.n, gone = c.gone + excluded.gone
    )
    insert into standing_sum as s (zone, register, ladder, rung, field, total)
    select zone, %L::uuid, ladder, rung, v.field, sum(sign * v.amount)
    from moved, unnest(%L::text[], amounts) as v (field, amount) where not gone
    group by zone, ladder, rung, v.field having sum(sign * v.amount) <> 0
    on conflict (zone, register, ladder, rung, field) do update set total = s.total + excluded.total', moved, register, register, sums);
end $$;

create function want_standing(named text, event text, mark text, statement text, tables text) returns void language plpgsql as $$
declare
  called text := 'standing_' || event || '_' || mark;
begin
  execute format('create or replace function %I() returns trigger language plpgsql security definer
    set search_path = luoshi, pg_temp as %L', called, format('begin %s; return null; end', statement));
  if not exists (select from pg_trigger where tgrelid = format('luoshi.%I', named)::regclass and tgname = called) then
    execute format('create trigger %I after %s on %I referencing %s for each statement execute function %I()',
      called, event, named, tables, called);
  end if;
end $$;

-- After shape_register: keeps figures for the ladders and for the number fields that some view sums. Where these are others than
-- before, all is counted anew.
create function keep_standing(of_zone text, register uuid, definition jsonb) returns bigint language plpgsql
security definer set search_path = luoshi, pg_temp as $$
declare
  named text := table_of(register, definition ->> 'code');
  mark text := mark_of(register);
  ladders text[] := array(select value ->> 'key' from jsonb_array_elements(definition -> 'ladders') order by 1);
  sums text[] := array(select f ->> 'key' from jsonb_array_elements(definition -> 'fields') f
    where f ->> 'type' in ('number', 'money', 'percent')
      and exists (select from jsonb_array_elements(definition -> 'views') v where v -> 'sums' ? (f ->> 'key'))
    order by 1);
  key text;
  kept text;
begin
  if of_zone is distinct from current_setting('luoshi.zone', true) then
    raise exception 'a register of another zone: %', of_zone;
  end if;
  foreach key in array ladders || sums loop
    if key !~ '^[a-z][a-z0-9_]{0,29}$' then
      raise exception 'not a key: %', key;
    end if;
  end loop;
  if cardinality(ladders) = 0 then
    return 1;
  end if;
  kept := standing_kept(register, standing_rows('fresh', 1, ladders, sums), sums);
  if exists (select from pg_proc where pronamespace = 'luoshi'::regnamespace and proname = 'standing_insert_' || mark
      and prosrc = format('begin %s; return null; end', kept)) then
    return 1;
  end if;
  perform want_standing(named, 'insert', mark, kept, 'new table as fresh');
  perform want_standing(named, 'update', mark, standing_kept(register, standing_rows('fresh', 1, ladders, sums) || ' union all '
    || standing_rows('stale', -1, ladders, sums), sums), 'new table as fresh old table as stale');
  delete from standing_count c where c.zone = of_zone and c.register = keep_standing.register;
  delete from standing_sum s where s.zone = of_zone and s.register = keep_standing.register;
  execute format('alter table %I no force row level security', named);
  execute standing_kept(register, standing_rows(format('%I', named), 1, ladders, sums), sums);
  execute format('alter table %I force row level security', named);
  return 1;
end $$;

revoke all on function standing_rows(text, int, text[], text[]), standing_kept(uuid, text, text[]),
  want_standing(text, text, text, text, text), keep_standing(text, uuid, jsonb) from public;
grant execute on function keep_standing(text, uuid, jsonb) to luoshi_app;

-- Registers that are there already.
alter table register no force row level security;
do $$
declare
  one record;
begin
  for one in select zone, id, body -> 'definition' as definition from register loop
    perform set_config('luoshi.zone', one.zone, true);
    perform keep_standing(one.zone, one.id, one.definition);
  end loop;
  perform set_config('luoshi.zone', '', true);
end $$;
alter table register force row level security;
