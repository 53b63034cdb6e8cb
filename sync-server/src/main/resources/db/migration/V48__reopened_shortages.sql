-- A case that ends and begins within one transaction goes on: when an order is handed over, its goods are let go of before
-- they leave the stock, and what was asked of other stores for the case must not be withdrawn by that.
-- What tills were told of its beginning and of its end are two things now.
alter table oversell_case add column end_told boolean not null default false;
update oversell_case set end_told = true where closed_at is not null and told;
drop index oversell_case_untold;
create index oversell_case_untold on oversell_case (opened_at) where not told or (closed_at is not null and not end_told);

create or replace function km_oversell_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update oversell_case c set closed_at = null from after_change n
        where c.store_id = n.store_id and c.sku = n.sku and c.closed_at = now() and n.on_hand - n.reserved < 0;
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
