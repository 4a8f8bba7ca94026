-- Up Migration

-- The service stands first in every key, so that a distributed PostgreSQL can spread rows by it.

create table referral (
  service text not null,
  reference text not null,
  partner text not null,
  received_at timestamptz not null,
  -- The date by which the service has promised to make contact.
  contact_by date not null,
  language text not null,
  for_whom text not null,
  answers jsonb not null,
  idempotency_key text not null,
  body_sha256 text not null,
  -- Text, because jsonb would not give back the same bytes.
  receipt text not null,
  primary key (service, reference),
  unique (service, idempotency_key)
);

create index referral_newest on referral (service, received_at desc, reference desc);

create table consent (
  service text not null,
  reference text not null,
  consent_id text not null,
  -- Its place among the permissions of the page.
  position smallint not null,
  given boolean not null,
  version text not null,
  -- What the person read, and its SHA-256.
  words text not null,
  text_sha256 text not null,
  at timestamptz not null,
  primary key (service, reference, consent_id),
  foreign key (service, reference) references referral (service, reference)
);
