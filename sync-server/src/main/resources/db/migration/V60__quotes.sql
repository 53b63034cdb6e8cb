-- What customers were offered, by number; the quote itself is its event's.

create table quote (
    quote_id uuid primary key,
    number text not null,
    event_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    day date not null,
    valid_until date not null,
    staff_id uuid not null,
    customer_id uuid,
    customer_name text not null,
    currency text not null,
    total_minor bigint not null
);
create unique index quote_by_event on quote (event_id);
create index quote_by_number on quote (number);
create index quote_by_day on quote (day, quote_id);
alter table quote enable row level security;
create policy own_store on quote
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
-- Facts are never changed and never removed.
revoke update, delete on quote from ${app};
