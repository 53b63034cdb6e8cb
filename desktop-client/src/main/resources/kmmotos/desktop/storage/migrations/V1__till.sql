-- The till's database: a projection of its journal and of what the server told it.
-- Quantities are thousandths, money is minor units; a body is the model record's JSON.

create table sync_fact (
    name varchar(40) primary key,
    text varchar(100000) not null
);

create table brand (code varchar(64) primary key, name varchar(300) not null);
create table category (code varchar(64) primary key, parent varchar(64), body varchar(100000) not null);

create table product (
    product_id uuid primary key,
    active boolean not null,
    body varchar(1000000) not null
);
create table variant (
    sku varchar(64) primary key,
    product_id uuid not null,
    active boolean not null
);
create index variant_product on variant (product_id);
-- What may be scanned or typed to name a variant exactly: kind 1 GTIN, 2 SKU, 3 part number.
create table scan_code (
    code varchar(100) not null,
    kind smallint not null,
    sku varchar(64) not null,
    primary key (code, kind, sku)
);
create index scan_code_sku on scan_code (sku);
create table search_word (
    word varchar(100) not null,
    sku varchar(64) not null,
    primary key (word, sku)
);
create index search_word_sku on search_word (sku, word);
create table fitment (
    make varchar_ignorecase(100) not null,
    model varchar_ignorecase(100) not null,
    year_from int not null,
    year_to int not null,
    sku varchar(64) not null
);
create index fitment_bike on fitment (make, model, year_from);
create index fitment_sku on fitment (sku);

-- Each make and model that something fits, with the letters and digits to find it by.
create table motorcycle_model (
    make varchar_ignorecase(100) not null,
    model varchar_ignorecase(100) not null,
    letters varchar(200) not null,
    primary key (make, model)
);

create table price_list (
    price_list_id varchar(64) primary key,
    zone varchar(64) not null,
    effective_from timestamp(9) with time zone not null,
    fetched boolean not null
);
create table price (
    price_list_id varchar(64) not null,
    sku varchar(64) not null,
    body varchar(1000000) not null,
    primary key (price_list_id, sku)
);
create table tax_rules (place varchar(20) primary key, body varchar(1000000) not null);
create table coupon (code varchar(32) primary key, uses int not null, body varchar(100000) not null);

create table customer (
    customer_id uuid primary key,
    name varchar(300) not null,
    active boolean not null,
    body varchar(100000) not null
);
create table customer_word (
    word varchar(100) not null,
    customer_id uuid not null,
    primary key (word, customer_id)
);
create index customer_word_customer on customer_word (customer_id, word);

create table staff_member (
    staff_id uuid primary key,
    name varchar(300) not null,
    body varchar(100000) not null
);
-- Apart from the member, so that a change from head office keeps the count.
create table pin_guard (
    staff_id uuid primary key,
    wrong_pins int not null,
    locked_until timestamp(9) with time zone
);

create table store (store_id varchar(8) primary key, body varchar(100000) not null);

create table stock (sku varchar(64) primary key, on_hand bigint not null);
create table stock_movement (
    movement_id bigint generated always as identity primary key,
    sku varchar(64) not null,
    at timestamp(9) with time zone not null,
    change bigint not null,
    reason varchar(40) not null,
    reference varchar(100) not null
);
create index stock_movement_sku on stock_movement (sku, movement_id);

create table web_order (
    order_id uuid primary key,
    number varchar(40) not null,
    state varchar(20) not null,
    placed_at timestamp(9) with time zone not null,
    expires_at timestamp(9) with time zone not null,
    body varchar(1000000) not null
);
create index web_order_state on web_order (state);
create table order_reservation (
    order_id uuid not null,
    sku varchar(64) not null,
    quantity bigint not null
);
create index order_reservation_order on order_reservation (order_id);
create index order_reservation_sku on order_reservation (sku);

create table shift (
    shift_id uuid primary key,
    is_open boolean not null,
    opened_at timestamp(9) with time zone not null,
    from_seq bigint not null,
    opening varchar(100000) not null,
    totals varchar(100000) not null,
    closing varchar(100000)
);
create table sale (
    sale_id uuid primary key,
    receipt_number varchar(40) not null unique,
    shift_id uuid not null,
    customer_id uuid,
    at timestamp(9) with time zone not null,
    total bigint not null,
    body varchar(1000000) not null
);
create index sale_at on sale (at);
create index sale_shift on sale (shift_id);
create table returned_line (
    sale_id uuid not null,
    line_id int not null,
    returned bigint not null,
    primary key (sale_id, line_id)
);
create table coupon_use (
    code varchar(32) not null,
    sale_id uuid not null,
    primary key (code, sale_id)
);
create table payment_intent (
    intent_id uuid primary key,
    sale_id uuid not null,
    state varchar(20) not null,
    at timestamp(9) with time zone not null,
    body varchar(100000) not null
);
create index payment_intent_state on payment_intent (state);

create table quarantined_event (
    event_id uuid primary key,
    code varchar(100) not null
);

-- Which facts the tables hold already: asked when the journal began a new incarnation.
create table applied_event (event_id uuid primary key);
