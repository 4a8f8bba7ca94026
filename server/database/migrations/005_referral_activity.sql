-- Up Migration

-- The activity that made the person ask: its id in the directory, and its name at that time.
alter table referral add column activity jsonb;
