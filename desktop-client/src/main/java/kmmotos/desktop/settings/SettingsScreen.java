package kmmotos.desktop.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PrinterFamily;
import kmmotos.desktop.neighbours.NeighbourSettings;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperStrip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.jspecify.annotations.Nullable;

/// Look, language and the shop's network at the left, the printer's test slip at the right.
public final class SettingsScreen implements Screen {

    private static final List<Integer> COLUMNS = List.of(48, 42, 32);

    private final Workplace workplace;
    private final SettingsModel model;
    private final Texts texts;
    private final HBox view = new HBox();
    private final TextField address = new TextField();
    private final ComboBox<Integer> columns;
    private final ComboBox<CodePage> codePage;
    private final StackPane paper = new StackPane();

    public SettingsScreen(Workplace workplace, SettingsModel model) {
        this(workplace, model, List.of());
    }

    /// @param more what else is set here
    public SettingsScreen(Workplace workplace, SettingsModel model, List<Node> more) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        Settings now = model.settingsProperty().get();
        address.setText(now.printer().address().toString());
        columns = box(COLUMNS, now.printer().paper().columns(), this::columnsText, _ -> {});
        codePage = box(List.of(CodePage.values()), now.printer().codePage(), this::page, _ -> {});
        var left =
                new VBox(
                        look(now),
                        printer(),
                        labels(now),
                        new ScannerPane(workplace, model, System::nanoTime),
                        neighbours(now.neighbours()));
        left.getChildren().addAll(more);
        left.getStyleClass().add("column");
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        paper.getStyleClass().add("paper-desk");
        columns.valueProperty().subscribe(_ -> showPaper());
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(scroll, paper);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(KeyCode.F12, this::save), Shortcut.of(KeyCode.F9, this::testPrint));
    }

    private Node look(Settings now) {
        var form = new GridPane();
        form.getStyleClass().add("form");
        row(
                form,
                "settings.language",
                box(Texts.LANGUAGES, now.language(), this::language, model::useLanguage));
        row(
                form,
                "settings.theme",
                box(List.of(false, true), now.dark(), this::theme, model::useDark));
        row(
                form,
                "settings.font_scale",
                box(
                        Settings.FONT_SCALES,
                        now.fontScalePercent(),
                        percent -> percent + "%",
                        model::useFontScale));
        var hint = new Label(texts.get("settings.language_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        return new Card(texts.get("settings.look"), form, hint);
    }

    private Node printer() {
        address.setId("printer-address");
        address.setPromptText(texts.get("settings.address_prompt"));
        address.setPrefColumnCount(24);
        var form = new GridPane();
        form.getStyleClass().add("form");
        row(form, "settings.address", address);
        row(form, "settings.columns", columns);
        row(form, "settings.code_page", codePage);
        row(
                form,
                "settings.family",
                box(
                        List.of(PrinterFamily.values()),
                        model.settingsProperty().get().printer().family(),
                        family -> texts.get("settings.family." + family),
                        model::useFamily));
        var hint = new Label(texts.get("settings.address_hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var save = KeyCap.button("F12", texts.get("settings.save"), this::save);
        save.setFocusTraversable(true);
        save.setId("save-printer");
        save.getStyleClass().add("primary");
        var test = KeyCap.button("F9", texts.get("settings.test_print"), this::testPrint);
        test.setFocusTraversable(true);
        test.setId("test-print");
        test.disableProperty().bind(model.busyProperty());
        var bar = new HBox(save, test);
        bar.getStyleClass().add("toolbar");
        return new Card(texts.get("settings.printer"), form, hint, bar);
    }

    private Node labels(Settings now) {
        var field = new TextField(now.labels().toString());
        field.setId("label-printer-address");
        field.setPromptText(texts.get("settings.address_prompt"));
        field.setPrefColumnCount(24);
        var form = new GridPane();
        form.getStyleClass().add("form");
        row(form, "settings.address", field);
        var hint = new Label(texts.get("settings.labels.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var save = new Button(texts.get("settings.save"));
        save.setId("save-label-printer");
        save.setOnAction(_ -> model.useLabels(field.getText()));
        var bar = new HBox(save);
        bar.getStyleClass().add("toolbar");
        return new Card(texts.get("settings.labels"), form, hint, bar);
    }

    private Node neighbours(NeighbourSettings now) {
        var on = box(List.of(true, false), now.isOn(), this::yesOrNo, _ -> {});
        on.setId("neighbours-on");
        var port = new TextField(Integer.toString(now.port()));
        port.setId("neighbours-port");
        port.setPrefColumnCount(6);
        var addresses = new TextField(String.join(", ", now.addresses()));
        addresses.setId("neighbours-addresses");
        addresses.setPromptText(texts.get("settings.neighbours.prompt"));
        addresses.setPrefColumnCount(24);
        var form = new GridPane();
        form.getStyleClass().add("form");
        row(form, "settings.neighbours.on", on);
        row(form, "settings.neighbours.port", port);
        row(form, "settings.neighbours.addresses", addresses);
        var hint = new Label(texts.get("settings.neighbours.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var save = new Button(texts.get("settings.save"));
        save.setId("save-neighbours");
        save.setOnAction(
                _ -> model.useNeighbours(on.getValue(), port.getText(), addresses.getText()));
        var bar = new HBox(save);
        bar.getStyleClass().add("toolbar");
        return new Card(texts.get("settings.neighbours"), form, hint, bar);
    }

    private String yesOrNo(boolean yes) {
        return texts.get(yes ? "settings.yes" : "settings.no");
    }

    private void save() {
        model.usePrinter(address.getText(), columns.getValue(), codePage.getValue());
    }

    private void testPrint() {
        model.testPrint(address.getText(), columns.getValue(), codePage.getValue());
    }

    private void row(GridPane form, String key, Node control) {
        var label = new Label(texts.get(key));
        label.setLabelFor(control);
        form.addRow(form.getRowCount(), label, control);
    }

    private void showPaper() {
        var layout = new PaperLayout(columns.getValue());
        var slip = StorePaper.of(workplace.store()).testPrint(layout);
        paper.getChildren().setAll(List.of(new PaperStrip(layout, slip)));
    }

    private String language(Locale locale) {
        String name = locale.getDisplayName(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private String theme(boolean dark) {
        return texts.get(dark ? "settings.dark" : "settings.light");
    }

    private String columnsText(int count) {
        return texts.get("settings.columns_" + count);
    }

    private String page(CodePage page) {
        return texts.get("settings.page." + page.name());
    }

    private static <T> ComboBox<T> box(
            List<T> choices, T chosen, Function<T, String> words, Consumer<T> use) {
        var box = new ComboBox<T>();
        box.getItems().setAll(choices);
        box.setValue(chosen);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : words.apply(choice);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("chosen, not typed");
                    }
                });
        box.setOnAction(_ -> use.accept(box.getValue()));
        return box;
    }
}
