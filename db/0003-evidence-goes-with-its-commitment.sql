-- Evidence is in reach when its commitment is: a unit that joins later sees it, a unit that has left does not.

create function guard_evidence(name text) returns void language plpgsql as $$
declare
  rule text := format('zone = current_setting(''luoshi.zone'', true) and (current_setting(''luoshi.units'', true) = ''*'''
    || ' or exists (select from commitment c where c.zone = %1$I.zone and c.id = %1$I.commitment))', name);
begin
  execute format('drop policy reach on %I', name);
  execute format('create policy reach on %I to luoshi_app using (%s) with check (%s)', name, rule, rule);
end $$;

select guard_evidence('evidence'), guard_evidence('evidence_past');
drop function guard_evidence;
