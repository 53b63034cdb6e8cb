package kmmotos.server.sync;

import java.util.List;
import java.util.Map;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What must hold of the server's data at every moment, as queries that find where it does not.
///
/// I1 every event of every journal is stored; I2 each event has one set of effects, or an open
/// reason why not; I3 stock, ledger and takings are the sums of their entries, and Z reports are
/// proved; I4 journals, receipts and feed run without gaps; I6 the balances are what a fold of all
/// movements gives, in whatever order they came; I8 nothing is reserved twice. (I5 and I7 are the
/// till's.)
public final class Invariants {

    private static final Map<String, String> QUERIES =
            Map.ofEntries(
                    Map.entry(
                            "I1 an entry of a journal has no stored event",
                            """
                            select j.device_id || ' seq ' || j.seq from journal_entry j
                            left join event e using (event_id) where e.event_id is null\
                            """),
                    Map.entry(
                            "I1 an event stands in no journal",
                            """
                            select e.event_id::text from event e
                            left join journal_entry j using (event_id) where j.event_id is null\
                            """),
                    Map.entry(
                            "I2 a sale's event has no sale and no open or solved reason",
                            """
                            select e.event_id::text from event e
                            left join sale s using (event_id)
                            where e.type = 'sale_completed' and s.event_id is null
                                and not exists (select 1 from event_exception x
                                    where x.event_id = e.event_id)\
                            """),
                    Map.entry(
                            "I2 a cash movement's event has none and no open or solved reason",
                            """
                            select e.event_id::text from event e
                            left join cash_movement m using (event_id)
                            where e.type = 'cash_moved' and m.event_id is null
                                and not exists (select 1 from event_exception x
                                    where x.event_id = e.event_id)\
                            """),
                    Map.entry(
                            "I3 a cash movement is not in the ledger as it was",
                            """
                            select m.event_id::text from cash_movement m
                            where case m.kind when 'PAID_IN' then m.amount_minor
                                    else -m.amount_minor end
                                <> coalesce((select sum(l.amount_minor) from ledger_line l
                                    where l.event_id = m.event_id and l.account = 'cash'), 0)\
                            """),
                    Map.entry(
                            "I2 an event has more than one sale",
                            """
                            select event_id::text from sale group by event_id
                            having count(*) > 1\
                            """),
                    Map.entry(
                            "I2 a sale's lines, tenders and total differ",
                            """
                            select s.receipt_number from sale s
                            where s.total_minor <> s.net_minor + s.tax_minor
                                or s.total_minor <> (select coalesce(sum(l.total_minor), 0)
                                    from sale_line l where l.sale_id = s.sale_id)
                                or s.total_minor <> (select coalesce(sum(t.amount_minor), 0)
                                    from tender t where t.sale_id = s.sale_id)\
                            """),
                    Map.entry(
                            "I3 more came back than was sold, and nobody was told",
                            """
                            select t.receipts from km_returned_too_often(
                                array(select distinct of_sale from sale_return
                                    where of_sale is not null)) t
                            where not exists (select 1 from event_exception x join event e using (event_id)
                                where x.code = 'returned_too_often'
                                    and convert_from(e.fact, 'UTF8') like '%' || t.of_sale || '%')\
                            """),
                    Map.entry(
                            "R2 more of a journal is called safe than there is",
                            """
                            select device_id || ' ' || incarnation from journal_stream
                            where safe_seq > have_seq or marked_seq > have_seq
                                or safe_seq > marked_seq\
                            """),
                    Map.entry(
                            "I3 a ledger entry does not add up to 0",
                            """
                            select event_id::text from ledger_line
                            group by event_id, currency having sum(amount_minor) <> 0\
                            """),
                    Map.entry(
                            "I3 a day's takings are not the sum of its sales",
                            """
                            select coalesce(t.store_id, s.store_id) || ' '
                                || coalesce(t.business_day, s.business_day)
                            from takings t full join (
                                select store_id, business_day, currency, count(*) as sales,
                                    sum(total_minor) as total, sum(tax_minor) as tax
                                from sale group by store_id, business_day, currency) s
                                using (store_id, business_day, currency)
                            where t.sales is distinct from s.sales
                                or t.total_minor is distinct from s.total
                                or t.tax_minor is distinct from s.tax\
                            """),
                    Map.entry(
                            "I3 a day's units are not the sum of its lines",
                            """
                            select t.store_id || ' ' || t.business_day from takings t
                            where t.units <> (select coalesce(sum(l.quantity), 0)
                                from sale s join sale_line l using (sale_id)
                                where l.kind not like 'CORE%' and s.store_id = t.store_id and s.currency = t.currency
                                    and s.business_day = t.business_day)\
                            """),
                    Map.entry(
                            "I3 an account is not the sum of its lines",
                            """
                            select a.kind || ' ' || a.subject from lease_account a
                            where a.balance_minor <> (select coalesce(sum(l.amount_minor), 0)
                                from lease_account_line l where l.kind = a.kind
                                    and l.subject = a.subject and l.currency = a.currency)\
                            """),
                    Map.entry(
                            "I3 gift cards and accounts are not what sales were paid with",
                            """
                            select s.receipt_number from sale s
                            where (select coalesce(sum(t.amount_minor), 0) from tender t
                                    where t.sale_id = s.sale_id
                                        and t.kind in ('gift_card', 'account'))
                                <> -(select coalesce(sum(l.amount_minor), 0)
                                    from lease_account_line l where l.event_id = s.event_id)\
                            """),
                    Map.entry(
                            "I8 what is held is not what open leases hold",
                            """
                            select coalesce(a.kind || ' ' || a.subject, l.kind || ' ' || l.subject)
                            from (select kind, subject, currency, held_minor as held
                                    from lease_account
                                    union all select 'COUPON', code, '', held from coupon) a
                                full join (select kind, subject, currency,
                                    sum(greatest(granted - used, 0)) as held
                                    from lease where state = 'OPEN'
                                    group by kind, subject, currency) l
                                using (kind, subject, currency)
                            where coalesce(a.held, 0) <> coalesce(l.held, 0)\
                            """),
                    Map.entry(
                            "I3 a Z report differs and nobody was told",
                            """
                            select shift_id::text from shift s where proof = 'differs'
                                and not exists (select 1 from event_exception x
                                    where x.code = 'z_report_differs'
                                        and x.device_id = s.device_id)\
                            """),
                    Map.entry(
                            "I3 on hand is not what was last counted and what came after",
                            """
                            select c.store_id || ' ' || c.sku from (
                                select distinct on (store_id, sku) store_id, sku, event_id, counted
                                from stock_count_line
                                order by store_id, sku, weight desc, event_id desc) c
                            join stock_balance b using (store_id, sku)
                            where b.on_hand <> c.counted + (
                                select coalesce(sum(case when m.to_location = 'STORE'
                                    then m.quantity when m.from_location = 'STORE'
                                    then -m.quantity else 0 end), 0)
                                from stock_movement m
                                where m.store_id = c.store_id and m.sku = c.sku
                                    and m.reason <> 'stock_counted'
                                    and not exists (select 1 from event_place p
                                        join stock_count_mark k using (device_id, incarnation)
                                        where p.event_id = m.event_id
                                            and p.store_id = m.store_id
                                            and k.event_id = c.event_id and p.seq <= k.seq))\
                            """),
                    Map.entry(
                            "I3 what is on its way is not what was sent less what came",
                            """
                            select coalesce(b.store_id, t.store_id) || ' '
                                || coalesce(b.sku, t.sku)
                            from stock_balance b full join (
                                select t.to_store as store_id, l.sku,
                                    sum(l.sent - l.received) as in_transit
                                from transfer t join transfer_line l using (transfer_id)
                                group by t.to_store, l.sku) t using (store_id, sku)
                            where coalesce(b.in_transit, 0) <> coalesce(t.in_transit, 0)\
                            """),
                    Map.entry(
                            "I3 a transfer is not the sum of its movements",
                            """
                            select l.transfer_id || ' ' || l.sku from transfer_line l
                            left join (select e.transfer_id, m.sku,
                                    sum(case when m.to_location = 'IN_TRANSIT'
                                        then m.quantity else 0 end) as sent,
                                    sum(case when m.from_location = 'IN_TRANSIT'
                                        then m.quantity else 0 end) as received
                                from transfer_event e join stock_movement m using (event_id)
                                group by e.transfer_id, m.sku) m using (transfer_id, sku)
                            where l.sent <> coalesce(m.sent, 0)
                                or l.received <> coalesce(m.received, 0)\
                            """),
                    Map.entry(
                            "I3 goods are in transit outside of any transfer",
                            """
                            select m.event_id::text from stock_movement m
                            left join transfer_event e using (event_id)
                            where 'IN_TRANSIT' in (m.from_location, m.to_location)
                                and e.event_id is null\
                            """),
                    Map.entry(
                            "I4 a journal has gaps",
                            """
                            select j.device_id || ' ' || j.incarnation from journal_stream s
                            join journal_entry j using (device_id, incarnation)
                            group by j.device_id, j.incarnation, s.have_seq
                            having count(*) <> s.have_seq or max(j.seq) <> s.have_seq
                                or min(j.seq) <> 1\
                            """),
                    Map.entry(
                            "I4 a journal gave a receipt number twice",
                            """
                            select s.receipt_number from sale s join journal_entry j
                                using (event_id)
                            group by j.device_id, j.incarnation, s.receipt_number
                            having count(distinct s.sale_id) > 1\
                            """),
                    Map.entry(
                            "I4 a series of receipts has gaps",
                            """
                            select min(receipt_number) from (
                                select device_id, receipt_number,
                                    split_part(receipt_number, '-', 3) as series,
                                    split_part(receipt_number, '-', 4)::bigint as n from sale) s
                            where not exists (select 1 from event_exception x
                                where x.device_id = s.device_id)
                            group by device_id, series
                            having count(distinct n) <> max(n)\
                            """),
                    Map.entry(
                            "I4 a scope of the feed has gaps",
                            """
                            select s.scope from feed_scope s join feed_entry e using (scope)
                            where e.n >= s.oldest group by s.scope, s.n, s.oldest
                            having count(*) <> s.n - s.oldest + 1 or max(e.n) <> s.n\
                            """),
                    Map.entry(
                            "I6 a balance is not the fold of its movements",
                            """
                            select coalesce(b.store_id, m.store_id) || ' '
                                || coalesce(b.sku, m.sku)
                            from stock_balance b full join (
                                select store_id, sku, sum(case when to_location = 'STORE'
                                    then quantity when from_location = 'STORE' then -quantity
                                    else 0 end) as on_hand
                                from stock_movement group by store_id, sku) m
                                using (store_id, sku)
                            where coalesce(b.on_hand, 0) <> coalesce(m.on_hand, 0)\
                            """),
                    Map.entry(
                            "I8 less than nothing is reserved",
                            "select store_id || ' ' || sku from stock_balance where reserved < 0"),
                    Map.entry(
                            "I8 what is reserved is not the sum of the reservations",
                            """
                            select coalesce(b.store_id, r.store_id) || ' '
                                || coalesce(b.sku, r.sku)
                            from stock_balance b full join (
                                select store_id, sku, sum(quantity) as reserved
                                from reservation group by store_id, sku) r
                                using (store_id, sku)
                            where coalesce(b.reserved, 0) <> coalesce(r.reserved, 0)\
                            """),
                    Map.entry(
                            "I8 goods are reserved for an order that is closed",
                            """
                            select distinct o.number from reservation r
                            join customer_order o using (order_id)
                            where o.state not in ('placed', 'picked', 'ready')\
                            """),
                    Map.entry(
                            "I8 goods are reserved for a counter's order that does not wait",
                            """
                            select distinct o.number from reservation r
                            join counter_order o using (order_id)
                            where o.state <> 'waiting'\
                            """),
                    Map.entry(
                            "I3 the ledger owes other deposits than the orders do",
                            """
                            select l.store_id || ' ' || l.currency
                            from (select store_id, currency, sum(amount_minor) as owed
                                from ledger_line where account = 'deposit'
                                group by store_id, currency) l
                            full join (select store_id, currency, sum(owed_minor) as owed
                                from counter_order group by store_id, currency) o
                                using (store_id, currency)
                            where coalesce(-l.owed, 0) <> coalesce(o.owed, 0)
                                and not exists (select 1 from counter_order_fact f
                                    left join counter_order k using (order_id)
                                    where f.store_id = l.store_id and k.order_id is null)\
                            """),
                    Map.entry(
                            "I8 an oversell case is open without cause, or missing",
                            """
                            select coalesce(b.store_id, c.store_id) || ' '
                                || coalesce(b.sku, c.sku)
                            from (select store_id, sku from stock_balance
                                where on_hand - reserved < 0) b
                            full join (select store_id, sku from oversell_case
                                where closed_at is null) c using (store_id, sku)
                            where b.sku is null or c.sku is null\
                            """));

    private static final int SHOWN = 5;

    private Invariants() {}

    /// What is violated, one sentence each with the first places; empty if all holds.
    public static List<String> violations(Database database) {
        return database.inSnapshot(new Caller.Server("invariants"), Invariants::violations);
    }

    private static List<String> violations(StatelessSession session) {
        return QUERIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(query -> {
                    List<String> places =
                            Sql.list(
                                    session,
                                    query.getValue() + " limit " + SHOWN,
                                    row -> row.getString(1));
                    return places.stream().limit(1).map(_ -> query.getKey() + ": " + places);
                })
                .toList();
    }
}
