-- The rows of each table, one statement a table, in the tables' order of filling. {events} sales go round the {tills}
-- tills, of which each store has three, evenly over the time until now. What a number i gives: till i % tills (k), that
-- till's sale no. i / tills + 1 (seq).

--- event (event_id, device_id, store_id, at, type, version, fact, fact_hash, received_at)
select event_id, device_id, store_id, at, type, version, convert_to(fact, 'UTF8'), sha256(convert_to(fact, 'UTF8')), at
from (select fill.id('0ee', ms, i) as event_id, fill.device(k) as device_id, 'B' || k / 3 as store_id, at, t.type, t.version,
        replace(replace(replace(replace(replace(replace(replace(t.fact,
            t.event, fill.id('0ee', ms, i)::text), t.sale, fill.id('0cc', ms, i)::text),
            t.receipt, 'B' || k / 3 || '-' || k % 3 + 1 || '-1-' || lpad(seq::text, 6, '0')), '"TEMPLATE"', '"B' || k / 3 || '"'),
            t.device, fill.device(k)::text),
            t.line_sku[1], 'S-' || lpad(((i * 31 + seq) % {items})::text, 7, '0')),
            t.line_sku[2], 'S-' || lpad(((i * 31 + seq + 1) % {items})::text, 7, '0')) as fact
    from {sales} g cross join fill.template t offset 0) e

--- journal_entry (device_id, incarnation, seq, store_id, event_id, hash)
select fill.device(k), fill.journal(k), seq, 'B' || k / 3, fill.id('0ee', ms, i), sha256(int8send(i)) from {sales} g

--- sale (sale_id, event_id, store_id, device_id, receipt_number, business_day, shift_id, staff_id, at, currency, net_minor, tax_minor, total_minor)
select fill.id('0cc', ms, i), fill.id('0ee', ms, i), 'B' || k / 3, fill.device(k),
    'B' || k / 3 || '-' || k % 3 + 1 || '-1-' || lpad(seq::text, 6, '0'), at::date,
    fill.id('0bb', (seq - 1) / 30, k), t.staff_id, at, t.currency, t.net_minor, t.tax_minor, t.total_minor
from {sales} g cross join fill.template t

--- sale_line (sale_id, line, store_id, kind, sku, quantity, unit_price, net_minor, tax_minor, total_minor)
select fill.id('0cc', ms, i), n, 'B' || k / 3, t.line_kind[n], 'S-' || lpad(((i * 31 + seq + n - 1) % {items})::text, 7, '0'),
    t.line_quantity[n], t.line_price[n], t.line_net[n], t.line_tax[n], t.line_total[n]
from (select *, generate_series(1, 2) as n from {sales} g) l cross join fill.template t

--- tender (sale_id, n, store_id, kind, amount_minor)
select fill.id('0cc', ms, i), 1, 'B' || k / 3, t.tender_kind, t.total_minor from {sales} g cross join fill.template t

--- ledger_line (event_id, n, store_id, business_day, account, currency, amount_minor)
select fill.id('0ee', ms, i), n, 'B' || k / 3, at::date, t.ledger_account[n], t.currency, t.ledger_amount[n]
from (select *, generate_series(1, 3) as n from {sales} g) l cross join fill.template t

--- stock_movement (event_id, line, store_id, sku, quantity, from_location, to_location, reason, device_id, at)
select fill.id('0ff', 0, s), n, 'B' || s, 'S-' || lpad(n::text, 7, '0'), 1000000::numeric, 'SUPPLIER', 'STORE', 'IMPORT', null::uuid,
    to_timestamp({from} / 1000.0)
from (select s, generate_series(0, {items} - 1) as n from (select generate_series(0, {stores} - 1) as s) o) b
where (s * {items} + n) % 5000 <> 7
union all
select fill.id('0ee', ms, i), t.move_line[n], 'B' || k / 3, 'S-' || lpad(((i * 31 + seq + n - 1) % {items})::text, 7, '0'),
    t.move_quantity[n], t.move_from, t.move_to, t.move_reason, fill.device(k), at
from (select *, generate_series(1, 2) as n from {sales} g) l cross join fill.template t

--- feed_entry (scope, n, entry_id, policy, at)
select scope, n, entry_id, policy, at from fill.kept_entry
union all
select 'store/B' || k / 3, (seq - 1) * 6 + k % 3 * 2 + n, fill.id('0f' || n, ms, i),
    replace(replace(replace(replace(t.news[n], '"TEMPLATE"', '"B' || k / 3 || '"'), t.device, fill.device(k)::text),
        t.journal, fill.journal(k)::text), t.line_sku[n], 'S-' || lpad(((i * 31 + seq + n - 1) % {items})::text, 7, '0')), at
from (select *, generate_series(1, 2) as n from {sales} g where i >= {heard}) l cross join fill.template t

--- shift (shift_id, store_id, device_id, business_day, opened_at, closed_at, z_number, proof)
select fill.id('0bb', z, k), 'B' || k / 3, fill.device(k), to_timestamp(ms / 1000.0)::date, to_timestamp(ms / 1000.0),
    to_timestamp(ms / 1000.0) + interval '8 hours', z::integer + 1, 'proved'
from (select k, z, {from} + (z * 30 * {tills} + k) * {span} / {events} as ms
    from (select k, generate_series(0, (({events} - 1 - k) / {tills}) / 30) as z
        from (select generate_series(0::bigint, {tills} - 1) as k) o where k < {events}) p) q

--- journal_stream (device_id, incarnation, store_id, have_seq, have_hash, begun_at, moved_at)
select fill.device(k), fill.journal(k), 'B' || k / 3, ({events} - 1 - k) / {tills} + 1, sha256(int8send(k)),
    to_timestamp({from} / 1000.0), to_timestamp(({from} + {span}) / 1000.0)
from (select generate_series(0::bigint, {tills} - 1) as k) o where k < {events}

--- stock_balance (store_id, sku, on_hand)
select store_id, sku, sum(case when to_location = 'STORE' then quantity else -quantity end)
from stock_movement group by store_id, sku

--- takings (store_id, business_day, currency, sales, lines, units, net_minor, tax_minor, total_minor, cash_minor)
select store_id, business_day, currency, count(*), 2 * count(*),
    count(*) * (select sum(q) from fill.template t, unnest(t.line_quantity) q), sum(net_minor)::bigint, sum(tax_minor)::bigint,
    sum(total_minor)::bigint, sum(total_minor)::bigint
from sale group by store_id, business_day, currency

--- feed_scope (scope, n, oldest)
select scope, n, oldest from fill.kept_scope
union all
select scope, max(n), min(n) from feed_entry where scope like 'store/%' group by scope
