-- An entry of a register may lead to a commitment: a column like that of a link to another entry.

create or replace function column_type(field_type text) returns text language plpgsql immutable strict as $$
begin
  return case field_type
    when 'text' then 'text collate "C"' when 'long-text' then 'text collate "C"' when 'choice' then 'text collate "C"'
    when 'credit-code' then 'text collate "C"' when 'industry' then 'text collate "C"'
    when 'number' then 'bigint' when 'money' then 'bigint' when 'percent' then 'bigint'
    when 'date' then 'date' when 'month' then 'date' when 'yes-no' then 'boolean'
    when 'choices' then 'text[]' when 'unit' then 'uuid' when 'post' then 'uuid' when 'person' then 'uuid'
    when 'entry' then 'uuid' when 'commitment' then 'uuid' when 'place' then 'jsonb' when 'files' then 'jsonb'
  end;
end $$;
