-- Between which figures head office wants an item here.
create table reorder_level (
    sku varchar primary key,
    low bigint not null,
    high bigint not null
);
