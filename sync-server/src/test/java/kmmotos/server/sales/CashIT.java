package kmmotos.server.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of cash that moves without a sale, and of what a drawer held at the end.
class CashIT {

    private static TestServer server;
    private static int number = 40;
    private TestTill till;
    private Sale sale;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openShift() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
        sale = inItsOwnShift(till.sale());
        till.record(new Event.ShiftOpened(opening()));
        till.record(new Event.SaleCompleted(sale));
    }

    @Test
    void cashIsInTheLedgerTheMomentItMoved() {
        JournalEntry out = move(1, CashPurpose.SUPPLIER, "30.00");
        JournalEntry dropped = move(2, CashPurpose.TO_SAFE, "100.00");
        JournalEntry in = move(3, CashPurpose.CHANGE_FROM_SAFE, "50.00");
        JournalEntry looked = move(4, CashPurpose.GIVING_CHANGE, "0.00");

        till.uploadAll();

        assertThat(ledger(out)).containsExactly("cash -3000", "suppliers 3000");
        assertThat(ledger(dropped)).containsExactly("cash -10000", "safe 10000");
        assertThat(ledger(in)).containsExactly("cash 5000", "safe -5000");
        assertThat(ledger(looked)).isEmpty();
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void theProofOfAZReportIncludesCashThatMoved() {
        ShiftTotals sold = ShiftTotals.none(SampleStores.BRL).plus(sale);
        move(1, CashPurpose.TO_SAFE, "10.00");
        JournalEntry silent = till.record(new Event.ShiftClosed(closing(1, 3, sold, "0.00")));
        ShiftTotals honest = sold.plus(movement(1, CashPurpose.TO_SAFE, "10.00"));
        JournalEntry proved = till.record(new Event.ShiftClosed(closing(2, 3, honest, "0.00")));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .extracting(UploadAnswer.Quarantined::eventId)
                .containsExactly(silent.eventId())
                .doesNotContain(proved.eventId());
    }

    @Test
    void whatIsMissingInADrawerIsPostedAndShownToHeadOffice() {
        ShiftTotals totals =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(sale)
                        .plus(movement(1, CashPurpose.EXPENSE, "20.00"));
        move(1, CashPurpose.EXPENSE, "20.00");
        till.uploadAll();
        JsonNode open = shift(get("/cash?page_size=100"));
        assertThat(open.at("/cash/amount").asText())
                .isEqualTo(brl("100.00").plus(totals.cashInDrawer()).amount());
        assertThat(open.path("drawer").asInt()).isEqualTo(2);

        JournalEntry closed = till.record(new Event.ShiftClosed(closing(7, 3, totals, "-1.50")));
        till.uploadAll();

        assertThat(ledger(closed)).containsExactly("cash -150", "cash_difference 150");
        JsonNode shown = shift(get("/cash/shifts?page_size=100"));
        assertThat(shown.at("/difference/amount").asText()).isEqualTo("-1.50");
        assertThat(shown.path("z_number").asInt()).isEqualTo(7);
        assertThat(shown.path("proved").asBoolean()).isTrue();
        JsonNode movement =
                get("/cash/shifts/" + sale.shiftId() + "/movements").path("items").path(0);
        assertThat(movement.path("purpose").asText()).isEqualTo("EXPENSE");
        assertThat(movement.at("/amount/amount").asText()).isEqualTo("20.00");
    }

    @Test
    void aTillTellsOfNoOtherTillsCash() {
        CashMovement own = movement(1, CashPurpose.EXPENSE, "1.00");
        JournalEntry told =
                till.record(
                        new Event.CashMoved(
                                new CashMovement(
                                        own.movementId(),
                                        own.shiftId(),
                                        SampleStores.LISBON.storeId(),
                                        own.device(),
                                        own.businessDay(),
                                        own.at(),
                                        own.staffId(),
                                        Optional.empty(),
                                        1,
                                        own.purpose(),
                                        own.amount(),
                                        "")));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(told.eventId(), "effect_failed"));
    }

    private static Sale inItsOwnShift(Sale sample) {
        return new Sale(
                sample.saleId(),
                sample.receiptNumber(),
                sample.store(),
                sample.device(),
                UUID.randomUUID(),
                sample.businessDay(),
                sample.at(),
                sample.staffId(),
                sample.customerId(),
                sample.lines(),
                sample.tenders(),
                sample.total(),
                sample.coupons(),
                sample.orderId(),
                sample.priceListId(),
                sample.reference(),
                sample.couponLeases());
    }

    private JsonNode shift(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(one -> one.path("shift_id").asText().equals(sale.shiftId().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode get(String path) {
        return server.admin().get("/api/admin/v1" + path).json();
    }

    private JournalEntry move(int n, CashPurpose purpose, String amount) {
        return till.record(new Event.CashMoved(movement(n, purpose, amount)));
    }

    private CashMovement movement(int n, CashPurpose purpose, String amount) {
        return new CashMovement(
                UUID.randomUUID(),
                sale.shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                SamplePrices.DAY,
                Instant.now(),
                SampleStaff.ANA.staffId(),
                Optional.of(SampleStaff.BRUNO.staffId()),
                n,
                purpose,
                brl(amount),
                "note");
    }

    private ShiftOpening opening() {
        return new ShiftOpening(
                sale.shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                SamplePrices.DAY,
                Instant.now(),
                SampleStaff.ANA.staffId(),
                brl("100.00"),
                Optional.of(new ShiftTerms(false, 2, Optional.empty())));
    }

    private ShiftClosing closing(int n, long toSeq, ShiftTotals totals, String difference) {
        Money expected = brl("100.00").plus(totals.cashInDrawer());
        ZReport report =
                new ZReport(
                        n,
                        sale.shiftId(),
                        till.incarnation(),
                        1,
                        toSeq,
                        totals,
                        expected,
                        expected.plus(brl(difference)));
        return new ShiftClosing(
                sale.shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                Instant.now(),
                SampleStaff.ANA.staffId(),
                report);
    }

    private static Money brl(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static List<String> ledger(JournalEntry entry) {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session ->
                                Sql.list(
                                        session,
                                        "select account, amount_minor from ledger_line"
                                                + " where event_id = ? order by n",
                                        row -> row.getString(1) + " " + row.getLong(2),
                                        entry.eventId()));
    }
}
