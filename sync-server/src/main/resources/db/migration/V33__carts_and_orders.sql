-- A guest holds a cart or an order by a token, which the request shows and only its hash is kept.
create function km_token_hash() returns bytea language sql stable parallel safe
    return sha256(convert_to(nullif(current_setting('km.token', true), ''), 'UTF8'));

create table cart (
    cart_id uuid primary key,
    customer_id uuid,
    token_hash bytea,
    store_id text not null,
    coupons text[] not null default '{}',
    version bigint not null default 1,
    order_id uuid,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((customer_id is null) <> (token_hash is null))
);
create index cart_by_age on cart (changed_at);
create index cart_by_customer on cart (customer_id) where customer_id is not null;
alter table cart enable row level security;
create policy own on cart
    using (customer_id = (select km_subject()) or token_hash = (select km_token_hash()) or (select km_everywhere()))
    with check (customer_id = (select km_subject()) or token_hash = (select km_token_hash()) or (select km_everywhere()));

create table cart_line (
    cart_id uuid not null references cart on delete cascade,
    sku text not null,
    position bigint generated always as identity,
    quantity numeric(18, 3) not null check (quantity > 0),
    primary key (cart_id, sku)
);
alter table cart_line enable row level security;
create policy own on cart_line
    using (exists (select 1 from cart c where c.cart_id = cart_line.cart_id))
    with check (exists (select 1 from cart c where c.cart_id = cart_line.cart_id));

create sequence order_number start with 100001;

-- An order's document is the order as tills and customers see it.
create table customer_order (
    order_id uuid primary key,
    number text not null unique,
    store_id text not null,
    customer_id uuid,
    token_hash bytea,
    state text not null,
    document text not null,
    placed_at timestamptz not null,
    expires_at timestamptz not null,
    changed_at timestamptz not null
);
create index customer_order_open on customer_order (store_id, placed_at) where state in ('placed', 'picked', 'ready');
create index customer_order_due on customer_order (expires_at) where state in ('placed', 'picked', 'ready');
create index customer_order_by_customer on customer_order (customer_id, placed_at) where customer_id is not null;
alter table customer_order enable row level security;
create policy own_or_store on customer_order
    using (customer_id = (select km_subject()) or token_hash = (select km_token_hash())
        or store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
    with check (customer_id = (select km_subject()) or token_hash = (select km_token_hash())
        or store_id = any ((select km_stores())::text[]) or (select km_everywhere()));

-- What is held for open orders; the sum per store and SKU is stock_balance.reserved.
create table reservation (
    order_id uuid not null references customer_order,
    store_id text not null,
    sku text not null,
    quantity numeric(18, 3) not null check (quantity > 0),
    firm boolean not null default false,
    primary key (order_id, sku)
);
create index reservation_by_sku on reservation (store_id, sku);
alter table reservation enable row level security;
create policy own_or_store on reservation
    using (exists (select 1 from customer_order o where o.order_id = reservation.order_id))
    with check (exists (select 1 from customer_order o where o.order_id = reservation.order_id));
