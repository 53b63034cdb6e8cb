-- How far the tills' journals are in a backup that was seen to be good. A mark is a place in the write-ahead log; what
-- journal_stream.marked_seq says of each journal was committed before it. Once the backup has the log up to the mark,
-- safe_seq becomes marked_seq. The proof is of one timeline of one cluster, and worthless on any other.
create table backup_proof (
    only_one boolean primary key default true check (only_one),
    cluster text not null,
    timeline text not null,
    mark_lsn pg_lsn,
    mark_file text,
    mark_at timestamptz,
    proven_at timestamptz,
    proven_by text not null default '',
    problem text not null default ''
);
alter table journal_stream add column marked_seq bigint not null default 0;

alter table backup_proof enable row level security;
create policy known_callers_read on backup_proof for select
    using ((select km_role()) in ('device', 'staff', 'head_office', 'server'));
create policy the_server_writes on backup_proof
    using ((select km_role()) = 'server') with check ((select km_role()) = 'server');

-- Whether what is proven was proven of this timeline: right at once after a restore or a failover.
create function km_proven_here() returns boolean language sql stable
    return exists (select 1 from backup_proof
        where timeline = left(pg_walfile_name(pg_current_wal_insert_lsn()), 8));
