-- A count says: at its cut there were so many. So what a store has on hand of a SKU is what its last count counted, plus
-- every movement that is not in that count's cut. The counts of a SKU have one order, by weight and event id, that does
-- not depend on when they arrived. Each count adjusts the difference between its own figure and the one before it.
create table stock_count (
    event_id uuid primary key,
    count_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    at timestamptz not null
);
create index stock_count_by_store on stock_count (store_id, at);

create table stock_count_line (
    event_id uuid not null references stock_count,
    line integer not null,
    store_id text not null,
    sku text not null,
    counted numeric(18, 3) not null,
    expected numeric(18, 3) not null,
    weight bigint not null,
    primary key (event_id, sku)
);
create index stock_count_line_by_sku on stock_count_line (store_id, sku, weight, event_id);

-- The cut: up to where the counting till had seen each journal of its store.
create table stock_count_mark (
    event_id uuid not null references stock_count,
    store_id text not null,
    device_id uuid not null,
    incarnation uuid not null,
    seq bigint not null,
    primary key (event_id, device_id, incarnation)
);
create index stock_count_mark_by_place on stock_count_mark (store_id, device_id, seq);

-- Stock that head office booked at a store, with a place of its own, as if head office kept a journal there. The number
-- is a time in milliseconds, so that a server that was set back never gives one again.
create table stock_booking (
    store_id text not null,
    n bigint not null,
    event_id uuid not null,
    primary key (store_id, n)
);
create index stock_booking_by_event on stock_booking (event_id);
insert into stock_booking (store_id, n, event_id)
    select store_id, row_number() over (partition by store_id order by min(at), event_id), event_id
    from stock_movement where device_id is null group by store_id, event_id;

-- Where in which journal of a store an event stands; one that was journalled again stands in several places.
create view event_place with (security_invoker = true) as
    select store_id, event_id, device_id, incarnation, seq from journal_entry
    union all
    select store_id, event_id, '62589481-b948-340a-9f6f-f8419974a01d'::uuid, '00000000-0000-0000-0000-000000000000'::uuid, n
    from stock_booking;
grant select on event_place to ${app};

-- What is known of a transfer. Its sending and its arrival are facts of two stores and come in any order.
create table transfer (
    transfer_id uuid primary key,
    from_store text not null,
    to_store text not null check (to_store <> from_store),
    sent_at timestamptz,
    state text not null default 'SENT' check (state in ('SENT', 'PARTLY_RECEIVED', 'RECEIVED')),
    changed_at timestamptz not null
);
create index transfer_open on transfer (transfer_id) where state <> 'RECEIVED';
create index transfer_open_to on transfer (to_store) where state <> 'RECEIVED';
create index transfer_open_from on transfer (from_store) where state <> 'RECEIVED';

create table transfer_line (
    transfer_id uuid not null references transfer,
    sku text not null,
    sent numeric(18, 3) not null default 0,
    received numeric(18, 3) not null default 0,
    primary key (transfer_id, sku)
);

create table transfer_event (
    event_id uuid primary key,
    transfer_id uuid not null references transfer
);
create index transfer_event_by_transfer on transfer_event (transfer_id);

do $$
declare
    t text;
begin
    foreach t in array array['stock_count', 'stock_count_line', 'stock_count_mark', 'stock_booking']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_store on %I
            using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
            with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))', t);
    end loop;
    foreach t in array array['transfer_line', 'transfer_event']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_transfer on %I
            using (exists (select 1 from transfer x where x.transfer_id = %I.transfer_id))
            with check (exists (select 1 from transfer x where x.transfer_id = %I.transfer_id))', t, t, t);
    end loop;
end $$;
alter table transfer enable row level security;
create policy both_stores on transfer
    using (from_store = any ((select km_stores())::text[]) or to_store = any ((select km_stores())::text[])
        or (select km_everywhere()))
    with check (from_store = any ((select km_stores())::text[]) or to_store = any ((select km_stores())::text[])
        or (select km_everywhere()));
revoke update, delete on stock_count, stock_count_line, stock_count_mark, stock_booking, transfer_event from ${app};

-- Whoever sends goods says at the other store that they are on their way, and no more: through km_stock_change, which
-- runs as the owner.
create or replace function km_stock_guard() returns trigger language plpgsql as $$
begin
    if km_everywhere() or new.store_id = any (km_stores()) then
        return new;
    end if;
    if current_user <> session_user and new.on_hand = old.on_hand and new.store_id = old.store_id
            and new.sku = old.sku then
        return new;
    end if;
    raise exception 'only the store itself changes what is on hand' using errcode = '42501';
end $$;

-- Adds to balances of several stores, locked in the order of store and SKU.
create function km_stock_change(stores text[], skus text[], on_hand_changes numeric[], in_transit_changes numeric[])
    returns void language plpgsql security definer set search_path = public as $$
begin
    if km_role() not in ('device', 'staff', 'head_office', 'server')
            or exists (select 1 from unnest(stores, on_hand_changes) as c (store_id, change)
            where c.change <> 0 and not (km_everywhere() or c.store_id = any (km_stores()))) then
        raise exception 'only the store itself changes what is on hand' using errcode = '42501';
    end if;
    insert into stock_balance (store_id, sku, on_hand, in_transit)
        select store_id, sku, on_hand, in_transit
        from unnest(stores, skus, on_hand_changes, in_transit_changes) as c (store_id, sku, on_hand, in_transit)
        order by store_id, sku
        on conflict (store_id, sku) do update
        set on_hand = stock_balance.on_hand + excluded.on_hand,
            in_transit = stock_balance.in_transit + excluded.in_transit;
end $$;
