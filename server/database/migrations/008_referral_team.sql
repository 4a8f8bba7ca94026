-- Up Migration

-- The team that takes a referral, under the name it had then, and where the referral comes from. What arrived before
-- there were teams came from people themselves to the service as a whole.
alter table referral add column team text;
alter table referral add column team_name text;
alter table referral add column source text;
update referral set team = service, team_name = service, source = 'self';
alter table referral alter column team set not null;
alter table referral alter column team_name set not null;
alter table referral alter column source set not null;

-- How it stands now; the table below keeps how it came to that.
alter table referral add column status text not null default 'received';

create table referral_status (
  service text not null,
  reference text not null,
  position integer not null,
  status text not null,
  at timestamptz not null,
  -- Who of the staff said so.
  set_by text not null,
  note text,
  primary key (service, reference, position),
  foreign key (service, reference) references referral (service, reference)
);

-- Why a permission was not asked, where sharing rests on something else.
alter table consent add column reason text;

-- Wrong tries to look something up, counted under a hash for a short time. Nothing in it says who tried.
create table wrong_try (
  service text not null,
  key text not null,
  until timestamptz not null,
  tries integer not null,
  primary key (service, key)
);

create index wrong_try_until on wrong_try (service, until);
