-- The keys by which the tills of all stores sign their receipts.
create table receipt_key (
    device_id uuid primary key,
    body varchar(10000) not null
);
-- A till that was filled before lacks them: its next snapshot brings them.
insert into sync_fact (name, text)
select 'snapshot_needed', 'yes' from sync_fact where name = 'cursor'
    and not exists (select 1 from sync_fact where name = 'snapshot_needed');
