-- Kits are made up of other items and have no stock of their own; they are sold at the shops' counters only.
alter table variant add column kit boolean not null default false;
