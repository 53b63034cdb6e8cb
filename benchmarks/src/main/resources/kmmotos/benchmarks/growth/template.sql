-- One uploaded sale, taken apart: what all others are made from. Its store is called TEMPLATE.
drop schema if exists fill cascade;
create schema fill;

-- Ids that grow with time, as the tills' do; kind and number are three and fifteen hexadecimal digits.
create function fill.id(kind text, ms bigint, n bigint) returns uuid language sql immutable parallel safe
    return (lpad(to_hex(ms), 12, '0') || '7' || kind || '8' || lpad(to_hex(n), 15, '0'))::uuid;

create function fill.device(k bigint) returns uuid language sql immutable parallel safe
    return fill.id('0dd', 0, k);

create function fill.journal(k bigint) returns uuid language sql immutable parallel safe
    return fill.id('0aa', 0, k);

create table fill.template as
    select e.type, e.version, convert_from(e.fact, 'UTF8') as fact,
        e.event_id::text as event, s.sale_id::text as sale, s.receipt_number as receipt, s.device_id::text as device,
        s.staff_id, s.currency, s.net_minor, s.tax_minor, s.total_minor, t.public_key,
        (select array_agg(l.kind order by line) from sale_line l where l.sale_id = s.sale_id) as line_kind,
        (select array_agg(l.sku order by line) from sale_line l where l.sale_id = s.sale_id) as line_sku,
        (select array_agg(l.quantity order by line) from sale_line l where l.sale_id = s.sale_id) as line_quantity,
        (select array_agg(l.unit_price order by line) from sale_line l where l.sale_id = s.sale_id) as line_price,
        (select array_agg(l.net_minor order by line) from sale_line l where l.sale_id = s.sale_id) as line_net,
        (select array_agg(l.tax_minor order by line) from sale_line l where l.sale_id = s.sale_id) as line_tax,
        (select array_agg(l.total_minor order by line) from sale_line l where l.sale_id = s.sale_id) as line_total,
        (select min(x.kind) from tender x where x.sale_id = s.sale_id) as tender_kind,
        (select array_agg(x.account order by n) from ledger_line x where x.event_id = s.event_id) as ledger_account,
        (select array_agg(x.amount_minor order by n) from ledger_line x where x.event_id = s.event_id) as ledger_amount,
        (select array_agg(m.quantity order by line) from stock_movement m where m.event_id = s.event_id) as move_quantity,
        (select array_agg(m.line order by line) from stock_movement m where m.event_id = s.event_id) as move_line,
        (select min(m.from_location) from stock_movement m where m.event_id = s.event_id) as move_from,
        (select min(m.to_location) from stock_movement m where m.event_id = s.event_id) as move_to,
        (select min(m.reason) from stock_movement m where m.event_id = s.event_id) as move_reason,
        (select array_agg(f.policy order by n) from feed_entry f where f.scope = 'store/TEMPLATE') as news,
        (select incarnation::text from journal_entry j where j.event_id = s.event_id) as journal
    from sale s join event e using (event_id) join till t on t.device_id = s.device_id
    where s.store_id = 'TEMPLATE';

create table fill.kept_entry as select * from feed_entry where scope not like 'store/%';
create table fill.kept_scope as select * from feed_scope where scope not like 'store/%';

delete from till where store_id = 'TEMPLATE';
delete from store_contact where store_id = 'TEMPLATE';
delete from store where store_id = 'TEMPLATE';
analyze fill.template;
