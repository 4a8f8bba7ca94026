-- Up Migration

-- What is known of each feed of a directory besides its activities.
create table activity_feed (
  service text not null,
  feed text not null,
  -- Where it was read from when it was last read to its end.
  addresses text[] not null default '{}',
  -- When it was last read to its end, and when somebody last began to.
  read_at timestamptz,
  tried_at timestamptz,
  -- Who is reading it, and until when that is believed without another word.
  claim text,
  claimed_until timestamptz,
  primary key (service, feed)
);
