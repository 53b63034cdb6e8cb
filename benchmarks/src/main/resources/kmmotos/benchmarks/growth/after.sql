-- What is few, once the rest is there.
delete from till where number <= 3 and store_id like 'B%';
delete from store where store_id like 'B%';
delete from store_contact;
truncate event_exception, online_stock, stock_booking;
delete from oversell_case;

insert into store (store_id, name, zone, time_zone, currency, tax_place, language, prices_include_tax, address, tax_number)
select 'B' || s, 'Store ' || s, 'BR', 'America/Sao_Paulo', 'BRL', 'BR', 'pt-BR', true, '{}', ''
from generate_series(0, {stores} - 1) as s;

insert into till (device_id, store_id, number, name, public_key, enrolled_at, last_contact, journal_end_seq)
select fill.device(k), 'B' || k / 3, k % 3 + 1, 'Till ' || k % 3 + 1, t.public_key, to_timestamp({from} / 1000.0), now(),
    coalesce(s.have_seq, 0)
from generate_series(0::bigint, {tills} - 1) as k cross join fill.template t
left join journal_stream s on s.device_id = fill.device(k);

insert into store_contact (store_id, last_contact)
select 'B' || s, now() from generate_series(0, {stores} - 1) as s;

insert into stock_booking (store_id, n, event_id)
select 'B' || s, 1, fill.id('0ff', 0, s) from generate_series(0, {stores} - 1) as s;

-- One event of 5,000 had to wait; one of ten of those waits still.
insert into event_exception (exception_id, event_id, device_id, store_id, code, cause, fact, raised_at, solved_at)
select gen_random_uuid(), e.event_id, e.device_id, e.store_id, 'effect_failed', 'Told by the benchmark.', e.fact, e.at,
    case when g.i % 50000 <> 0 then e.at + interval '1 day' end
from {sales} g join event e on e.event_id = fill.id('0ee', ms, i) where g.i % 5000 = 0;

insert into oversell_case (store_id, sku, told)
select store_id, sku, true from stock_balance where on_hand < 0;
