package kmmotos.desktop.settings;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kmmotos.desktop.devices.ScannerSettings;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperStrip;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.HandTyped;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// How the scanner is told from fingers: learned from one barcode, or typed.
final class ScannerPane extends VBox {

    private static final PaperLayout ON_SCREEN = new PaperLayout(42);
    private static final Duration QUIET = Duration.millis(400);

    private final SettingsModel model;
    private final LongSupplier nanos;
    private final Texts texts;
    private final GridPane form = new GridPane();
    private final TextField teach = field("scanner-teach");
    private final TextField gap = field("scanner-gap");
    private final TextField prefix = field("scanner-prefix");
    private final TextField suffix = field("scanner-suffix");
    private final TextField separator = field("scanner-separator");
    private final TextField labels = field("scanner-labels");
    private final Calibration calibration = new Calibration();
    private final PauseTransition quiet = new PauseTransition(QUIET);

    /// @param nanos a monotonic clock
    ScannerPane(Workplace workplace, SettingsModel model, LongSupplier nanos) {
        this.model = model;
        this.nanos = nanos;
        this.texts = workplace.texts();
        ScannerSettings now = model.settingsProperty().get().scanner();
        show(now);
        form.getStyleClass().add("form");
        row("settings.scanner.teach", teach);
        row("settings.scanner.gap", gap);
        row("settings.scanner.prefix", prefix);
        row("settings.scanner.suffix", suffix);
        row("settings.scanner.separator", separator);
        row("settings.scanner.labels", labels);
        labels.setPromptText("20IIIIIVPP.PPK, 21IIIIIWW.WWWK");
        teach.setPromptText(texts.get("settings.scanner.teach_prompt"));
        listen();
        getChildren()
                .add(
                        new Card(
                                texts.get("settings.scanner"),
                                hint("settings.scanner.hint"),
                                paper(workplace),
                                form,
                                hint("settings.scanner.labels_hint"),
                                buttons()));
    }

    private static Node paper(Workplace workplace) {
        var strip = new PaperStrip(ON_SCREEN, Calibration.slip(workplace.store()));
        var desk = new HBox(strip);
        desk.getStyleClass().add("paper-desk");
        return desk;
    }

    private HBox buttons() {
        var save = new Button(texts.get("settings.save"));
        save.setId("save-scanner");
        save.setOnAction(_ ->
                model.useScanner(
                        ScannerSettings.parse(
                                gap.getText(),
                                prefix.getText(),
                                suffix.getText(),
                                separator.getText(),
                                labels.getText())));
        var print = new Button(texts.get("settings.scanner.print"));
        print.setId("print-calibration");
        print.setOnAction(_ -> model.printCalibration());
        print.disableProperty().bind(model.busyProperty());
        var bar = new HBox(save, print);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    /// Here even a scanner's keys come one by one, with what it sends around the code.
    private void listen() {
        HandTyped.mark(teach);
        teach.addEventFilter(KeyEvent.ANY, this::heard);
        quiet.setOnFinished(_ -> learn());
    }

    private void heard(KeyEvent event) {
        boolean isSeparator = event.isControlDown() && event.getCode() == KeyCode.CLOSE_BRACKET;
        boolean ends = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB;
        if (event.getEventType() == KeyEvent.KEY_PRESSED && isSeparator) {
            calibration.typed(Calibration.FNC1, nanos.getAsLong());
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && ends) {
            if (calibration.hasHeard()) {
                learn();
                event.consume();
            }
        } else if (event.getEventType() == KeyEvent.KEY_TYPED
                && !event.getCharacter().isEmpty()
                && !Character.isISOControl(event.getCharacter().charAt(0))) {
            calibration.typed(event.getCharacter().charAt(0), nanos.getAsLong());
            quiet.playFromStart();
        }
    }

    private void learn() {
        quiet.stop();
        Optional<ScannerSettings> learned =
                calibration.learned(model.settingsProperty().get().scanner());
        calibration.beginAnew();
        teach.clear();
        if (learned.isEmpty()) {
            model.notTheBarcode();
            return;
        }
        model.useScanner(learned);
        show(model.settingsProperty().get().scanner());
    }

    private void show(ScannerSettings now) {
        gap.setText(Long.toString(now.gap().toMillis()));
        prefix.setText(now.prefix());
        suffix.setText(now.suffix());
        separator.setText(now.separator());
        labels.setText(now.labelsText());
    }

    private void row(String key, TextField field) {
        var label = new Label(texts.get(key));
        label.setLabelFor(field);
        form.addRow(form.getRowCount(), label, field);
    }

    private Label hint(String key) {
        var hint = new Label(texts.get(key));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private static TextField field(String id) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(24);
        return field;
    }
}
