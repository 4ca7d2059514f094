-- The nouns of the ring. Bodies are the nouns' JSON; generated columns hold what is filtered and sorted.

select make_noun('zone', false);
select make_noun('unit', false);
select make_noun('post', false);
select make_noun('person', false, ', username text generated always as (body ->> ''username'') stored');
create unique index person_username on person (zone, username);

select make_noun('document', false, ', sha256 text generated always as (body ->> ''sha256'') stored,
  number int generated always as ((body ->> ''number'')::int) stored,
  title text generated always as (body ->> ''title'') stored,
  dated text generated always as (body ->> ''date'') stored');
create unique index document_sha256 on document (zone, sha256);
create unique index document_number on document (zone, number);

select make_noun('proposal', false, ', document uuid generated always as ((body ->> ''document'')::uuid) stored,
  ordinal int generated always as ((body ->> ''ordinal'')::int) stored,
  state text generated always as (body ->> ''state'') stored');
create unique index proposal_of on proposal (zone, document, ordinal);
create index proposal_past_of on proposal_past (zone, document);

select make_noun('commitment', true, ', number text collate "C" generated always as (body ->> ''number'') stored,
  title text generated always as (body -> ''wording'' ->> ''title'') stored,
  kind text generated always as (body -> ''wording'' ->> ''kind'') stored,
  stage text generated always as (body ->> ''stage'') stored,
  closure text generated always as (body ->> ''closure'') stored,
  percent int generated always as ((body ->> ''percent'')::int) stored,
  lead uuid generated always as ((body -> ''duty'' ->> ''lead'')::uuid) stored,
  start_on date generated always as (day_of(body -> ''duty'' ->> ''startOn'')) stored,
  due_on date generated always as (day_of(body -> ''duty'' ->> ''dueOn'')) stored,
  parent uuid generated always as ((body ->> ''parent'')::uuid) stored');
create unique index commitment_number on commitment (zone, number);
create index commitment_stage on commitment (zone, stage, due_on);
create index commitment_due on commitment (zone, due_on, number);
create index commitment_lead on commitment (zone, lead, due_on);
create index commitment_parent on commitment (zone, parent, number);
create index commitment_past_when on commitment_past (zone, until, at);

select make_noun('evidence', true, ', commitment uuid generated always as ((body ->> ''commitment'')::uuid) stored');
create index evidence_of on evidence (zone, commitment);

select make_noun('briefing', false, ', number int generated always as ((body ->> ''number'')::int) stored');
create unique index briefing_number on briefing (zone, number);

select make_noun('saved_view', false, ', owner uuid generated always as ((body ->> ''owner'')::uuid) stored');
create index saved_view_owner on saved_view (zone, owner);

-- A journal line is in reach when its units are, or when the row it speaks of is (a duty passes on with its history).
alter table journal enable row level security;
alter table journal force row level security;
create policy reach on journal to luoshi_app using (
  zone = current_setting('luoshi.zone', true) and (
    units is null or current_setting('luoshi.units', true) = '*'
    or units && string_to_array(current_setting('luoshi.units', true), ',')
    or exists (select from commitment c where c.zone = journal.zone and c.id = journal.id)))
  with check (zone = current_setting('luoshi.zone', true));
