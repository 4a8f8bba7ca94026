-- Up Migration

-- What people say is wrong in the directory.
create table activity_report (
  service text not null,
  id text not null,
  received_at timestamptz not null,
  partner text not null,
  activity text not null,
  -- The name at that time: the activity may be gone when somebody reads this.
  activity_name text not null,
  kind text not null,
  words text,
  primary key (service, id)
);

create index activity_report_newest on activity_report (service, received_at desc, id desc);
