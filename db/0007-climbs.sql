-- Steps on the ladders of registers, the checks that gates ask for, and the files that prove a step.

-- One table for the steps of all registers: time in stage, conversion and counts come from here. The zone leads every key.
-- Who may see a step is asked of its entry: questions join the register's table, or have found the entry before.
select make_noun('climb', false, ', register uuid generated always as ((body ->> ''register'')::uuid) stored,
  entry uuid generated always as ((body ->> ''entry'')::uuid) stored,
  ladder text generated always as (body ->> ''ladder'') stored,
  rung text generated always as (body ->> ''to'') stored,
  kind text generated always as (body ->> ''kind'') stored,
  happened_on date generated always as (day_of(body ->> ''on'')) stored,
  certificate_on date generated always as (day_of(body ->> ''certificateOn'')) stored,
  stands boolean generated always as (body ->> ''struck'' is null) stored,
  owed_on date generated always as (day_of(body ->> ''owedOn'')) stored');
create index climb_of on climb (zone, entry, ladder, id);
create index climb_past_of on climb_past (zone, entry);
create index climb_happened on climb (zone, register, ladder, rung, happened_on);
create index climb_certificate on climb (zone, register, ladder, rung, certificate_on);
create index climb_owed on climb (zone, owed_on) where owed_on is not null;

select make_noun('crossing', false, ', register uuid generated always as ((body ->> ''register'')::uuid) stored,
  entry uuid generated always as ((body ->> ''entry'')::uuid) stored,
  ladder text generated always as (body ->> ''ladder'') stored,
  state text generated always as (body ->> ''state'') stored,
  due_on date generated always as (day_of(body ->> ''dueOn'')) stored');
create index crossing_of on crossing (zone, entry, ladder);
create index crossing_past_of on crossing_past (zone, entry);
create index crossing_open on crossing (zone, due_on) where state = 'open';

select make_noun('entry_file', false, ', entry uuid generated always as ((body ->> ''entry'')::uuid) stored');
create index entry_file_of on entry_file (zone, entry);
