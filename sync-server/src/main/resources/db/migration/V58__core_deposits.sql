-- Deposits for old parts: charged (above 0) and given back (below 0). sale_id is the sale that charged; a part may come
-- back before the server hears of that sale. What adds up to more than 0 is still to come back.
create table core_movement (
    event_id uuid not null,
    n integer not null,
    store_id text not null,
    sale_id uuid not null,
    sku text not null,
    quantity numeric(18, 3) not null,
    currency text not null,
    amount_minor bigint not null,
    at timestamptz not null,
    primary key (event_id, n)
);
create index core_movement_by_sale on core_movement (sale_id, sku);

alter table core_movement enable row level security;
create policy own_store on core_movement
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
-- Facts are never changed and never removed.
revoke update, delete on core_movement from ${app};
