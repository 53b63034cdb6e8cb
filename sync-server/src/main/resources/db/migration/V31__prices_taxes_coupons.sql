-- A price list never changes: a new price makes a new list, named by its content.
create table price_list (
    price_list_id text primary key,
    zone text not null,
    currency text not null,
    effective_from timestamptz not null,
    published_at timestamptz not null,
    document bytea not null
);
create index price_list_in_force on price_list (zone, effective_from desc, published_at desc);

-- The rows of the lists that are or will be in force, to be looked up by SKU.
create table price (
    price_list_id text not null references price_list,
    sku text not null,
    amount numeric(18, 6) not null check (amount >= 0),
    min_quantity numeric(18, 3) not null check (min_quantity > 0),
    price_group text,
    store_id text,
    from_day date,
    until_day date
);
create index price_by_sku on price (price_list_id, sku);

create table tax_rules (
    place text primary key,
    document text not null
);

create table coupon (
    code text primary key,
    document text not null,
    max_uses integer,
    uses integer not null default 0 check (uses >= 0),
    -- What the tills were last told; uses by the web are told after a while, not within each checkout.
    told_uses integer not null default 0
);

alter table price_list enable row level security;
create policy everybody_reads on price_list for select using (true);
create policy head_office_writes on price_list using ((select km_everywhere())) with check ((select km_everywhere()));

-- A group's prices are seen by its members and by those who sell to them.
alter table price enable row level security;
create policy own_group_reads on price for select
    using (price_group is null
        or (select km_role()) in ('staff', 'device', 'head_office', 'server')
        or price_group = (select c.price_group from customer c where c.customer_id = (select km_subject()) and c.active));
create policy head_office_writes on price using ((select km_everywhere())) with check ((select km_everywhere()));

alter table tax_rules enable row level security;
create policy everybody_reads on tax_rules for select using (true);
create policy head_office_writes on tax_rules using ((select km_everywhere())) with check ((select km_everywhere()));

-- Whoever checks out uses a coupon; only head office makes or changes one.
alter table coupon enable row level security;
create policy everybody_reads on coupon for select using (true);
create policy everybody_uses on coupon for update using (true) with check (true);
create policy head_office_writes on coupon using ((select km_everywhere())) with check ((select km_everywhere()));

create function km_coupon_guard() returns trigger language plpgsql as $$
begin
    if not km_everywhere() then
        raise exception 'only head office changes a coupon' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger coupon_guard before update on coupon for each row
    when (old.code <> new.code or old.document <> new.document or old.max_uses is distinct from new.max_uses
        or (km_role() in ('visitor', 'customer') and abs(old.uses - new.uses) > 1))
    execute function km_coupon_guard();
