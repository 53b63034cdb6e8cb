-- The foreign cash that stores take: what one unit is worth from a day on.
create table foreign_rates (
    store_id text primary key,
    document text not null
);
alter table foreign_rates enable row level security;
create policy own_store on foreign_rates
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_everywhere()));

-- What was given in another currency, and what was handed back for it in the store's; amount_minor is in the store's.
alter table tender
    add column given_currency text,
    add column given_minor bigint,
    add column change_minor bigint,
    add check ((given_currency is null) = (given_minor is null) and (given_minor is null) = (change_minor is null));

-- Foreign cash that was expected and counted when the drawer of a shift was.
alter table shift add column foreign_counts text;
