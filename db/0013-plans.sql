-- Plans of entries on networks and ladders. Who may see one is asked of its entry, as with steps (db/0007).

select make_noun('plan', false, ', register uuid generated always as ((body ->> ''register'')::uuid) stored,
  entry uuid generated always as ((body ->> ''entry'')::uuid) stored,
  course text generated always as (body ->> ''course'') stored,
  from_on date generated always as (day_of(body ->> ''fromOn'')) stored,
  to_on date generated always as (day_of(body ->> ''toOn'')) stored');
create unique index plan_of on plan (zone, entry, course);
create index plan_past_of on plan_past (zone, entry);
create index plan_between on plan (zone, register, from_on, to_on) where from_on is not null;
