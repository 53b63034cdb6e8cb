-- How much of a SKU a store keeps back from the web, and how much it has set aside for it. A store that has not been
-- heard of for hours sells online only what it has set aside. No row: nothing of either.
create table online_stock (
    store_id text not null,
    sku text not null,
    safety numeric(18, 3) not null default 0 check (safety >= 0),
    set_aside numeric(18, 3) not null default 0 check (set_aside >= 0),
    primary key (store_id, sku)
);
alter table online_stock enable row level security;
create policy everybody_reads on online_stock for select using (true);
create policy head_office_writes on online_stock using ((select km_everywhere())) with check ((select km_everywhere()));

-- What a store can promise online: on hand, less reserved, less kept back; or what it set aside, when it is silent.
create function km_available(on_hand numeric, reserved numeric, safety numeric, set_aside numeric, silent boolean)
    returns numeric language sql immutable parallel safe
    return greatest(0, least(on_hand - reserved - coalesce(safety, 0),
        case when silent then coalesce(set_aside, 0) - reserved end));

-- More is reserved than there is: somebody who was promised goods can't be served from this store's shelf. There is an
-- open case if and only if on_hand - reserved < 0, so the table that holds both opens and closes it.
create table oversell_case (
    case_id uuid primary key default gen_random_uuid(),
    store_id text not null,
    sku text not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz
);
create unique index oversell_case_open on oversell_case (store_id, sku) where closed_at is null;
alter table oversell_case enable row level security;
create policy own_store on oversell_case for select
    using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()));

create function km_oversell_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into oversell_case (store_id, sku)
        select store_id, sku from added where on_hand - reserved < 0
        on conflict do nothing;
    return null;
end $$;
create trigger oversell_added after insert on stock_balance referencing new table as added
    for each statement execute function km_oversell_added();

create function km_oversell_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into oversell_case (store_id, sku)
        select n.store_id, n.sku from after_change n join before_change o using (store_id, sku)
        where n.on_hand - n.reserved < 0 and o.on_hand - o.reserved >= 0
        on conflict do nothing;
    -- A case that was opened by this very transaction was never true.
    delete from oversell_case c using after_change n
        where c.store_id = n.store_id and c.sku = n.sku and c.closed_at is null and c.opened_at = now()
            and n.on_hand - n.reserved >= 0;
    update oversell_case c set closed_at = now() from after_change n
        where c.store_id = n.store_id and c.sku = n.sku and c.closed_at is null and n.on_hand - n.reserved >= 0;
    return null;
end $$;
create trigger oversell_changed after update on stock_balance
    referencing old table as before_change new table as after_change
    for each statement execute function km_oversell_changed();
