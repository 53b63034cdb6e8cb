package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.server.ServerState.Takings;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.Work;
import org.junit.jupiter.api.Test;

/// 30 days of a shop whose line is cut: two shifts a day at the real engine of a till. Its Z
/// reports are the ledger to the cent, and so is head office once the line is back.
class OfflineMonthTest {
    private static final int DAYS = 30;
    private static final int SHIFTS_A_DAY = 2;

    private static final List<Work> SHIFT =
            List.of(
                    Work.OPEN_SHIFT,
                    Work.SIGN_IN,
                    Work.SELL,
                    Work.SELL_BY_CARD,
                    Work.SELL,
                    Work.SELL_GIFT_CARD,
                    Work.TAKE_BACK,
                    Work.MOVE_CASH,
                    Work.ORDER_AT_COUNTER,
                    Work.TAKE_DEPOSIT,
                    Work.SELL_FOR_BIKE,
                    Work.VOID_LINE,
                    Work.MOVE_CASH,
                    Work.SELL,
                    Work.CLOSE_SHIFT);

    private boolean isCut;
    private final SmallChain chain =
            new SmallChain(30, 1, Variant.REAL, _ -> _ -> next(), _ -> _ -> Optional.empty());
    private final SimulatedTill till = chain.tills().getFirst();

    private Optional<Fault> next() {
        return isCut ? Optional.of(Fault.CUT) : Optional.empty();
    }

    @Test
    void theZReportsOfAMonthWithoutANetworkAreTheLedgerHereAndAtHeadOffice() {
        chain.step(till::start);
        chain.step(chain::decide);
        isCut = true;
        for (int day = 0; day < DAYS; day++) {
            var morning = chain.agenda().now();
            for (int shift = 0; shift < SHIFTS_A_DAY; shift++) {
                chain.work(till, SHIFT.toArray(Work[]::new));
            }
            chain.agenda().runUntil(morning.plus(Duration.ofDays(1)));
        }
        List<Event> facts = facts();
        List<ShiftClosing> closings = closings(facts);

        assertThat(closings).hasSize(DAYS * SHIFTS_A_DAY);
        assertThat(reported(closings)).isEqualTo(ledger(facts));
        assertThat(chain.server().state().sales.rows()).isEmpty();

        isCut = false;
        assertThat(chain.heal(List.of())).isEmpty();
        Takings taken =
                chain.server().state().takings.rows().values().stream()
                        .reduce(
                                Takings.NONE,
                                (a, b) ->
                                        new Takings(
                                                a.sales() + b.sales(),
                                                a.totalMinor() + b.totalMinor(),
                                                a.taxMinor() + b.taxMinor()));
        assertThat(taken)
                .isEqualTo(
                        new Takings(
                                closings.stream().mapToLong(OfflineMonthTest::receipts).sum(),
                                sum(closings.stream().map(OfflineMonthTest::takings).toList()),
                                sum(closings.stream().map(OfflineMonthTest::tax).toList())));
    }

    /// As they stand in the till's journal.
    private List<Event> facts() {
        var journal = till.engine().orElseThrow().journal();
        List<Event> facts = new ArrayList<>();
        for (long seq = journal.firstSeq(); seq <= journal.endSeq(); seq++) {
            JournalRecord record = journal.read(seq, 1, Integer.MAX_VALUE).getFirst();
            if (entry(record).read() instanceof JournalEntry.Reading.Known(Event event)) {
                facts.add(event);
            }
        }
        return facts;
    }

    private static JournalEntry entry(JournalRecord record) {
        try {
            return Json.MAPPER.readValue(record.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ShiftClosing> closings(List<Event> facts) {
        return facts.stream()
                .filter(Event.ShiftClosed.class::isInstance)
                .map(fact -> ((Event.ShiftClosed) fact).closing())
                .toList();
    }

    /// Money by way to pay, with what went in and out of the drawer beside sales.
    private static Map<String, Long> reported(List<ShiftClosing> closings) {
        Map<String, Long> sums = new TreeMap<>();
        for (ShiftClosing closing : closings) {
            var totals = closing.report().totals();
            totals.byTender().forEach((way, money) -> sums.merge(way, money.minor(), Long::sum));
            sums.merge("cash moved", totals.cashMoved().net().minor(), Long::sum);
            sums.merge("sales", totals.takings().minor(), Long::sum);
            sums.merge("tax", totals.tax().minor(), Long::sum);
        }
        return sums;
    }

    private static Map<String, Long> ledger(List<Event> facts) {
        Map<String, Long> sums = new TreeMap<>();
        for (Event fact : facts) {
            switch (fact) {
                case Event.SaleCompleted(Sale sale) -> {
                    sale.tenders()
                            .forEach(part ->
                                    sums.merge(part.kind(), part.amount().minor(), Long::sum));
                    sums.merge("sales", sale.total().minor(), Long::sum);
                    sums.merge("tax", sale.tax().minor(), Long::sum);
                }
                case Event.CashMoved(CashMovement movement) ->
                        sums.merge("cash moved", movement.change().minor(), Long::sum);
                default -> {}
            }
        }
        return sums;
    }

    private static long receipts(ShiftClosing closing) {
        var totals = closing.report().totals();
        return (long) totals.saleCount() + totals.returnCount();
    }

    private static Money takings(ShiftClosing closing) {
        return closing.report().totals().takings();
    }

    private static Money tax(ShiftClosing closing) {
        return closing.report().totals().tax();
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minor).sum();
    }
}
