package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.FontScale;
import kmmotos.desktop.ui.Keyboard;
import kmmotos.desktop.ui.Picture;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.ScanBursts;
import kmmotos.desktop.ui.Shell;
import kmmotos.desktop.ui.ShellModel;
import kmmotos.desktop.ui.Theme;
import kmmotos.model.sync.Event.PaymentAbandoned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sale screen in a window off any display: keys go in as a keyboard sends them, with a clock
/// that the test moves.
class SaleScreenTest {
    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong();
    private CounterFixture at;
    private ShellModel shell;
    private Scene scene;
    private Stage stage;
    private Keyboard keyboard;

    @BeforeEach
    void openTheWindow() {
        Picture.startToolkit();
        var window = Picture.onFx(this::open);
        at = window.at();
        shell = window.shell();
        scene = window.scene();
        stage = window.stage();
        keyboard = new Keyboard(scene, nanos);
        Picture.settle();
    }

    private record Window(CounterFixture at, ShellModel shell, Scene scene, Stage stage) {}

    private Window open() {
        var counter = new CounterFixture(folder, Locale.ENGLISH, Background.direct()).open();
        var model = new ShellModel();
        model.unlock("Ana Souza");
        var shell = new Shell(model, counter.texts);
        var leads =
                new SaleScreen.Leads(
                        _ -> new Label("receipt"),
                        _ -> true,
                        _ -> true,
                        _ -> true,
                        _ -> {},
                        _ -> new MailText(Locale.ENGLISH, "Receipt", "TOTAL"),
                        () -> {},
                        () -> {});
        shell.add(Place.SELL, new SaleScreen(counter.models, shell.dialogs(), leads));
        var content = shell.scene(980, 700, new ScanBursts(Duration.ofMillis(45)), nanos::get);
        Theme.LIGHT.dress(content, FontScale.PERCENT_100);
        var window = new Stage();
        window.setScene(content);
        window.show();
        return new Window(counter, model, content, window);
    }

    @AfterEach
    void closeTheWindow() {
        Picture.onFx(() -> {
            stage.hide();
            return 0;
        });
    }

    private void click(String id) {
        var button = (Button) find(id);
        Picture.onFx(() -> {
            button.fire();
            return 0;
        });
        Picture.settle();
    }

    private Node find(String id) {
        return Picture.onFx(() -> scene.getRoot().lookup(id));
    }

    @Test
    void aCashSaleByKeyboardAlone() {
        keyboard.type("2*KT-520-118");
        keyboard.press(KeyCode.ENTER);
        assertThat(at.due()).isEqualTo("378.00");
        keyboard.press(KeyCode.F12);
        keyboard.type("400");
        keyboard.press(KeyCode.ENTER);
        assertThat(at.books.sales)
                .as("%s, paid %s", at.messages.shown(), at.models.checkout().tender().tenders())
                .hasSize(1);
        assertThat(((Label) find("#change")).getText()).contains("22.00");
    }

