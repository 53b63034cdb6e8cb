package kmmotos.server.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What came back. A till without a network can't know what another took back of the same receipt:
/// all is booked as it happened, and if more came back than was sold it comes to the work list.
///
/// Comes after the sales: a return may travel with what it gives back, before it or long after.
public final class ReturnEffect implements Effect {

    private final Clock clock;

    public ReturnEffect(Clock clock) {
        this.clock = clock;
    }

    private record Back(NewEvent event, Sale sale, SaleLine line) {

        Optional<UUID> ofSale() {
            return line.returnOf().map(SaleLine.ReturnOf::saleId);
        }
    }

    /// A line of which more came back than was sold.
    ///
    /// @param receipts by which it came back
    private record TooOften(
            UUID ofSale, int ofLine, String sold, String returned, String receipts) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<NewEvent> sales =
                events.stream()
                        .filter(event -> event.event() instanceof Event.SaleCompleted)
                        .toList();
        if (sales.isEmpty()) {
            return;
        }
        List<Back> back = sales.stream().flatMap(ReturnEffect::returns).toList();
        if (!back.isEmpty()) {
            lock(session, back);
            insert(session, back);
        }
        List<UUID> concerned =
                Stream.concat(
                                back.stream().flatMap(one -> one.ofSale().stream()),
                                sales.stream().map(event -> sale(event).saleId()))
                        .distinct()
                        .toList();
        for (TooOften line : tooOften(session, concerned)) {
            sales.stream()
                    .filter(event -> isAbout(event, line))
                    .forEach(event -> raise(session, event, line));
        }
    }

    private static Sale sale(NewEvent event) {
        return ((Event.SaleCompleted) event.event()).sale();
    }

    private static Stream<Back> returns(NewEvent event) {
        Sale sale = sale(event);
        return sale.lines().stream()
                .filter(line -> line.kind() == SaleLine.Kind.RETURN)
                .map(line -> new Back(event, sale, line));
    }

    /// Of two uploads that give back the same sale the later one sees the earlier's.
    private static void lock(StatelessSession session, List<Back> back) {
        Sql.list(
                session,
                """
                select pg_advisory_xact_lock(hashtextextended('return ' || id, 0))::text as locked
                from (select distinct id from unnest(?) as id order by id) as sales\
                """,
                row -> row.getString("locked"),
                Column.uuids(back.stream().flatMap(one -> one.ofSale().stream()).toList()));
    }

    private static void insert(StatelessSession session, List<Back> back) {
        Sql.update(
                session,
                """
                insert into sale_return (sale_id, line, event_id, store_id, device_id,
                    business_day, at, staff_id, of_sale, of_line, of_receipt, sku, quantity,
                    currency, total_minor, reason, condition, note, approved_by)
                select r.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as r\
                """,
                Column.of("uuid", back, one -> one.sale().saleId()),
                Column.integers(back.stream().map(one -> one.line().lineId()).toList()),
                Column.of("uuid", back, one -> one.event().entry().eventId()),
                Column.of("text", back, one -> one.sale().store().value()),
                Column.of("uuid", back, one -> one.sale().device().value()),
                Column.days(back.stream().<LocalDate>map(one -> one.sale().businessDay()).toList()),
                Column.instants(back.stream().map(one -> one.sale().at()).toList()),
                Column.of("uuid", back, one -> one.sale().staffId()),
                Column.optionalUuids(back.stream().map(Back::ofSale).toList()),
                origins("integer", back, SaleLine.ReturnOf::lineId),
                origins("text", back, origin -> origin.receiptNumber().toString()),
                Column.of("text", back, one -> one.line().sku().value()),
                Column.numbers(
                        back.stream().map(one -> one.line().quantity().abs().decimal()).toList()),
                Column.of("text", back, one -> one.line().total().currency().getCurrencyCode()),
                Column.longs(back.stream().map(one -> one.line().total().minor()).toList()),
                reasons(back, returned -> returned.reason().name()),
                reasons(back, returned -> returned.condition().name()),
                Column.of(
                        "text", back, one -> one.line().returned().map(Returned::note).orElse("")),
                Column.optionalUuids(
                        back.stream()
                                .map(one -> one.line().returned().flatMap(Returned::approvedBy))
                                .toList()));
    }

    private static Column origins(
            String type, List<Back> back, Function<SaleLine.ReturnOf, Object> value) {
        return Column.of(type, back, one -> one.line().returnOf().map(value).orElse(null));
    }

    private static Column reasons(List<Back> back, Function<Returned, String> value) {
        return Column.of("text", back, one -> one.line().returned().map(value).orElse(null));
    }

    private static List<TooOften> tooOften(StatelessSession session, List<UUID> sales) {
        return new ArrayList<>(
                Sql.list(
                        session,
                        "select * from km_returned_too_often(?)",
                        row ->
                                new TooOften(
                                        row.getObject("of_sale", UUID.class),
                                        row.getInt("of_line"),
                                        plain(row.getBigDecimal("sold")),
                                        plain(row.getBigDecimal("returned")),
                                        row.getString("receipts")),
                        Column.uuids(sales)));
    }

    private static String plain(java.math.BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    /// A return of the line; or the sale itself, if it arrives after them.
    private static boolean isAbout(NewEvent event, TooOften line) {
        return sale(event).saleId().equals(line.ofSale())
                || sale(event).lines().stream()
                        .flatMap(each -> each.returnOf().stream())
                        .anyMatch(origin ->
                                origin.saleId().equals(line.ofSale())
                                        && origin.lineId() == line.ofLine());
    }

    private void raise(StatelessSession session, NewEvent event, TooOften line) {
        EventStore.raise(
                session,
                event.till(),
                event.entry(),
                "returned_too_often",
                ("Of line %d %s were sold and %s came back, by the receipts %s. All is booked as it"
                                + " happened. Tills that could not ask took the same goods back, or"
                                + " somebody used a receipt twice.")
                        .formatted(line.ofLine(), line.sold(), line.returned(), line.receipts()),
                clock.instant());
    }
}
