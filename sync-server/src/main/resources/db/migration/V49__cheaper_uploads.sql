-- What an upload of many tills costs. Measured by where the database spent its time with 500 stores in a transaction.

-- Each row is checked against the caller's stores. One after another that is a walk through all of them for each row;
-- the keys of a jsonb object are found by halving.
create function km_store_keys() returns jsonb language sql stable parallel safe
    return jsonb_object(km_stores(), km_stores());

do $$
declare
    t text;
begin
    foreach t in array array['till', 'store_contact', 'event', 'journal_entry', 'journal_stream', 'event_exception',
        'stock_movement', 'sale', 'sale_line', 'tender', 'ledger_line', 'takings', 'shift', 'payment_intent']
    loop
        execute format('alter policy own_store on %I
            using ((select km_store_keys()) ? store_id or (select km_everywhere()))
            with check ((select km_store_keys()) ? store_id or (select km_everywhere()))', t);
    end loop;
end $$;
alter policy own_store on stock_balance
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));

-- Called for each balance, so it takes nothing apart: a store's code has no comma in it.
create function km_is_own_store(store text) returns boolean language sql stable parallel safe
    return position(',' || store || ',' in ',' || coalesce(current_setting('km.stores', true), '') || ',') > 0;

create or replace function km_stock_guard() returns trigger language plpgsql as $$
begin
    if km_is_own_store(new.store_id) or km_everywhere() then
        return new;
    end if;
    if current_user <> session_user and new.on_hand = old.on_hand and new.store_id = old.store_id
            and new.sku = old.sku then
        return new;
    end if;
    raise exception 'only the store itself changes what is on hand' using errcode = '42501';
end $$;

-- A case of oversell opens and closes where a balance passes 0, which is seldom. Looked for in the rows before and after
-- a statement, each was compared with each.
drop trigger oversell_added on stock_balance;
drop trigger oversell_changed on stock_balance;
drop function km_oversell_added();
drop function km_oversell_changed();

create function km_oversell_opened() returns trigger language plpgsql security definer set search_path = public as $$
begin
    -- A case that ends and begins within one transaction goes on.
    update oversell_case set closed_at = null
        where store_id = new.store_id and sku = new.sku and closed_at = now();
    insert into oversell_case (store_id, sku) values (new.store_id, new.sku) on conflict do nothing;
    return null;
end $$;
create trigger oversell_added after insert on stock_balance
    for each row when (new.on_hand - new.reserved < 0) execute function km_oversell_opened();
create trigger oversell_opened after update on stock_balance
    for each row when (new.on_hand - new.reserved < 0 and old.on_hand - old.reserved >= 0)
    execute function km_oversell_opened();

create function km_oversell_closed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    -- A case that was opened by this very transaction was never true.
    delete from oversell_case where store_id = new.store_id and sku = new.sku and closed_at is null and opened_at = now();
    update oversell_case set closed_at = now()
        where store_id = new.store_id and sku = new.sku and closed_at is null;
    return null;
end $$;
create trigger oversell_closed after update on stock_balance
    for each row when (new.on_hand - new.reserved >= 0 and old.on_hand - old.reserved < 0)
    execute function km_oversell_closed();

-- Nothing asks by these.
drop index event_by_store;
drop index ledger_line_by_day;
drop index sale_line_by_sku;
drop index feed_entry_by_age;

-- Rows that are changed all the time get their next version in their own page, where no index needs to know of it.
alter table till set (fillfactor = 60);
alter table store_contact set (fillfactor = 60);
alter table journal_stream set (fillfactor = 70);
alter table stock_balance set (fillfactor = 70);
alter table takings set (fillfactor = 70);
alter table feed_scope set (fillfactor = 60);
