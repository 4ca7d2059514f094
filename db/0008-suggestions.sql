-- What a step on one ladder proposes elsewhere, until a person decides.

select make_noun('suggestion', true, ', state text generated always as (body ->> ''state'') stored,
  climb uuid generated always as ((body -> ''from'' ->> ''climb'')::uuid) stored');
create index suggestion_waiting on suggestion (zone, id) where state = 'waiting';
create index suggestion_of on suggestion (zone, climb);
