package kmmotos.server.sales;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry.Reading;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Shifts, and the proof of their Z reports: the sales and cash movements that the server has in
/// the report's range of the journal must add up to what the till sealed. A difference means that
/// one was lost, doubled or altered on the way, and goes to the work list.
///
/// What is missing in the drawer, or too much, is posted to `cash_difference`.
///
/// Comes after [SaleEffect] and [CashEffect], because the last sale and the closing may travel
/// together.
public final class ShiftEffect implements Effect {

    static final String DIFFERS = "z_report_differs";
    private static final String PROVED = "proved";

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.ShiftOpened(ShiftOpening opening)) {
                open(session, event.till(), opening);
            } else if (event.event() instanceof Event.ShiftClosed(ShiftClosing closing)) {
                close(session, event.till(), closing, event);
            }
        }
        proveAgain(session, events, news);
    }

    private static void open(StatelessSession session, Till till, ShiftOpening opening) {
        int opened =
                Sql.update(
                        session,
                        """
                        insert into shift (shift_id, store_id, device_id, business_day, opened_at,
                            opened_by, drawer, shared, currency, float_minor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (shift_id) do update set opened_at = excluded.opened_at
                        where shift.store_id = excluded.store_id
                            and (shift.device_id = excluded.device_id or not ?)\
                        """,
                        opening.shiftId(),
                        till.storeId().value(),
                        till.deviceId().value(),
                        opening.businessDay(),
                        opening.at(),
                        opening.staffId(),
                        opening.drawer(),
                        opening.isShared(),
                        opening.openingFloat().currency().getCurrencyCode(),
                        opening.openingFloat().minor(),
                        opening.carried().isPresent());
        if (opened == 0) {
            throw new IllegalArgumentException(
                    "shift %s is another store's or was taken up at another till than %s"
                            .formatted(opening.shiftId(), till));
        }
    }

    private static void close(
            StatelessSession session, Till till, ShiftClosing closing, NewEvent event) {
        ZReport report = closing.report();
        ShiftTotals sold = sold(session, till, report, event.entry().eventId());
        boolean same = sold.equals(report.totals());
        Optional<LocalDate> day = seal(session, till, closing, same);
        LedgerStore.post(
                session,
                List.of(
                        LedgerStore.Posting.cash(
                                event.entry().eventId(),
                                till.storeId(),
                                day.orElse(LocalDate.ofInstant(closing.at(), ZoneOffset.UTC)),
                                report.difference(),
                                "cash_difference")));
        if (!same) {
            EventStore.raise(
                    session,
                    till,
                    event.entry(),
                    DIFFERS,
                    "The Z report says %s and %s in the drawer, but what arrived for it is %s and %s."
                            .formatted(
                                    report.totals().takings(),
                                    report.totals().cashInDrawer(),
                                    sold.takings(),
                                    sold.cashInDrawer()),
                    closing.at());
        }
    }

    /// Answers the shift's business day, if its opening is known.
    private static Optional<LocalDate> seal(
            StatelessSession session, Till till, ShiftClosing closing, boolean isProved) {
        ZReport report = closing.report();
        return Sql.first(
                session,
                """
                update shift set closed_at = ?, z_number = ?, proof = ?, closed_by = ?, currency = ?,
                    expected_minor = ?, counted_minor = ?, goes_on_as = ?, foreign_counts = ?
                where shift_id = ? and store_id = ? returning business_day\
                """,
                row -> row.getObject(1, LocalDate.class),
                closing.at(),
                report.number(),
                isProved ? PROVED : "differs",
                closing.staffId(),
                report.countedCash().currency().getCurrencyCode(),
                report.expectedCash().minor(),
                report.countedCash().minor(),
                report.goesOnAs().orElse(null),
                foreign(report),
                closing.shiftId(),
                till.storeId().value());
    }

    private static @Nullable String foreign(ZReport report) {
        return report.foreign().isEmpty()
                ? null
                : new String(CanonicalJson.bytes(report.foreign()), StandardCharsets.UTF_8);
    }

    /// A sale or a cash movement that comes after its Z report, for it was repaired or brought from
    /// an old disk, may be what the report lacked.
    private static void proveAgain(StatelessSession session, List<NewEvent> events, News news) {
        Map<UUID, Till> late = late(session, events);
        if (late.isEmpty()) {
            return;
        }
        for (EventStore.Waiting item : EventStore.waiting(session, DIFFERS, late.values())) {
            if (item.entry().read() instanceof Reading.Known(Event.ShiftClosed(var closing))
                    && late.containsKey(closing.shiftId())) {
                Till till = late.get(closing.shiftId());
                ZReport report = closing.report();
                if (sold(session, till, report, item.eventId()).equals(report.totals())) {
                    Sql.update(
                            session,
                            "update shift set proof = ? where shift_id = ?",
                            PROVED,
                            closing.shiftId());
                    EventStore.settle(session, item.exceptionId());
                    news.add(
                            Scope.device(item.device()),
                            new Policy.ExceptionSolved(item.eventId()));
                }
            }
        }
    }

    /// The shifts of these sales and movements whose report differs, with their tills.
    private static Map<UUID, Till> late(StatelessSession session, List<NewEvent> events) {
        Map<UUID, Till> shifts = new HashMap<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.SaleCompleted(Sale sale)) {
                shifts.put(sale.shiftId(), event.till());
            } else if (event.event() instanceof Event.CashMoved(CashMovement movement)) {
                shifts.put(movement.shiftId(), event.till());
            }
        }
        if (!shifts.isEmpty()) {
            shifts.keySet()
                    .retainAll(
                            Sql.list(
                                    session,
                                    "select shift_id from shift where shift_id = any(?)"
                                            + " and proof = 'differs'",
                                    row -> row.getObject(1, UUID.class),
                                    Sql.Column.uuids(List.copyOf(shifts.keySet()))));
        }
        return shifts;
    }

    private static ShiftTotals sold(
            StatelessSession session, Till till, ZReport report, UUID eventId) {
        return ReportedSales.of(session, till, report, eventId)
                .totals(session, report.totals().sold().currency());
    }
}
