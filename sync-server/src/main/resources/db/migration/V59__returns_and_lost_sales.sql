-- What came back, of which sale, why and what became of it; and the keys by which tills believe each other's receipts.

-- of_sale and of_line: absent without a receipt. reason, condition: absent for returns of before they were asked.
create table sale_return (
    sale_id uuid not null,
    line integer not null,
    event_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    business_day date not null,
    at timestamptz not null,
    staff_id uuid,
    of_sale uuid,
    of_line integer,
    of_receipt text,
    sku text not null,
    quantity numeric(18, 3) not null check (quantity > 0),
    currency text not null,
    total_minor bigint not null,
    reason text,
    condition text,
    note text not null default '',
    approved_by uuid,
    primary key (sale_id, line)
);
create index sale_return_of on sale_return (of_sale, of_line) where of_sale is not null;
create index sale_return_by_day on sale_return (business_day, sale_id, line);

insert into sale_return (sale_id, line, event_id, store_id, device_id, business_day, at, staff_id, of_sale, of_line,
        of_receipt, sku, quantity, currency, total_minor)
    select s.sale_id, l.line, s.event_id, s.store_id, s.device_id, s.business_day, s.at, s.staff_id,
        (told.line #>> '{return_of,sale_id}')::uuid, (told.line #>> '{return_of,line_id}')::integer,
        told.line #>> '{return_of,receipt_number}', l.sku, -l.quantity, s.currency, l.total_minor
    from sale s join sale_line l using (sale_id) join event e using (event_id)
        cross join lateral jsonb_array_elements(convert_from(e.fact, 'UTF8')::jsonb #> '{body,sale,lines}')
            as told (line)
    where l.kind = 'RETURN' and (told.line ->> 'line_id')::integer = l.line;

alter table sale_return enable row level security;
create policy own_store on sale_return
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
-- Facts are never changed and never removed.
revoke update, delete on sale_return from ${app};

-- Lines of these sales of which more came back than was sold, wherever. A till's upload may not read other stores'
-- sales; this much it has to know.
create function km_returned_too_often(sales uuid[])
    returns table (of_sale uuid, of_line integer, sold numeric, returned numeric, receipts text)
    language sql stable security definer set search_path = public as $$
    select r.of_sale, r.of_line, l.quantity, sum(r.quantity),
        string_agg(distinct s.receipt_number, ', ' order by s.receipt_number)
    from sale_return r
        join sale_line l on l.sale_id = r.of_sale and l.line = r.of_line
        join sale s on s.sale_id = r.sale_id
    where r.of_sale = any (sales) and km_role() in ('device', 'staff', 'head_office', 'server')
    group by r.of_sale, r.of_line, l.quantity
    having sum(r.quantity) > l.quantity
$$;

-- Tills that are enrolled already are told to the tills of all stores.
do $$
declare
    last bigint;
begin
    if not exists (select 1 from till) then
        return;
    end if;
    insert into feed_scope (scope, n) values ('catalog', 0) on conflict do nothing;
    select n into last from feed_scope where scope = 'catalog' for update;
    insert into feed_entry (scope, n, entry_id, policy)
        select 'catalog', last + row_number() over (order by device_id), gen_random_uuid(),
            jsonb_build_object('type', 'receipt_key_changed',
                'public_key', replace(encode(public_key, 'base64'), E'\n', ''),
                'revoked', revoked_at is not null and replaced_by is null,
                'till', jsonb_build_object('device_id', device_id, 'name', name, 'number', number,
                    'store_id', store_id))::text
        from till;
    update feed_scope set n = last + (select count(*) from till) where scope = 'catalog';
end $$;

-- What customers wanted and did not get. Without an article the words say what it was.
create table lost_sale (
    lost_sale_id uuid primary key,
    event_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    day date not null,
    at timestamptz not null,
    staff_id uuid not null,
    customer_id uuid,
    sku text,
    words text not null,
    quantity numeric(18, 3) not null check (quantity > 0),
    reason text not null,
    check (sku is not null or words <> '')
);
create unique index lost_sale_by_event on lost_sale (event_id);
create index lost_sale_by_day on lost_sale (day, lost_sale_id);
alter table lost_sale enable row level security;
create policy own_store on lost_sale
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke update, delete on lost_sale from ${app};
