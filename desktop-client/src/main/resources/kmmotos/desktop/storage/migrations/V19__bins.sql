-- Where each item lies: the latest decision. Names of bins between commas, the picking place first.
create table item_bin (
    sku varchar(64) primary key,
    bins varchar(200) not null,
    decided_at timestamp(9) with time zone not null,
    decision uuid not null
);
