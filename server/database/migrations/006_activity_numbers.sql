-- Up Migration

drop index activity_search_words, activity_search_outcodes, activity_search_next, activity_venue_at;

-- Every activity that can be found has a number, which stays while it is there and is then free for another. Numbers
-- run from 0 without large gaps, so that a set of activities is a row of bits.
alter table activity_search
  add column ord integer,
  -- Whether anybody said for which outward codes it is.
  add column has_area boolean;

update activity_search s set ord = numbered.ord, has_area = outcodes is not null
from (select service, id, row_number() over (partition by service order by id) - 1 as ord
      from activity_search) numbered
where s.service = numbered.service and s.id = numbered.id;

-- What is read of an activity for a list, or to write its postings: apart from what is read of all of them.
create table activity_card (
  service text not null,
  ord integer not null,
  -- What a list shows of it.
  card jsonb not null,
  words tsvector not null,
  -- Outward codes of its area; null where nobody said or nobody knows.
  outcodes text[],
  primary key (service, ord)
);

insert into activity_card select service, ord, card, words, outcodes from activity_search order by service, ord;

alter table activity_search
  drop constraint activity_search_pkey,
  drop column words,
  drop column outcodes,
  drop column card,
  alter column ord set not null,
  alter column has_area set not null,
  add primary key (service, ord),
  add unique (service, id);

-- Which next dates have passed.
create index activity_search_passed on activity_search (service, (coalesce(next_ends, next_at)));

alter table activity_venue add column ord integer;
update activity_venue v set ord = s.ord from activity_search s where s.service = v.service and s.id = v.id;
delete from activity_venue where ord is null;
alter table activity_venue
  drop constraint activity_venue_pkey,
  drop column id,
  alter column ord set not null,
  add primary key (service, ord, position);

-- Holds the number as well, so that nobody has to look at the rows.
create index activity_venue_at on activity_venue using gist (service, at) include (ord);

-- For each word of the full text search and each outward code: who has it. Four bytes for each activity, in the order
-- of their numbers: the number, and in the last two bits where it says the word (0 in its name; 1 in what it is
-- about, who runs it and where; 2 elsewhere). 2,048 numbers share a row, so that a change writes little anew.
create table activity_posting (
  service text not null,
  kind text not null check (kind in ('word', 'outcode')),
  -- By bytes, so that words that begin alike lie together.
  term text collate "C" not null,
  part integer not null,
  ords bytea not null,
  primary key (service, kind, term, part)
);

alter table activity_posting alter ords set storage external;

insert into activity_posting
select service, kind, term, part, string_agg(int4send(posting), ''::bytea order by posting)
from (
  select service, 'word' as kind, lexeme collate "C" as term, ord >> 11 as part,
    (ord << 2) + case when 'A' = any(weights) then 0 when 'B' = any(weights) then 1 else 2 end as posting
  from activity_card, unnest(words) as said(lexeme, positions, weights)
  union all
  select distinct service, 'outcode', code, ord >> 11, ord << 2 from activity_card, unnest(outcodes) as code
) as all_postings
group by service, kind, term, part;

create index activity_posting_part on activity_posting (service, part);

-- Grows when next dates have moved on and nothing else has changed.
alter table activity_revision add column dates bigint not null default 0;

-- Rewrites the tables without what has left them.
cluster activity_search using activity_search_pkey;
cluster activity_venue using activity_venue_pkey;
