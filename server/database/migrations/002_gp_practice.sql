-- Up Migration

-- Finds names in spite of typing errors, and lets the service stand first in the index that does so.
-- Both may be made by whoever owns the database.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table gp_practice (
  service text not null,
  code text not null,
  name text not null,
  address text not null,
  -- Words that a search compares with: lower case, without accents and punctuation, a space before each.
  name_words text not null,
  all_words text not null,
  primary key (service, code)
);

create index gp_practice_words on gp_practice using gin (service, all_words gin_trgm_ops);
