-- Customers' addresses. document: the address as the API writes it. At most one is proposed for delivery and one for bills.
create table customer_address (
    address_id uuid primary key,
    customer_id uuid not null,
    document text not null,
    for_delivery boolean not null,
    for_bills boolean not null,
    created_at timestamptz not null
);
create index customer_address_by_customer on customer_address (customer_id, created_at);
create unique index customer_address_for_delivery on customer_address (customer_id) where for_delivery;
create unique index customer_address_for_bills on customer_address (customer_id) where for_bills;
alter table customer_address enable row level security;
create policy own on customer_address
    using (customer_id = (select km_subject()) or (select km_head_office()))
    with check (customer_id = (select km_subject()) or (select km_head_office()));
