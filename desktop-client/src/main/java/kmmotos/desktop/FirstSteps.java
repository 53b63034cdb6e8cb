package kmmotos.desktop;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.guide.GuideDialog;
import kmmotos.desktop.guide.GuideModel;
import kmmotos.desktop.guide.GuideStep;
import kmmotos.desktop.guide.GuideStore;
import kmmotos.desktop.settings.SettingsModel;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.Texts;
import org.jspecify.annotations.Nullable;

/// Shows a new till's people around: each step leads to what the window has for it already.
final class FirstSteps {
    private final Ways ways;
    private final GuideModel model;
    private final SettingsModel settings;
    private final Texts texts;
    private final Dialogs dialogs;

    /// @param toSettings shows the settings, where the scanner is taught
    /// @param saveKeyCard asks where the card of all keys is to be written
    /// @param toTraining turns the window to training
    record Ways(Runnable toSettings, Runnable saveKeyCard, Runnable toTraining) {}

    FirstSteps(
            Ways ways,
            GuideStore store,
            Background background,
            SettingsModel settings,
            Texts texts,
            Dialogs dialogs) {
        this.ways = ways;
        this.model = new GuideModel(store, background);
        this.settings = settings;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    /// Somebody signed in: a till that is new is shown around.
    void offer() {
        if (model.isWaiting()) {
            show();
        }
    }

    void show() {
        dialogs.show(new GuideDialog(model, texts, dialogs, this::way));
    }

    /// The way back to the list, among the settings.
    Node card() {
        var again = new Button(texts.get("guide.again"));
        again.setId("first-steps");
        again.setOnAction(_ -> show());
        var hint = new javafx.scene.control.Label(texts.get("guide.again_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var bar = new HBox(again);
        bar.getStyleClass().add("toolbar");
        return new VBox(new Card(texts.get("guide.title"), hint, bar));
    }

    private Node way(GuideStep step) {
        return switch (step) {
            case LANGUAGE -> language();
            case PRINTER -> printer();
            case SCANNER -> leaving(step, "guide.go_scanner", ways.toSettings());
            case KEY_CARD -> button(step, "guide.go_key_card", ways.saveKeyCard());
            case PRACTICE -> leaving(step, "guide.go_practice", ways.toTraining());
        };
    }

    private Node language() {
        var box = new ComboBox<Locale>();
        box.setId("guide-choose-language");
        box.getItems().setAll(Texts.LANGUAGES);
        box.setValue(settings.settingsProperty().get().language());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Locale locale) {
                        return locale == null ? "" : locale.getDisplayName(locale);
                    }

                    @Override
                    public Locale fromString(String text) {
                        throw new UnsupportedOperationException("chosen, not typed");
                    }
                });
        box.setOnAction(_ -> {
            settings.useLanguage(box.getValue());
            model.end(GuideStep.LANGUAGE, GuideModel.How.DONE);
        });
        return box;
    }

    private Node printer() {
        var now = settings.settingsProperty().get().printer();
        var address = new TextField(now.address().toString());
        address.setId("guide-printer-address");
        address.setAccessibleText(texts.get("guide.printer"));
        var test =
                button(
                        GuideStep.PRINTER,
                        "guide.go_printer",
                        () -> {
                            settings.usePrinter(
                                    address.getText(), now.paper().columns(), now.codePage());
                            settings.testPrint(
                                    address.getText(), now.paper().columns(), now.codePage());
                        });
        var line = new HBox(address, test);
        line.getStyleClass().add("toolbar");
        return line;
    }

    private Button button(GuideStep step, String text, Runnable go) {
        var button = new Button(texts.get(text));
        button.setId("guide-go-" + step.name().toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> {
            go.run();
            model.end(step, GuideModel.How.DONE);
        });
        return button;
    }

    /// What is elsewhere in the window is behind the list.
    private Button leaving(GuideStep step, String text, Runnable go) {
        return button(
                step,
                text,
                () -> {
                    dialogs.cancelAll();
                    go.run();
                });
    }
}
