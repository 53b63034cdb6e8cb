-- ahead: a till of the shop changed the customer, and the server has not told all of it yet.
-- told: then the server's last word; null if it has not told of this customer at all.
alter table customer add column ahead boolean default false not null;
alter table customer add column told varchar(1000000);
create index customer_ahead on customer (ahead, customer_id);
create index sale_customer on sale (customer_id, at);
-- What the server answered about an item at all shops, and when.
create table stock_elsewhere (
    sku varchar(64) primary key,
    body varchar(1000000) not null
);
