package kmmotos.desktop;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.devices.CashDrawer;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.SlipPart;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.training.Lesson;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.model.returns.SignedReceipt;
import kmmotos.model.sales.Sale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Practising in the whole window of a real till.
class TrainingTest {
    private static final String PAD_CODE = "7891000000014";
    private static final String KIT_CODE = "7891000000021";

    @TempDir Path temp;
    private Till till;
    private WholeWindow window;

    @BeforeEach
    void open() {
        till = TestTill.open(temp);
        window = WholeWindow.selling(till);
    }

    @AfterEach
    void close() {
        window.close();
        till.close();
    }

    private TillWindow practise() {
        window.keyboard().control(KeyCode.T);
        TillWindow practising = window.training().practising().orElseThrow();
        window.signIn(practising);
        return practising;
    }

    private void sell(String code) {
        window.keyboard().burst(code);
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.ENTER);
    }

    private Map<String, String> journal() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path folder = till.config().folder().journal();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), digest(file));
            }
        }
        return files;
    }

    private static String digest(Path file) throws IOException {
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void theRealTillIsTheSameBeforeAndAfter() throws IOException {
        sell(PAD_CODE);
        window.keyboard().burst(KIT_CODE);
        window.on(() -> window.window().desk().signIn().lock());
        window.on(till.recorder()::project);
        Map<String, String> journal = journal();
        var stock = Rung.onHand(till, PAD);
        List<Sale> sales = till.database().read(it -> till.stores().sales().latest(it, 100));
        long counter = till.journal().counter();
        var openSale = window.ask(() -> window.sales().desk().sale().sale());

        TillWindow practising = practise();
        window.on(() -> practising.desk().sales().shift().open("50"));
        sell(PAD_CODE);
        sell(PAD_CODE);
        window.picture("training-done");
        Till scratch = practising.desk().till();
        window.on(scratch.recorder()::project);
        assertThat(Rung.onHand(scratch, PAD))
                .isEqualTo(stock.minus(kmmotos.model.money.Quantity.of(2)));
        Sale sold =
                window.ask(() -> practising.desk().sales().checkout().doneProperty().get())
                        .orElseThrow();
        assertThat(sold.receiptNumber()).hasToString("S1-1-900001-000002");
        window.keyboard().control(KeyCode.T);

        assertThat(window.training().practising()).isEmpty();
        assertThat(journal()).isEqualTo(journal);
        assertThat(till.journal().counter()).isEqualTo(counter);
        assertThat(Rung.onHand(till, PAD)).isEqualTo(stock);
        List<Sale> after = till.database().read(it -> till.stores().sales().latest(it, 100));
        assertThat(after).isEqualTo(sales);
        assertThat(window.ask(() -> window.sales().desk().sale().sale())).isEqualTo(openSale);
        assertThat(till.config().folder().root().resolve("training")).doesNotExist();
    }

    @Test
    void theNextRealReceiptHasTheNextNumber() {
        sell(PAD_CODE);
        TillWindow practising = practise();
        window.on(() -> practising.desk().sales().shift().open("50"));
        sell(PAD_CODE);
        window.keyboard().control(KeyCode.T);
        window.signIn(window.window());
        sell(KIT_CODE);
        assertThat(
                        window.ask(() -> window.sales().checkout().doneProperty().get())
                                .orElseThrow()
                                .receiptNumber())
                .hasToString("S1-1-1-000002");
    }

    @Test
    void theWindowSaysThatItIsTraining() {
        practise();
        assertThat(((Label) window.find("#mark")).getText()).isEqualTo("TRAINING");
        assertThat(window.find("#leave-training")).isNotNull();
        window.picture("training-sell");
        assertThat(window.training().practising().orElseThrow().model().allowedPlaces())
                .doesNotContain(Place.HEAD_OFFICE, Place.SETTINGS, Place.SYNC);
    }

    @Test
    void aSlipOfTrainingSaysSoAndNoDrawerOpens() {
        var printer = new SimulatedPrinter();
        PrinterHardware practising = PrinterHardware.simulated(printer).practising("TREINAMENTO");
        CashDrawer drawer = practising.drawer();
        drawer.open(1);
        practising.printer().print(Slip.named("S1").text("Pad 10.00").build());
        assertThat(printer.openings()).isEmpty();
        List<SlipPart> parts = printer.slips().getFirst().parts();
        assertThat(((SlipPart.Text) parts.getFirst()).text()).isEqualTo("TREINAMENTO");
        assertThat(((SlipPart.Text) parts.getLast()).text()).isEqualTo("TREINAMENTO");
    }

    @Test
    void aReceiptOfTrainingIsWorthNothingAtTheRealTill() {
        TillWindow practising = practise();
        window.on(() -> practising.desk().sales().shift().open("50"));
        sell(PAD_CODE);
        Sale sold =
                window.ask(() -> practising.desk().sales().checkout().doneProperty().get())
                        .orElseThrow();
        String paper =
                SignedReceipt.sign(
                                sold,
                                kmmotos.desktop.sync.DeviceKey.read(
                                                practising.desk().till().config().folder())
                                        .privateKey())
                        .text();
        window.keyboard().control(KeyCode.T);
        assertThat(new TillReturns(till).find(paper))
                .isInstanceOf(kmmotos.desktop.returns.ReceiptFound.UnknownTill.class);
    }

    @Test
    void aLessonIsTickedOffByWhatHappensAndComparedWithTheLastTime() {
        TillWindow practising = practise();
        begin(Lesson.CASH_BY_SCAN);
        window.picture("lesson-begun");
        window.keyboard().press(KeyCode.F5);
        window.keyboard().press(KeyCode.ESCAPE);
        sell(PAD_CODE);
        assertThat(label("#lesson-result")).isEqualTo("0 s · 4 keys · 1 mistakes");
        assertThat(label("#lesson-compared"))
                .isEqualTo("Your first time. Do it again and compare.");

        begin(Lesson.CASH_BY_SCAN);
        sell(PAD_CODE);
        window.picture("lesson-done");
        assertThat(label("#lesson-result")).isEqualTo("0 s · 2 keys · 0 mistakes");
        assertThat(label("#lesson-compared")).startsWith("Better than your last 1 times");
        assertThat(practising.model().lockedProperty().get()).isFalse();
    }

    private void begin(Lesson lesson) {
        window.fire("#lesson-" + lesson.name().toLowerCase(Locale.ROOT));
    }

    private String said() {
        return window.ask(() ->
                window.training().practising().orElseThrow().model().messages().shown().stream()
                        .map(Object::toString)
                        .toList()
                        .toString());
    }

    private String label(String selector) {
        Label found = (Label) window.find(selector);
        return found == null ? "" : Picture.onFx(found::getText);
    }

    @Test
    void everyLessonCanBeDoneByKeys() {
        practise();
        begin(Lesson.CARD_FOUR_ITEMS);
        window.keyboard().type("4*" + PAD_CODE);
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.F6);
        assertThat(label("#lesson-result")).as(said()).contains("0 mistakes");

        begin(Lesson.RETURN_BY_RECEIPT);
        sell(PAD_CODE);
        window.keyboard().press(KeyCode.F10);
        window.keyboard().type("000002");
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().type("a");
        window.keyboard().press(KeyCode.ENTER);
        window.picture("lesson-return");
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.ENTER);
        assertThat(label("#lesson-result")).contains("0 mistakes");

        begin(Lesson.ON_ACCOUNT);
        window.keyboard().press(KeyCode.F2);
        window.keyboard().type("oficina");
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().burst(PAD_CODE);
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.F7);
        assertThat(label("#lesson-result")).contains("0 mistakes");

        begin(Lesson.PARK_AND_RECALL);
        window.keyboard().burst(PAD_CODE);
        window.keyboard().press(KeyCode.F4);
        window.keyboard().press(KeyCode.F4);
        window.keyboard().press(KeyCode.ENTER);
        assertThat(label("#lesson-result")).contains("0 mistakes");

        begin(Lesson.PART_FOR_BIKE);
        window.picture("lesson-bike");
        window.keyboard().type("b cg 160 2019");
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().press(KeyCode.DOWN);
        window.keyboard().press(KeyCode.ENTER);
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.ENTER);
        assertThat(label("#lesson-result")).contains("0 mistakes");

        begin(Lesson.CLOSE_SHIFT);
        window.keyboard().control(KeyCode.DIGIT4);
        window.keyboard().press(KeyCode.F12);
        window.keyboard().type("2");
        window.keyboard().press(KeyCode.F12);
        window.keyboard().press(KeyCode.F12);
        window.picture("lesson-shift");
        assertThat(label("#lesson-result")).contains("0 mistakes");
    }

    @Test
    void trainingIsReachedFromTheSignInToo() {
        window.on(() -> window.window().desk().signIn().lock());
        window.picture("training-sign-in");
        window.fire("#training");
        assertThat(window.training().practising()).isPresent();
        window.picture("training-locked");
        assertThat(window.state()).isEqualTo(SaleState.SELL);
    }
}
