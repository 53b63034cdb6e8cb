-- The tills of this shop with their keys: they know each other by these on the shop's network.
create table shop_till (
    device_id uuid primary key,
    body varchar(10000) not null
);
-- A till that was filled before lacks them: its next snapshot brings them.
insert into sync_fact (name, text)
select 'snapshot_needed', 'yes' from sync_fact where name = 'cursor'
    and not exists (select 1 from sync_fact where name = 'snapshot_needed');
