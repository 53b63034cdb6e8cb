-- What a shop itself keeps for the online shop, beside what head office has set aside. It ends by itself.
alter table online_stock
    add column shop_quantity numeric(18, 3) not null default 0 check (shop_quantity >= 0),
    add column shop_until timestamptz,
    add column shop_decided_at timestamptz,
    add column shop_decision uuid,
    add column shop_document text;
create index online_stock_set_aside on online_stock (store_id) where shop_document is not null;

create policy own_store_sets_aside on online_stock for insert
    with check (store_id = any ((select km_stores())::text[]) and safety = 0 and set_aside = 0);
create policy own_store_changes on online_stock for update
    using (store_id = any ((select km_stores())::text[])) with check (store_id = any ((select km_stores())::text[]));

create function km_online_stock_guard() returns trigger language plpgsql as $$
begin
    if not km_everywhere() then
        raise exception 'only head office changes what it keeps back' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger online_stock_guard before update on online_stock for each row
    when (old.safety <> new.safety or old.set_aside <> new.set_aside or old.sells_per_day <> new.sells_per_day
        or old.store_id <> new.store_id or old.sku <> new.sku)
    execute function km_online_stock_guard();

-- All that is set aside for the web at this moment.
create function km_set_aside(by_head_office numeric, by_shop numeric, shop_until timestamptz)
    returns numeric language sql stable parallel safe
    return coalesce(by_head_office, 0) + case when shop_until > now() then coalesce(by_shop, 0) else 0 end;
