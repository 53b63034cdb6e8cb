-- What customers ordered at counters. An order is the fold of its facts: whatever is known of it in whatever order comes to the same.
create table counter_order (
    order_id uuid primary key,
    number text not null,
    event_id uuid not null unique,
    store_id text not null,
    kind text not null,
    state text not null,
    due date not null,
    customer_name text not null,
    document text not null,
    progress text not null,
    currency text not null,
    total_minor bigint not null,
    owed_minor bigint not null,
    is_over boolean not null,
    changed_at timestamptz not null
);
create index counter_order_open on counter_order (store_id, due, order_id) where not is_over;
create index counter_order_due on counter_order (due, order_id) where not is_over;

-- A step of an order, or a sale with a deposit of it; facts stay, also of orders that are not known (yet).
create table counter_order_fact (
    event_id uuid not null,
    order_id uuid not null,
    store_id text not null,
    at timestamptz not null,
    state text,
    sale_id uuid,
    currency text,
    paid_minor bigint,
    primary key (event_id, order_id)
);
create index counter_order_fact_of_order on counter_order_fact (order_id);

alter table counter_order enable row level security;
create policy own_store on counter_order
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on counter_order from ${app};

alter table counter_order_fact enable row level security;
create policy own_store on counter_order_fact
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke update, delete on counter_order_fact from ${app};

-- Goods are held for them as for web orders.
alter table reservation drop constraint reservation_order_id_fkey;
drop policy own_or_store on reservation;
create policy own_or_store on reservation
    using (exists (select 1 from customer_order o where o.order_id = reservation.order_id)
        or exists (select 1 from counter_order o where o.order_id = reservation.order_id))
    with check (exists (select 1 from customer_order o where o.order_id = reservation.order_id)
        or exists (select 1 from counter_order o where o.order_id = reservation.order_id));

-- Paid in is below 0, as on gift cards.
alter table takings add column deposit_minor bigint not null default 0;

-- What a store asks of customers who order; the usual where it is not set.
alter table store add column deposit_rules text;
