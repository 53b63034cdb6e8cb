-- A till that was replaced by another: head office has approved of its successor, so what it left behind may come.
alter table till add column replaced_by uuid;

-- Who brought facts of a till that was revoked: another till of the store, or a person with its old disk.
create table brought_journal (
    device_id uuid not null,
    incarnation uuid not null,
    brought_by text not null,
    store_id text not null,
    signed boolean not null,
    from_seq bigint not null,
    to_seq bigint not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (device_id, incarnation, brought_by, signed)
);
alter table brought_journal enable row level security;
create policy own_store on brought_journal
    using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
    with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()));
revoke delete on brought_journal from ${app};
