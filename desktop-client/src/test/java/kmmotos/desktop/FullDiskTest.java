package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import kmmotos.desktop.sales.SaleModels;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.ui.Message;
import kmmotos.desktop.ui.Messages;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// A till on a disk of its own that really fills up. Only who may mount a file system can run it.
class FullDiskTest {
    private static final String PART = "KT-520-118";

    private final Path disk;
    private final Messages messages = new Messages();

    FullDiskTest(@TempDir Path temp) throws IOException {
        disk = Files.createDirectory(temp.resolve("disk"));
    }

    @BeforeEach
    void mountASmallDisk(TestReporter reporter) throws Exception {
        if (run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) != 0) {
            reporter.publishEntry("skipped", "this user may not mount a small file system");
            Assumptions.abort("a small file system can't be mounted here");
        }
    }

    @AfterEach
    void unmount() throws Exception {
        int _ = run("umount", disk.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    /// Takes room until this much is left.
    private void fillUpTo(long bytesLeft) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] block = new byte[4 * 1024];
            while (disk.toFile().getUsableSpace() > bytesLeft) {
                out.write(block);
            }
        }
    }

    private Path ballast() {
        return disk.resolve("holiday-pictures");
    }

    private TillDesk desk(Till till) {
        var desk =
                new TillDesk(
                        till,
                        Settings.initial(Locale.ENGLISH),
                        messages,
                        TillDesk.Work.direct(),
                        _ -> {});
        desk.signIn().refresh();
        desk.signIn().people().stream().findFirst().ifPresent(desk.signIn()::choose);
        desk.signIn().signIn("1111");
        return desk;
    }

    private String lastMessage() {
        return messages.shown().stream().map(Message::text).reduce("", (_, last) -> last);
    }

    private static void ringUp(SaleModels sales) {
        sales.checkout().next();
        sales.omnibox().submit(PART);
        sales.checkout().total();
    }

    private static SaleState state(SaleModels sales) {
        return sales.desk().sale().stateProperty().get();
    }

    @Test
    void aFullDiskIsSaidEarlyLosesNothingAndSellingGoesOnWithRoom() throws Exception {
        try (Till till = TestTill.open(disk);
                TillDesk desk = desk(till)) {
            SaleModels sales = desk.sales();
            sales.shift().open("100");
            ringUp(sales);
            sales.checkout().cash("");
            assertThat(state(sales)).isEqualTo(SaleState.DONE);
            assertThat(messages.shown()).anyMatch(said -> said.text().contains("nearly full"));

            ringUp(sales);
            fillUpTo(0);
            sales.checkout().cash("");
            assertThat(state(sales)).as("recorded in room taken before").isEqualTo(SaleState.DONE);

            sales.checkout().next();
            sales.omnibox().submit(PART);
            sales.checkout().total();
            assertThat(state(sales)).isEqualTo(SaleState.SELL);

            Files.delete(ballast());
            sales.desk().sale().begin();
            ringUp(sales);
            sales.checkout().cash("");
            assertThat(state(sales)).as(lastMessage()).isEqualTo(SaleState.DONE);
        }
        try (Till till = TestTill.open(disk)) {
            var sold = till.database().read(session -> till.stores().sales().latest(session, 10));
            assertThat(sold).hasSize(3);
            assertThat(Rung.onHand(till, SamplePrices.KIT)).isEqualTo(Quantity.of(7));
        }
    }

    @Test
    void aSaleThatCouldNotBeRecordedIsNotBegun() throws Exception {
        try (Till till = TestTill.open(disk);
                TillDesk desk = desk(till)) {
            SaleModels sales = desk.sales();
            sales.shift().open("100");
            fillUpTo(TillCounter.MIN_ROOM_BYTES - 1);
            ringUp(sales);
            assertThat(state(sales)).isEqualTo(SaleState.SELL);
            assertThat(lastMessage()).contains("nothing can be sold now").contains("Total again");
            Files.delete(ballast());
            sales.checkout().total();
            assertThat(state(sales)).isEqualTo(SaleState.TENDER);
        }
    }
}
