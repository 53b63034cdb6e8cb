-- What happened to pieces with serial numbers, as the tills told it.
create table serial_step (
    event_id uuid not null,
    n integer not null,
    serial text not null,
    kind text not null,
    sku text not null,
    store_id text not null,
    at timestamptz not null,
    reference text not null,
    primary key (event_id, n)
);
create index serial_step_serial on serial_step (serial, at);
alter table serial_step enable row level security;
create policy own_store on serial_step
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
-- Facts are never changed and never removed.
revoke update, delete on serial_step from ${app};

-- A piece may have been sold at any shop. Who has its number in hand may know that; nobody may look through all of them.
create function km_serial_steps(wanted text, most integer)
    returns table (kind text, sku text, store_id text, at timestamptz, reference text)
    language sql stable security definer set search_path = public as $$
    select s.kind, s.sku, s.store_id, s.at, s.reference
    from serial_step s
    where s.serial = wanted and km_role() in ('device', 'staff', 'head_office', 'server')
    order by s.at desc, s.event_id, s.n
    limit most
$$;
