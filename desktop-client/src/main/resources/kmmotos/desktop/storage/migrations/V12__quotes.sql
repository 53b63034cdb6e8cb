-- The quotes that this till made.
create table quote (
    quote_id uuid primary key,
    number varchar(40) not null,
    n bigint not null,
    at timestamp(9) with time zone not null,
    body varchar(1000000) not null
);
create index quote_number on quote (number);
create index quote_n on quote (n);
