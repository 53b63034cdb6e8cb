-- What head office ordered from suppliers, what came of it, and what the goods cost on average.

-- state: 'open' while something is awaited, 'received' once all came, 'closed' by head office.
create table purchase_order (
    order_id uuid primary key,
    number text not null unique,
    store_id text not null references store,
    supplier text not null,
    expected date not null,
    document text not null,
    state text not null check (state in ('open', 'received', 'closed')),
    changed_at timestamptz not null,
    changed_by uuid
);
create index purchase_order_open on purchase_order (store_id, order_id) where state = 'open';

-- Facts. A receipt stays, also when its order is not known (any more).
create table purchase_receipt_line (
    event_id uuid not null,
    line integer not null,
    receipt_id uuid not null,
    order_id uuid not null,
    store_id text not null,
    business_day date not null,
    at timestamptz not null,
    reference text not null,
    received_by uuid not null,
    approved_by uuid,
    sku text not null,
    quantity numeric(18, 3) not null check (quantity >= 0),
    damaged numeric(18, 3) not null check (damaged >= 0),
    currency text,
    cost_minor bigint,
    primary key (event_id, line)
);
create index purchase_receipt_of_order on purchase_receipt_line (order_id);

-- The moving average of what one piece cost, in minor units.
create table item_cost (
    store_id text not null,
    sku text not null,
    currency text not null,
    average_minor numeric(20, 4) not null,
    changed_at timestamptz not null,
    primary key (store_id, sku)
);

alter table purchase_order enable row level security;
create policy own_store on purchase_order
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on purchase_order from ${app};

alter table purchase_receipt_line enable row level security;
create policy own_store on purchase_receipt_line
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke update, delete on purchase_receipt_line from ${app};

alter table item_cost enable row level security;
create policy own_store on item_cost
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on item_cost from ${app};
