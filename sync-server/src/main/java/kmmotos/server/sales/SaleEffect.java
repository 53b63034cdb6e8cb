package kmmotos.server.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// What sales do to the books: the sale with its lines and tenders, and the ledger, whose lines for
/// one sale add up to 0: what was paid in, less the net, less the tax.
public final class SaleEffect implements Effect {

    /// A sale and the event that told of it.
    record Told(UUID eventId, Sale sale) {}

    private record LineOf(Sale sale, SaleLine line) {}

    private record TenderOf(Sale sale, int n, Tender tender) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.SaleCompleted(Sale sale)) {
                refuseAnotherTill(event.till(), sale);
                told.add(new Told(event.entry().eventId(), sale));
            }
        }
        if (told.isEmpty()) {
            return;
        }
        insertSales(session, told);
        insertLines(session, told);
        insertTenders(session, told);
        LedgerStore.post(
                session,
                told.stream()
                        .map(one -> LedgerStore.Posting.of(one.eventId(), one.sale()))
                        .toList());
        TakingsStore.add(session, told);
    }

    private static void refuseAnotherTill(Till till, Sale sale) {
        if (!sale.store().equals(till.storeId()) || !sale.device().equals(till.deviceId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot tell of a sale at store %s, till %s"
                            .formatted(till.storeId(), sale.store(), sale.device()));
        }
    }

    private static void insertSales(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into sale (store_id, device_id, sale_id, event_id, receipt_number,
                    business_day, shift_id, staff_id, customer_id, order_id, at, currency,
                    net_minor, tax_minor, total_minor)
                select s.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as s\
                """,
                texts(told, sale -> sale.store().value()),
                ids(told, sale -> sale.device().value()),
                ids(told, Sale::saleId),
                Column.uuids(told.stream().<UUID>map(Told::eventId).toList()),
                texts(told, sale -> sale.receiptNumber().toString()),
                Column.days(told.stream().<LocalDate>map(one -> one.sale().businessDay()).toList()),
                ids(told, Sale::shiftId),
                ids(told, Sale::staffId),
                Column.optionalUuids(told.stream().map(one -> one.sale().customerId()).toList()),
                Column.optionalUuids(told.stream().map(one -> one.sale().orderId()).toList()),
                Column.instants(told.stream().map(one -> one.sale().at()).toList()),
                texts(told, sale -> sale.total().currency().getCurrencyCode()),
                amounts(told, sale -> sale.total().minus(sale.tax())),
                amounts(told, Sale::tax),
                amounts(told, Sale::total));
    }

    private static void insertLines(StatelessSession session, List<Told> told) {
        List<LineOf> lines =
                told.stream()
                        .flatMap(one ->
                                one.sale().lines().stream()
                                        .map(line -> new LineOf(one.sale(), line)))
                        .toList();
        Sql.update(
                session,
                """
                insert into sale_line (store_id, sale_id, line, kind, sku, quantity, unit_price,
                    net_minor, tax_minor, total_minor)
                select l.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as l\
                """,
                Column.of("text", lines, one -> one.sale().store().value()),
                Column.uuids(lines.stream().<UUID>map(one -> one.sale().saleId()).toList()),
                Column.integers(lines.stream().map(one -> one.line().lineId()).toList()),
                Column.texts(lines.stream().map(one -> one.line().kind().name()).toList()),
                Column.texts(lines.stream().map(one -> one.line().sku().value()).toList()),
                Column.numbers(lines.stream().map(one -> one.line().quantity().decimal()).toList()),
                Column.numbers(lines.stream().map(one -> one.line().unit().amount()).toList()),
                Column.longs(lines.stream().map(one -> one.line().net().minor()).toList()),
                Column.longs(lines.stream().map(one -> one.line().tax().minor()).toList()),
                Column.longs(lines.stream().map(one -> one.line().total().minor()).toList()));
    }

    private static void insertTenders(StatelessSession session, List<Told> told) {
        List<TenderOf> tenders = told.stream().flatMap(one -> tenders(one.sale())).toList();
        Sql.update(
                session,
                """
                insert into tender (store_id, sale_id, n, kind, amount_minor, given_currency,
                    given_minor, change_minor)
                select t.* from unnest(?, ?, ?, ?, ?, ?, ?, ?) as t\
                """,
                Column.of("text", tenders, one -> one.sale().store().value()),
                Column.uuids(tenders.stream().<UUID>map(one -> one.sale().saleId()).toList()),
                Column.integers(tenders.stream().map(TenderOf::n).toList()),
                Column.texts(tenders.stream().map(one -> one.tender().kind()).toList()),
                Column.longs(tenders.stream().map(one -> one.tender().amount().minor()).toList()),
                Column.of(
                        "text",
                        tenders,
                        foreign(cash -> cash.given().currency().getCurrencyCode())),
                Column.of("bigint", tenders, foreign(cash -> cash.given().minor())),
                Column.of("bigint", tenders, foreign(cash -> cash.change().minor())));
    }

    private static Function<TenderOf, @Nullable Object> foreign(
            Function<Tender.ForeignCash, Object> of) {
        return one -> one.tender() instanceof Tender.ForeignCash cash ? of.apply(cash) : null;
    }

    private static java.util.stream.Stream<TenderOf> tenders(Sale sale) {
        return IntStream.range(0, sale.tenders().size())
                .mapToObj(i -> new TenderOf(sale, i + 1, sale.tenders().get(i)));
    }

    private static Column ids(List<Told> told, Function<Sale, UUID> id) {
        return Column.uuids(told.stream().<UUID>map(one -> id.apply(one.sale())).toList());
    }

    private static Column texts(List<Told> told, Function<Sale, String> text) {
        return Column.texts(told.stream().map(one -> text.apply(one.sale())).toList());
    }

    private static Column amounts(List<Told> told, Function<Sale, Money> amount) {
        return Column.longs(told.stream().map(one -> amount.apply(one.sale()).minor()).toList());
    }
}
