-- What the shop awaits from suppliers, as head office told it, and what this till itself has received of it.
create table purchase_order (
    order_id uuid primary key,
    body varchar not null
);

create table purchase_arrival (
    order_id uuid not null,
    sku varchar not null,
    quantity bigint not null,
    damaged bigint not null,
    primary key (order_id, sku)
);

-- Under which price list the labels of an item were last printed at this till: no fact, only a help.
create table label_printed (
    sku varchar primary key,
    price_list_id varchar not null
);
