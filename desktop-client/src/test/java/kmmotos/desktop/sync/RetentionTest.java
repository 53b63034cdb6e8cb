package kmmotos.desktop.sync;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillShifts;
import kmmotos.desktop.shifts.DrawerCount;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.sales.ZReport;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till keeps of its journal once it is in a verified backup.
class RetentionTest {
    private static final int SALES = 400;

    @TempDir Path temp;
    private final FakeServer server = new FakeServer();

    private SyncedTill openAfter(int days) {
        Clock clock = Clock.offset(TestTill.CLOCK, Duration.ofDays(days));
        return SyncedTill.open(TestTill.enrolled(temp).withClock(clock), server);
    }

    private static Sale sell(SyncedTill synced) {
        Sale first = Rung.recorded(synced.till(), PAD, 1);
        for (int i = 1; i < SALES; i++) {
            Rung.recorded(synced.till(), PAD, 1);
        }
        synced.till().recorder().project();
        synced.settle();
        return first;
    }

    @Test
    void whatIsSafeIsFreedAfterSixtyDaysAndItsFilesAreGone() throws IOException {
        try (SyncedTill synced = openAfter(0)) {
            sell(synced);
        }
        long before = files();
        server.safe(SALES);
        try (SyncedTill synced = openAfter(60)) {
            synced.settle();
            assertThat(synced.till().journal().firstSeq()).isEqualTo(1);
        }
        try (SyncedTill synced = openAfter(61)) {
            synced.settle();
            assertThat(synced.till().journal().firstSeq()).isBetween(2L, (long) SALES);
        }
        assertThat(files()).isLessThan(before);
    }

    @Test
    void whatIsInNoVerifiedBackupIsKeptForEver() {
        try (SyncedTill synced = openAfter(0)) {
            sell(synced);
        }
        try (SyncedTill synced = openAfter(4_000)) {
            synced.settle();
            assertThat(synced.till().journal().firstSeq()).isEqualTo(1);
        }
    }

    @Test
    void aReceiptOfTheLastSixtyDaysCanBeReturnedEvenFromARebuiltDatabase() throws IOException {
        try (SyncedTill synced = openAfter(0)) {
            sell(synced);
        }
        Sale sold;
        try (SyncedTill synced = openAfter(30)) {
            sold = sell(synced);
        }
        server.safe(2 * SALES);
        try (SyncedTill synced = openAfter(89)) {
            synced.settle();
            assertThat(synced.till().journal().firstSeq()).isBetween(2L, SALES + 1L);
        }
        Files.delete(temp.resolve("till/database/till.mv.db"));
        try (SyncedTill synced = openAfter(89)) {
            Till till = synced.till();
            Optional<Sale> found =
                    till.database()
                            .read(session ->
                                    till.stores().sales().find(session, sold.receiptNumber()));
            assertThat(found).contains(sold);
            Rung.back(till, sold, Quantity.ZERO, 1);
            synced.settle();
        }
        assertThat(server.events()).hasSize(2 * SALES + 1);
    }

    @Test
    void aReportDoesNotNameAnOpeningThatANewJournalDoesNotRepeat() {
        UUID shiftId;
        try (SyncedTill synced = openAfter(0)) {
            Rung.recorded(synced.till(), PAD, 1);
            shiftId =
                    new TillShifts(synced.till())
                            .open(
                                    Money.parse("10.00", SampleStores.BRL),
                                    ShiftTerms.USUAL,
                                    SampleStaff.ANA)
                            .orElseThrow()
                            .opening()
                            .shiftId();
            sell(synced);
        }
        server.safe(SALES);
        try (SyncedTill synced = openAfter(61)) {
            synced.settle();
            Till till = synced.till();
            assertThat(till.journal().firstSeq()).isGreaterThan(2);
            till.recorder().beginIncarnation(UUID.randomUUID());
            ZReport report =
                    new TillShifts(till)
                            .close(
                                    shiftId,
                                    DrawerCount.of(Money.zero(SampleStores.BRL)),
                                    SampleStaff.ANA)
                            .closing()
                            .report();
            assertThat(report.fromSeq()).isEqualTo(1);
            assertThat(report.toSeq()).isEqualTo(till.journal().endSeq() - 1);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(temp.resolve("till/journal"))) {
            return all.filter(file -> file.toString().endsWith(".seg")).count();
        }
    }
}
