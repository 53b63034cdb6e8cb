-- Up to where each till's journal is in the stock figures: the cut of the next count. Never set back.
create table seen_journal (
    device uuid not null,
    incarnation uuid not null,
    seq bigint not null,
    primary key (device, incarnation)
);

-- The stores of the chain by name: where goods may be sent.
create table store_name (store_id varchar(8) primary key, name varchar(300) not null);

-- Transfers from and to this store as the server tells of them, or as this till sent them.
create table transfer (
    transfer_id uuid primary key,
    body varchar(1000000) not null
);
-- What this till itself has taken in of a transfer, which the server may not know yet.
create table transfer_arrival (
    transfer_id uuid not null,
    sku varchar(64) not null,
    quantity bigint not null,
    primary key (transfer_id, sku)
);
