package kmmotos.desktop;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.sales.LineModel;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.ui.Keyboard;
import kmmotos.desktop.ui.Message;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Unit;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people, machines and bad luck do to a till. Nothing may be lost, and nothing may stand
/// still: each ends with the state afterwards and one more sale.
class HostileUseTest {
    private static final String PAD_CODE = "7891000000014";
    private static final String KIT_CODE = "7891000000021";

    @TempDir Path temp;

    private static void pay(WholeWindow window) {
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.ENTER);
    }

    private static void sell(WholeWindow window, String code) {
        window.keyboard().burst(code);
        pay(window);
        assertThat(window.state()).as(said(window)).isEqualTo(SaleState.DONE);
    }

    private static String said(WholeWindow window) {
        return window.ask(() ->
                window.window().model().messages().shown().stream()
                        .map(Message::text)
                        .toList()
                        .toString());
    }

    private static Sale done(WholeWindow window) {
        return window.ask(() -> window.sales().checkout().doneProperty().get()).orElseThrow();
    }

    private static int lines(WholeWindow window) {
        return window.ask(() -> window.sales().desk().sale().rows().size());
    }

    private static List<Sale> sold(Till till) {
        till.recorder().project();
        return till.database().read(session -> till.stores().sales().latest(session, 100));
    }

    static Stream<java.util.function.Consumer<Keyboard>> dialogs() {
        return Stream.<KeyCode>of(
                        KeyCode.F1,
                        KeyCode.F2,
                        KeyCode.F5,
                        KeyCode.F9,
                        KeyCode.F10,
                        KeyCode.INSERT,
                        KeyCode.D,
                        KeyCode.E,
                        KeyCode.G,
                        KeyCode.Q)
                .map(code ->
                        keyboard -> {
                            if (code.isLetterKey()) {
                                keyboard.control(code);
                            } else {
                                keyboard.press(code);
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void aDialogLeftInTheMiddleLosesNothing(java.util.function.Consumer<Keyboard> open) {
        try (Till till = TestTill.open(temp);
                WholeWindow window = WholeWindow.selling(till)) {
            window.keyboard().burst(PAD_CODE);
            open.accept(window.keyboard());
            window.keyboard().type("x1");
            for (int i = 0; i < 4; i++) {
                window.keyboard().press(KeyCode.ESCAPE);
            }
            assertThat(window.ask(() -> window.window().shell().dialogs().showingProperty().get()))
                    .isFalse();
            assertThat(lines(window)).isEqualTo(1);
            sell(window, KIT_CODE);
            assertThat(done(window).lines()).hasSize(2);
        }
    }

    @Test
    void aWindowClosedWhileMoneyIsTakenKeepsTheSaleAndWhatWasPaid() {
        try (Till till = TestTill.open(temp);
                WholeWindow window = WholeWindow.selling(till)) {
            window.keyboard().burst(PAD_CODE);
            window.keyboard().press(KeyCode.F12);
            window.keyboard().type("10");
            window.keyboard().press(KeyCode.ENTER);
            assertThat(window.state()).isEqualTo(SaleState.TENDER);
        }
        try (Till till = TestTill.open(temp);
                WholeWindow window = WholeWindow.of(till)) {
            window.signIn(window.window());
            assertThat(lines(window)).as(said(window)).isEqualTo(1);
            assertThat(window.ask(() -> window.sales().desk().sale().sale().paid())).hasSize(1);
            assertThat(sold(till)).isEmpty();
            pay(window);
            assertThat(sold(till)).hasSize(1);
        }
    }

    @Test
    void aPowerCutRightAfterPayingKeepsTheSaleAndItsNumber() throws IOException {
        try (Till till = TestTill.open(temp);
                WholeWindow window = WholeWindow.selling(till)) {
            sell(window, PAD_CODE);
            copy(temp.resolve("till"), temp.resolve("after/till"));
            copy(temp.resolve("till.marker"), temp.resolve("after/till.marker"));
        }
        try (Till till = TestTill.open(temp.resolve("after"));
                WholeWindow window = WholeWindow.of(till)) {
            window.signIn(window.window());
            assertThat(sold(till)).hasSize(1);
            assertThat(lines(window)).isZero();
            sell(window, KIT_CODE);
            assertThat(done(window).receiptNumber()).hasToString("S1-1-1-000002");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path other = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(other);
                } else {
                    Files.createDirectories(other.resolveSibling("."));
                    Files.copy(file, other);
                }
            }
        }
    }

    @Test
    void aPrinterThatBreaksOffIsToldAndTheSaleIsSafe() {
        var settings =
                Settings.initial(Locale.ENGLISH)
                        .withPrinter(
                                new PrinterSettings(
                                        new DeviceAddress.DeviceFile(Path.of("/dev/full")),
                                        new PaperLayout(42),
                                        CodePage.PC850));
        try (Till till = TestTill.open(temp);
                WholeWindow window = WholeWindow.of(till, settings)) {
            window.signIn(window.window());
            window.on(() -> window.sales().shift().open("200"));
            sell(window, PAD_CODE);
            for (int i = 0; i < 500 && !said(window).contains("/dev/full"); i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            assertThat(said(window)).contains("The sale is safe; the receipt is printed by itself");
            sell(window, KIT_CODE);
            assertThat(sold(till)).hasSize(2);
        }
    }

    /// A clock that somebody sets.
    private static final class SetClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(TestTill.NOW);

        void set(Duration ahead) {
            now.set(TestTill.NOW.plus(ahead));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void aDateThatIsSetBackAndForwardMixesUpNothing() {
        var clock = new SetClock();
        try (Till till = Till.open(TestTill.enrolled(temp).withClock(clock));
                WholeWindow window = WholeWindow.selling(till)) {
            for (int days : new int[] {0, -3, 40, 1}) {
                clock.set(Duration.ofDays(days));
                sell(window, PAD_CODE);
            }
            List<Sale> sold = sold(till);
            assertThat(sold)
                    .extracting(sale -> sale.receiptNumber().number())
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
            assertThat(sold.stream().map(Sale::businessDay).distinct()).hasSize(1);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(6));
        }
    }

    @Test
    void twoPeopleAtOneTillShareTheOpenSaleAndNotTheName() {
        try (Till till = TestTill.open(temp);
                WholeWindow window = WholeWindow.selling(till)) {
            window.keyboard().burst(PAD_CODE);
            window.keyboard().control(KeyCode.L);
            window.on(() -> {
                var signIn = window.window().desk().signIn();
                signIn.choose(TestTill.staff().get(1));
                signIn.signIn("2222");
            });
            window.keyboard().burst(KIT_CODE);
            pay(window);
            assertThat(window.state()).as(said(window)).isEqualTo(SaleState.DONE);
            assertThat(done(window).lines()).hasSize(2);
            assertThat(done(window).staffId()).isEqualTo(TestTill.staff().get(1).staffId());
            assertThat(sold(till)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bremsbelagsatz mit besonders langem Namen, den niemand je ganz auf einen Zettel"
                        + " gedruckt sehen wird, weil er zweihundert Zeichen lang ist und am Ende immer"
                        + " noch weitergeht, Ausführung vorne lang",
                "لقمة الفرامل الأمامية هوندا",
                "Pastilha 🏍️🔧 freio 💨"
            })
    void aNameOfAnyKindIsSoldPrintedAndKept(String name) {
        try (Till till = TestTill.open(temp)) {
            Product odd = SampleProducts.product(name, PAD.value(), PAD_CODE, Unit.PIECE);
            till.database().write(session -> till.stores().catalog().put(session, List.of(odd)));
            try (WholeWindow window = WholeWindow.selling(till)) {
                window.keyboard().burst(PAD_CODE);
                window.picture("odd-name-" + name.length());
                pay(window);
                assertThat(window.state()).as(said(window)).isEqualTo(SaleState.DONE);
                window.picture("odd-name-paid-" + name.length());
                assertThat(done(window).lines().getFirst().description()).startsWith(name);
                var paper =
                        new PaperLayout(32)
                                .rows(window.window().desk().receipts().slip(done(window)));
                assertThat(paper).isNotEmpty();
                assertThat(sold(till)).containsExactly(done(window));
            }
        }
    }

    @Test
    void withNothingOnHandTheTillStillSells() {
        try (Till till = TestTill.open(temp)) {
            Rung.up(till, PAD, 10);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.ZERO);
            try (WholeWindow window = WholeWindow.selling(till)) {
                sell(window, PAD_CODE);
                assertThat(sold(till)).hasSize(2);
                assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(-1));
            }
        }
    }

    @Test
    void tenThousandLinesAreRefusedBeforeTheyAreTooManyAndTheRestIsSold() {
        try (Till till =
                        Till.open(
                                TestTill.enrolled(temp)
                                        .withDisk(
                                                kmmotos.desktop.journal.Disk.real(),
                                                kmmotos.desktop.journal.JournalSettings
                                                        .SEGMENT_BYTES));
                WholeWindow window = WholeWindow.selling(till)) {
            window.keyboard().burst(PAD_CODE);
            window.on(() -> fill(window, LineModel.MAX_LINES));
            assertThat(lines(window)).isEqualTo(LineModel.MAX_LINES);
            for (int i = 0; i < 3; i++) {
                window.keyboard().burst(KIT_CODE);
            }
            assertThat(lines(window)).isEqualTo(LineModel.MAX_LINES);
            assertThat(said(window)).contains("at most 2,000 lines");
            pay(window);
            assertThat(window.state()).as(said(window)).isEqualTo(SaleState.DONE);
            assertThat(done(window).lines()).hasSize(LineModel.MAX_LINES);
            assertThat(sold(till)).hasSize(1);
            sell(window, KIT_CODE);
        }
    }

    /// The same article again and again, each as a line of its own.
    private static void fill(WholeWindow window, int lines) {
        var sale = window.sales().desk().sale();
        var open = sale.sale();
        var first = open.basket().lines().getFirst();
        var article = open.article(first.sku());
        for (int i = 2; i <= lines; i++) {
            open =
                    open.plus(
                            article,
                            new kmmotos.model.pricing.BasketLine(
                                    i,
                                    first.sku(),
                                    first.taxCategory(),
                                    Quantity.ONE,
                                    first.ownPrice(),
                                    first.discount()));
        }
        sale.change(open, 1);
    }
}
