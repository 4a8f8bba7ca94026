-- Up Migration

-- Activities that groups would like to see in the directory; staff decide.
create table activity_suggestion (
  service text not null,
  reference text not null,
  received_at timestamptz not null,
  partner text not null,
  -- What was sent, and who sent it, which is shown to staff alone.
  suggestion jsonb not null,
  state text not null default 'waiting',
  -- Who decided what and when, oldest first. Never shorter than before: their number tells a newer state from an older.
  decisions jsonb not null default '[]',
  idempotency_key text not null,
  body_sha256 text not null,
  -- Text, because jsonb would not give back the same bytes.
  receipt text not null,
  primary key (service, reference),
  unique (service, idempotency_key)
);

create index activity_suggestion_newest
  on activity_suggestion (service, received_at desc, reference desc);
