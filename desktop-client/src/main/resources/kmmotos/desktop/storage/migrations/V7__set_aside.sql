-- What the shop keeps for the online shop: the latest decision about each item.
create table set_aside (
    sku varchar(64) primary key,
    quantity bigint not null,
    until timestamp(9) with time zone not null,
    decided_at timestamp(9) with time zone not null,
    decision uuid not null
);
