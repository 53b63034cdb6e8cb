-- Oversell cases of this shop that are open, and what shops ask of each other, as the server tells of them.
create table shortage (
    case_id uuid primary key,
    body varchar(100000) not null
);
create table transfer_request (
    request_id uuid primary key,
    body varchar(100000) not null
);
-- A till that was filled before lacks them: its next snapshot brings them.
insert into sync_fact (name, text)
select 'snapshot_needed', 'yes' from sync_fact where name = 'cursor'
    and not exists (select 1 from sync_fact where name = 'snapshot_needed');
