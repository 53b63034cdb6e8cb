-- The hash of the code on somebody's badge, which opens tills as their PIN does.
alter table staff add column badge_hash text unique;
