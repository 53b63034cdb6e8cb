package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A shift's report is held against the sales that the server has of it.
class ShiftProofIT {

    @RegisterExtension static final TestServer server = TestServer.start();

    private static int tills;
    private TestTill till;

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++tills);
    }

    @Test
    void aZReportThatDoesNotAddUpGoesToTheWorkList() {
        till.record(new Event.ShiftOpened(shift()));
        Sale one = till.sale();
        till.record(new Event.SaleCompleted(one));
        till.record(new Event.SaleCompleted(till.sale()));
        ShiftTotals honest = ShiftTotals.none(SampleStores.BRL).plus(one).plus(one);
        JournalEntry proved = till.record(new Event.ShiftClosed(closing(1, 3, honest)));
        JournalEntry wrong = till.record(new Event.ShiftClosed(closing(2, 3, honest.plus(one))));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(wrong.eventId(), "z_report_differs"))
                .doesNotContain(new UploadAnswer.Quarantined(proved.eventId(), "z_report_differs"));
    }

    @Test
    void aZReportIsProvedByTheJournalBeforeButNotByWhatACopyOfTheTillSold() {
        till.record(new Event.ShiftOpened(shift()));
        Sale one = till.sale();
        till.record(new Event.SaleCompleted(one));
        till.record(new Event.SaleCompleted(till.sale()));
        TestTill copy = till.cloned();
        copy.journal().addAll(till.journal());
        copy.sell();
        copy.uploadAll();
        till.journalAnew(3);
        till.sell();
        ShiftTotals three = ShiftTotals.none(SampleStores.BRL).plus(one).plus(one).plus(one);
        till.record(new Event.ShiftClosed(closing(1, 2, three)));
        JournalEntry wrong = till.record(new Event.ShiftClosed(closing(2, 3, three.plus(one))));

        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined())
                .containsExactly(new UploadAnswer.Quarantined(wrong.eventId(), "z_report_differs"));
    }

    @Test
    void aZReportThatLackedASaleIsProvedWhenTheSaleIsRepaired() {
        till.record(new Event.ShiftOpened(shift()));
        Sale one = till.sale();
        JournalEntry sold =
                JournalEntry.of(UUID.randomUUID(), 2, one.at(), new Event.SaleCompleted(one));
        JournalEntry late = till.recordAs(sold.eventId(), "sale_completed", 99, sold.body());
        ShiftTotals honest = ShiftTotals.none(SampleStores.BRL).plus(one);
        JournalEntry closed = till.record(new Event.ShiftClosed(closing(1, 2, honest)));
        till.uploadAll();
        assertThat(server.workList().about(closed)).isPresent();

        server.readsNow(late.eventId());
        assertThat(server.workList().retry(server.workList().about(late).orElseThrow()).status())
                .isEqualTo(204);

        assertThat(server.workList().about(closed)).isEmpty();
        assertThat(till.told(Policy.ExceptionSolved.class))
                .contains(
                        new Policy.ExceptionSolved(late.eventId()),
                        new Policy.ExceptionSolved(closed.eventId()));
    }

    private ShiftOpening shift() {
        return new ShiftOpening(
                till.sale().shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                SamplePrices.DAY,
                Instant.now(),
                UUID.randomUUID(),
                Money.zero(SampleStores.BRL));
    }

    private ShiftClosing closing(int number, long toSeq, ShiftTotals totals) {
        ZReport report =
                new ZReport(
                        number,
                        shift().shiftId(),
                        till.incarnation(),
                        1,
                        toSeq,
                        totals,
                        totals.takings(),
                        totals.takings());
        return new ShiftClosing(
                report.shiftId(),
                till.till().storeId(),
                till.till().deviceId(),
                Instant.now(),
                UUID.randomUUID(),
                report);
    }
}
