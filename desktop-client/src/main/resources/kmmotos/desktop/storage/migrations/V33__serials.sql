-- What this till told of pieces with serial numbers.
create table serial_step (
    serial varchar(40) not null,
    kind varchar(10) not null,
    sku varchar(64) not null,
    store_id varchar(8) not null,
    at timestamp(9) with time zone not null,
    reference varchar(100) not null
);
create index serial_step_serial on serial_step (serial);
