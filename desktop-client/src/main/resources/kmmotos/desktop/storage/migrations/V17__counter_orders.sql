-- Orders that were made at counters of the shop; told: whether the server knows it.
create table counter_order (
    order_id uuid primary key,
    number varchar(40) not null,
    device_id uuid not null,
    n bigint not null,
    is_over boolean not null,
    told boolean not null,
    due date not null,
    words varchar(400) not null,
    body varchar(1000000) not null
);
create index counter_order_number on counter_order (number);
create index counter_order_n on counter_order (device_id, n);
create index counter_order_due on counter_order (is_over, due);
