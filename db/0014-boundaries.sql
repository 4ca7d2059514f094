-- The zone's boundary files (outline, towns, parcels), one of each kind; and what a map asks of a place: its bounds.

select make_noun('boundary', false, ', kind text generated always as (body ->> ''kind'') stored');
create unique index boundary_kind on boundary (zone, kind);

-- West, south, east and north of a place that is a line or an area; of an area its outer ring says it. Points are read in
-- the question itself, where the planner sees through it.
create function bounds_of(place jsonb) returns float8[] language sql immutable strict parallel safe as $$
  select array[min((p ->> 0)::float8), min((p ->> 1)::float8), max((p ->> 0)::float8), max((p ->> 1)::float8)]
  from jsonb_array_elements(case place ->> 'type'
    when 'Polygon' then place -> 'coordinates' -> 0
    when 'LineString' then place -> 'coordinates'
    else jsonb_build_array(place -> 'coordinates') end) p
$$;
