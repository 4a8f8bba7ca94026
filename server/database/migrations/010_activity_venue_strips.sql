-- Up Migration

-- Venues by strips of a twentieth of a degree of latitude, and from west to east in each: what lies about a place
-- is then one stretch of each strip, which takes a third of the time that GiST took for it. Holds point and number as
-- well, so that nobody has to look at the rows.
create index activity_venue_strip
  on activity_venue (service, (floor(at[1] * 20)::int), (at[0])) include (at, ord);
drop index activity_venue_at;
