-- Roll-ups look from an entry for those of another register that lead to it: every link between registers is indexed, in the
-- table and in its past.

create function shape_links(of_zone text, register uuid, definition jsonb) returns bigint language plpgsql
security definer set search_path = luoshi, pg_temp as $$
declare
  named text := table_of(register, definition ->> 'code');
  mark text := mark_of(register);
  part jsonb;
  wanted boolean;
begin
  if of_zone is distinct from current_setting('luoshi.zone', true) then
    raise exception 'a register of another zone: %', of_zone;
  end if;
  for part in select value from jsonb_array_elements(definition -> 'fields') where value ->> 'type' = 'entry' loop
    if part ->> 'key' !~ '^[a-z][a-z0-9_]{0,29}$' then
      raise exception 'not a key: %', part ->> 'key';
    end if;
    wanted := not coalesce((part ->> 'retired')::boolean, false);
    perform want_index(named, 'l_' || mark || '_' || (part ->> 'key'), wanted, false, format('%I', 'f_' || (part ->> 'key')));
    perform want_index(named || '_past', 'p_' || mark || '_' || (part ->> 'key'), wanted, false,
      format('%I', 'f_' || (part ->> 'key')));
  end loop;
  return 1;
end $$;

revoke all on function shape_links(text, uuid, jsonb) from public;
grant execute on function shape_links(text, uuid, jsonb) to luoshi_app;

-- Registers that are there already. Their owner sees all rows only while the policies are not forced on the owner.
alter table register no force row level security;
do $$
declare
  one record;
begin
  for one in select zone, id, body -> 'definition' as definition from register loop
    perform set_config('luoshi.zone', one.zone, true);
    perform shape_links(one.zone, one.id, one.definition);
  end loop;
  perform set_config('luoshi.zone', '', true);
end $$;
alter table register force row level security;