    @Test
    void aScansEnterPressesNothing() {
        keyboard.burst(PAD);
        keyboard.burst(PAD);
        assertThat(at.due()).isEqualTo("99.80");
        keyboard.press(KeyCode.F12);
        keyboard.burst(PAD);
        assertThat(at.books.sales).isEmpty();
        assertThat(at.lastMessage()).contains("is being paid");
        keyboard.press(KeyCode.ENTER);
        assertThat(at.books.sales.getLast().total().amount()).isEqualTo("99.80");
        keyboard.burst(PAD);
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void whatIsTypedAfterPayingBeginsTheNextSale() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F12);
        keyboard.press(KeyCode.ENTER);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.DONE);
        keyboard.type("2*KT-520-118");
        keyboard.press(KeyCode.ENTER);
        assertThat(at.due()).isEqualTo("378.00");
    }

    @Test
    void aGiftCardThatIsSoldIsToBePaid() {
        keyboard.type("g 50");
        keyboard.press(KeyCode.ENTER);
        assertThat(((Label) find("#sale-total")).getText()).contains("50.00");
        keyboard.burst(PAD);
        assertThat(((Label) find("#sale-total")).getText()).contains("99.90");
    }

    @Test
    void messagesStandAboveTheKeys() {
        Picture.onFx(() -> {
            shell.messages().note("The shift is open.");
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return 0;
        });
        var message = find(".message");
        var keys = find(".key-bar");
        assertThat(message.localToScene(message.getLayoutBounds()).getMaxY())
                .isLessThanOrEqualTo(keys.localToScene(keys.getLayoutBounds()).getMinY());
    }

    @Test
    void aCardSaleByMouse() {
        keyboard.burst(PAD);
        click("#total");
        click("#pay-card");
        assertThat(at.terminal.waiting()).isPresent();
        click("#card-approved");
        assertThat(at.books.sales.getLast().tenders().getFirst().kind()).isEqualTo("card");
        click("#next-sale");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
    }

    @Test
    void aSplitSaleByKeys() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F12);
        keyboard.type("20");
        keyboard.press(KeyCode.ENTER);
        keyboard.press(KeyCode.F6);
        keyboard.type("A17");
        keyboard.press(KeyCode.ENTER);
        assertThat(at.books.sales.getLast().tenders()).hasSize(2);
    }

    @Test
    void escapeKeepsAPaidPartAndAButtonTakesItBack() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F12);
        keyboard.type("20");
        keyboard.press(KeyCode.ENTER);
        keyboard.press(KeyCode.ESCAPE);
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        click(".totals-side .take-back");
        assertThat(at.sale().sale().paid()).isEmpty();
        assertThat(at.lastMessage()).contains("20.00");
    }

    @Test
    void aKeyTakesTheLastPartBack() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F12);
        keyboard.type("20");
        keyboard.press(KeyCode.ENTER);
        keyboard.control(KeyCode.BACK_SPACE);
        assertThat(at.sale().sale().paid()).isEmpty();
    }

    @Test
    void enterNeverSaysThatACardPartWasCancelled() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F12);
        keyboard.type("20");
        keyboard.press(KeyCode.F6);
        keyboard.type("A17");
        keyboard.press(KeyCode.ENTER);
        keyboard.control(KeyCode.BACK_SPACE);
        keyboard.press(KeyCode.ENTER);
        assertThat(at.sale().sale().paid()).hasSize(1);
        keyboard.control(KeyCode.BACK_SPACE);
        click("#card-cancelled");
        assertThat(at.sale().sale().paid()).isEmpty();
        assertThat(at.books.journal).last().isInstanceOf(PaymentAbandoned.class);
    }

    @Test
    void enterAloneNeverSaysThatACardWasTaken() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F12);
        keyboard.press(KeyCode.F6);
        keyboard.press(KeyCode.ENTER);
        assertThat(at.books.sales).isEmpty();
        assertThat(at.terminal.waiting()).isPresent();
    }

    @Test
    void escapeInTheMiddleOfAnythingLosesNothing() {
        keyboard.burst(PAD);
        keyboard.type("half a wor");
        keyboard.press(KeyCode.ESCAPE);
        keyboard.press(KeyCode.F12);
        keyboard.type("12");
        keyboard.press(KeyCode.ESCAPE);
        keyboard.press(KeyCode.F1);
        keyboard.press(KeyCode.ESCAPE);
        keyboard.type("//50");
        keyboard.press(KeyCode.ENTER);
        keyboard.press(KeyCode.ESCAPE);
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.approvals.askedProperty().get()).isEmpty();
    }

    @Test
    void aStrayScanAtTheApprovalsPinIsNoWrongPin() {
        keyboard.burst(PAD);
        keyboard.type("/50");
        keyboard.press(KeyCode.ENTER);
        assertThat(scene.getFocusOwner()).isEqualTo(find("#approval-pin"));
        for (int scan = 0; scan < 6; scan++) {
            keyboard.burst(PAD);
        }
        keyboard.press(KeyCode.ENTER);
        assertThat(at.staff.wrongPins()).isZero();
        assertThat(at.due()).isEqualTo("315.00");
        assertThat(at.approvals.askedProperty().get()).isPresent();
    }

    @Test
    void aScanWaitsWhileADialogIsOpenAndIsNotLost() {
        keyboard.burst(PAD);
        keyboard.press(KeyCode.F1);
        keyboard.burst(PAD);
        assertThat(at.due()).isEqualTo("49.90");
        keyboard.press(KeyCode.ESCAPE);
        assertThat(at.due()).isEqualTo("99.80");
    }
}
