-- Goods that stores gave back to suppliers; value_minor: what they cost on average, if that was known.
create table supplier_return (
    return_id uuid primary key,
    event_id uuid not null unique,
    store_id text not null,
    at timestamptz not null,
    document text not null,
    currency text,
    value_minor bigint,
    state text not null check (state in ('sent', 'credited')),
    credited_at timestamptz,
    credited_by uuid,
    note text not null default ''
);
create index supplier_return_by_state on supplier_return (state desc, at, return_id);

alter table supplier_return enable row level security;
create policy own_store on supplier_return
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on supplier_return from ${app};
