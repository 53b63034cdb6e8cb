-- The raw facts of the tills, as the canonical bytes that their hash chain covers.
create table event (
    event_id uuid primary key,
    device_id uuid not null,
    store_id text not null,
    at timestamptz not null,
    type text not null,
    version integer not null,
    fact bytea not null,
    fact_hash bytea not null,
    received_at timestamptz not null
);
create index event_by_store on event (store_id, received_at);

-- Where each till's journal has each event. A till that starts a new incarnation journals its events again: the same
-- event, another place.
create table journal_entry (
    device_id uuid not null,
    incarnation uuid not null,
    seq bigint not null,
    store_id text not null,
    event_id uuid not null,
    hash bytea not null,
    primary key (device_id, incarnation, seq)
);
create index journal_entry_by_event on journal_entry (event_id);

create table journal_stream (
    device_id uuid not null,
    incarnation uuid not null,
    store_id text not null,
    have_seq bigint not null,
    have_hash bytea not null,
    safe_seq bigint not null default 0,
    begun_at timestamptz not null,
    primary key (device_id, incarnation)
);

-- A work list: facts that are stored and whose effects wait for a person or for a newer server.
create table event_exception (
    exception_id uuid primary key,
    event_id uuid not null,
    device_id uuid not null,
    store_id text not null,
    code text not null,
    cause text not null,
    fact bytea not null,
    raised_at timestamptz not null,
    solved_at timestamptz,
    solved_by uuid
);
create unique index event_exception_once on event_exception (event_id, code, sha256(fact));
create index event_exception_open on event_exception (store_id, raised_at) where solved_at is null;

create table stock_balance (
    store_id text not null,
    sku text not null,
    on_hand numeric(18, 3) not null default 0,
    reserved numeric(18, 3) not null default 0 check (reserved >= 0),
    in_transit numeric(18, 3) not null default 0,
    primary key (store_id, sku)
);
create index stock_balance_by_sku on stock_balance (sku);

create table stock_movement (
    event_id uuid not null,
    line integer not null,
    store_id text not null,
    sku text not null,
    quantity numeric(18, 3) not null,
    from_location text not null,
    to_location text not null,
    reason text not null,
    device_id uuid,
    at timestamptz not null,
    primary key (event_id, line)
);
create index stock_movement_by_sku on stock_movement (store_id, sku, at);

create table sale (
    sale_id uuid primary key,
    event_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    receipt_number text not null,
    business_day date not null,
    shift_id uuid,
    staff_id uuid,
    customer_id uuid,
    order_id uuid,
    at timestamptz not null,
    currency text not null,
    net_minor bigint not null,
    tax_minor bigint not null,
    total_minor bigint not null
);
create index sale_by_day on sale (store_id, business_day);
create index sale_by_customer on sale (customer_id) where customer_id is not null;
create index sale_by_receipt on sale (store_id, receipt_number);

create table sale_line (
    sale_id uuid not null,
    line integer not null,
    store_id text not null,
    kind text not null,
    sku text not null,
    quantity numeric(18, 3) not null,
    unit_price numeric(18, 6) not null,
    net_minor bigint not null,
    tax_minor bigint not null,
    total_minor bigint not null,
    primary key (sale_id, line)
);
create index sale_line_by_sku on sale_line (sku, store_id);

create table tender (
    sale_id uuid not null,
    n integer not null,
    store_id text not null,
    kind text not null,
    amount_minor bigint not null,
    primary key (sale_id, n)
);

-- Double entry: the lines of one event add up to 0.
create table ledger_line (
    event_id uuid not null,
    n integer not null,
    store_id text not null,
    business_day date not null,
    account text not null,
    currency text not null,
    amount_minor bigint not null,
    primary key (event_id, n)
);
create index ledger_line_by_day on ledger_line (store_id, business_day, account);

-- What a store took on a business day: the running sums of its sales.
create table takings (
    store_id text not null,
    business_day date not null,
    currency text not null,
    sales bigint not null default 0,
    lines bigint not null default 0,
    net_minor bigint not null default 0,
    tax_minor bigint not null default 0,
    total_minor bigint not null default 0,
    cash_minor bigint not null default 0,
    card_minor bigint not null default 0,
    primary key (store_id, business_day, currency)
);

create table shift (
    shift_id uuid primary key,
    store_id text not null,
    device_id uuid not null,
    business_day date not null,
    opened_at timestamptz,
    closed_at timestamptz,
    z_number integer,
    proof text
);

-- Card payments asked of a terminal: one that stays open is money to look for.
create table payment_intent (
    intent_id uuid primary key,
    store_id text not null,
    device_id uuid not null,
    sale_id uuid not null,
    amount_minor bigint not null,
    currency text not null,
    intended_at timestamptz not null,
    state text not null check (state in ('open', 'taken', 'abandoned'))
);
create index payment_intent_open on payment_intent (store_id) where state = 'open';

do $$
declare
    t text;
begin
    foreach t in array array['event', 'journal_entry', 'journal_stream', 'event_exception', 'stock_movement', 'sale',
        'sale_line', 'tender', 'ledger_line', 'takings', 'shift', 'payment_intent']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_store on %I
            using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
            with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))', t);
    end loop;
end $$;
create policy own_sale on sale for select using (customer_id = (select km_subject()));
-- Facts are never changed and never removed.
revoke update, delete on event, journal_entry, stock_movement, ledger_line, sale, sale_line, tender from ${app};

-- Everybody may see how much a store has and reserve of it; only the store's own facts change what is on hand.
alter table stock_balance enable row level security;
create policy everybody_reads on stock_balance for select using (true);
create policy reserve on stock_balance for update using (true) with check (true);
create policy own_store on stock_balance for insert
    with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()));

create function km_stock_guard() returns trigger language plpgsql as $$
begin
    if not (km_everywhere() or new.store_id = any (km_stores())) then
        raise exception 'only the store itself changes what is on hand' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger stock_guard before update on stock_balance for each row
    when (old.on_hand is distinct from new.on_hand or old.in_transit is distinct from new.in_transit
        or old.store_id <> new.store_id or old.sku <> new.sku)
    execute function km_stock_guard();
