-- When each item was counted last, as far as this till knows: by its own counts and by those that the shop's other tills told it.
create table last_count (
    sku varchar(64) primary key,
    counted_at timestamp(9) with time zone not null
);
-- Why an item that should be counted was left out, and on which day of the shop: known to this till alone.
create table skipped_count (
    sku varchar(64) primary key,
    skipped_on date not null,
    reason varchar(200) not null
);
