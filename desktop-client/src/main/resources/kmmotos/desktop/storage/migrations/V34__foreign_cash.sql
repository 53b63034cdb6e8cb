-- The foreign cash that the store takes, as head office told it.
create table foreign_rates (store_id varchar(8) primary key, body varchar(1000000) not null);
