-- Where items lie in stores, as the stores decided it last; the first bin is where an item is picked.
create table item_bin (
    store_id text not null,
    sku text not null,
    bins text[] not null,
    decided_at timestamptz not null,
    decision uuid not null,
    document text not null,
    primary key (store_id, sku)
);

alter table item_bin enable row level security;
create policy own_store on item_bin
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on item_bin from ${app};
