-- What is said about entries of registers, and leaders' instructions with their answers. Bound to the zone, not to units: an
-- entry passes from unit to unit with all that was said about it (decision 0036), and questions find the entry first.

select make_noun('remark', false, ', entry uuid generated always as ((body ->> ''entry'')::uuid) stored,
  state text generated always as (body ->> ''state'') stored');
create index remark_of on remark (zone, entry);
create index remark_past_of on remark_past (zone, entry);
create index remark_waiting on remark (zone, id) where state in ('unanswered', 'answered');
