-- The zone's own rule sets; those that are shipped stay in presets/rules.

select make_noun('rule_book', false, ', code text generated always as (body -> ''set'' ->> ''code'') stored,
  state text generated always as (body ->> ''state'') stored');
create index rule_book_code on rule_book (zone, code);
