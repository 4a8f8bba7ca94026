-- Up Migration

-- Lets the service stand first in the index by place; may be made by whoever owns the database.
create extension if not exists btree_gist;

-- Activities of a directory, whole.
create table activity (
  service text not null,
  id text not null,
  feed text not null,
  source_id text not null,
  -- Of the body: whether a feed read again says anything new.
  sha256 text not null,
  body jsonb not null,
  primary key (service, id)
);

create index activity_of_feed on activity (service, feed);

-- What a search looks at: narrow, and apart from the bodies, so that counting many rows reads few pages.
create table activity_search (
  service text not null,
  id text not null,
  words tsvector not null,
  -- One bit for each value of the filters with fixed values: server/directory/store/filter-bits.ts numbers them.
  fixed_bits integer not null,
  -- One bit for each category and language: activity_value numbers them.
  category_bits bigint not null,
  language_bits bigint not null,
  has_venue boolean not null,
  -- Can be used from anywhere in its area: online, by phone, or at home.
  is_remote boolean not null,
  is_everywhere boolean not null,
  -- Outward codes of its area; null where nobody said or nobody knows.
  outcodes text[],
  next_at timestamptz,
  next_ends timestamptz,
  checked_on date,
  -- What a list shows of it.
  card jsonb not null,
  primary key (service, id)
);

create index activity_search_words on activity_search using gin (service, words);
create index activity_search_outcodes on activity_search using gin (service, outcodes);
create index activity_search_next on activity_search (service, next_at);

create table activity_venue (
  service text not null,
  id text not null,
  position smallint not null,
  -- Longitude and latitude in degrees.
  at point not null,
  primary key (service, id, position)
);

create index activity_venue_at on activity_venue using gist (service, at);

-- Numbers of the open filter values, so that they fit into bits.
create table activity_value (
  service text not null,
  kind text not null,
  value text not null,
  bit smallint not null,
  primary key (service, kind, value),
  unique (service, kind, bit)
);

-- Words that occur, for what people meant when they typed something else.
create table activity_word (
  service text not null,
  word text not null,
  often integer not null,
  primary key (service, word)
);

create index activity_word_like on activity_word using gin (service, word gin_trgm_ops);

-- Grows with every change, so that answers can be kept until then.
create table activity_revision (
  service text primary key,
  revision bigint not null
);

-- A feed being read anew, beside what is there until it is whole.
create table activity_load (
  service text not null,
  load text not null,
  id text not null,
  started_at timestamptz not null,
  feed text not null,
  source_id text not null,
  -- Null where nothing has changed.
  sha256 text,
  body jsonb,
  entry jsonb,
  seq bigint generated always as identity,
  primary key (service, load, id)
);

create index activity_load_seq on activity_load (service, load, seq);
