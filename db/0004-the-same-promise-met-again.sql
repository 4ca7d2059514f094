-- The same promise met again: finding commitments by the pairs of characters in their titles, and those whose mentions in
-- two documents give different numbers. Plain PostgreSQL; no extension cuts Chinese into words.

-- The distinct pairs of neighbouring letters and Chinese characters; digits and signs are passed over, so that a changed
-- number changes nothing.
create function pairs_of(words text) returns text[] language sql immutable strict parallel safe
return (
  select coalesce(array_agg(distinct substr(plain, at, 2)), '{}')
  from (select regexp_replace(lower(words), '[^a-z\u3400-\u9fff]', '', 'g') as plain) as p,
    generate_series(1, length(plain) - 1) as at
);

-- A table and not an array with an inverted index: row-level security lets only leakproof comparisons use an index before
-- the policy has spoken, and equality of texts is one where overlap of arrays is not.
create table commitment_pair (
  zone       text not null,
  pair       text not null,
  commitment uuid not null,
  primary key (zone, pair, commitment)
);
create index commitment_pair_of on commitment_pair (zone, commitment);
select guard_table('commitment_pair', false);
grant select, insert, delete on commitment_pair to luoshi_app;

create function keep_pairs() returns trigger language plpgsql as $$
begin
  delete from commitment_pair where zone = new.zone and commitment = new.id;
  insert into commitment_pair (zone, pair, commitment) select new.zone, unnest(pairs_of(new.title)), new.id;
  return null;
end $$;
create trigger made_pairs after insert on commitment for each row execute function keep_pairs();
create trigger new_pairs after update on commitment for each row
  when (old.title is distinct from new.title) execute function keep_pairs();

-- Whether two documents give different numbers for the same thing and nobody has said which holds. The meaning is
-- domain/mentions.ts's; a test holds the two together. A part of a commitment only inherits the mentions of its whole.
create function mentions_differ(body jsonb) returns boolean language sql immutable strict parallel safe
return case when jsonb_array_length(body -> 'mentions') < 2 or body ->> 'parent' is not null then false
else exists (
  select from jsonb_array_elements(body -> 'mentions') with ordinality as a (m, place),
    jsonb_array_elements(body -> 'mentions') with ordinality as b (m, place),
    lateral (select a.m -> 'wording' as first, b.m -> 'wording' as second) as w
  where a.place < b.place and b.place > coalesce((body -> 'ruling' ->> 'among')::int, 0)
    and a.m ->> 'document' <> b.m ->> 'document'
    and w.first ->> 'value' is not null and w.second ->> 'value' is not null
    and w.first -> 'unit' = w.second -> 'unit' and w.first -> 'measure' = w.second -> 'measure'
    and (w.first ->> 'period' is null or w.second ->> 'period' is null or w.first -> 'period' = w.second -> 'period')
    and (w.first -> 'value' <> w.second -> 'value' or w.first -> 'value2' <> w.second -> 'value2')
) end;

alter table commitment add column disputed boolean generated always as (mentions_differ(body)) stored;
alter table commitment_past add column disputed boolean generated always as (mentions_differ(body)) stored;
create index commitment_disputed on commitment (zone, number) where disputed;

-- What is there already. Whoever owns the table sees all of it only while the policies are not forced on the owner.
alter table commitment no force row level security;
alter table commitment_pair no force row level security;
insert into commitment_pair (zone, pair, commitment) select zone, unnest(pairs_of(title)), id from commitment;
alter table commitment force row level security;
alter table commitment_pair force row level security;
