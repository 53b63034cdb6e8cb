package kmmotos.desktop.shifts;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperStrip;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The shift at the left, the report that was printed last at the right.
public final class ShiftScreen implements Screen {

    private static final PaperLayout PAPER = new PaperLayout(42);

    private final Workplace workplace;
    private final ShiftModel model;
    private final Texts texts;
    private final HBox view = new HBox();
    private final VBox left = new VBox();
    private final StackPane paper = new StackPane();
    private final TextField openingFloat = new TextField();
    private final CountPane countPane;

    public ShiftScreen(Workplace workplace, ShiftModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.countPane = new CountPane(workplace, model);
        left.getStyleClass().add("column");
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(paper, Priority.ALWAYS);
        paper.getStyleClass().add("paper-desk");
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(scroll, paper);
        model.shiftProperty().subscribe(this::show);
        model.reportProperty().subscribe(this::showReport);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        focus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(KeyCode.F6, model::printX),
                Shortcut.of(KeyCode.F9, model::reprintZ),
                Shortcut.of(KeyCode.F12, this::openOrClose));
    }

    private void openOrClose() {
        if (model.shiftProperty().get().isPresent()) {
            countPane.close();
        } else {
            model.open(openingFloat.getText());
        }
    }

    private void show(Optional<OpenShift> shift) {
        left.getChildren().setAll(shift.map(this::open).orElseGet(this::noShift));
        focus();
    }

    private void focus() {
        if (model.shiftProperty().get().isEmpty()) {
            openingFloat.requestFocus();
        }
    }

    private VBox noShift() {
        openingFloat.clear();
        openingFloat.setId("opening-float");
        openingFloat.setPromptText(texts.get("shifts.float_prompt"));
        openingFloat.setOnAction(_ -> model.open(openingFloat.getText()));
        var label = new Label(texts.get("shifts.float"));
        label.setLabelFor(openingFloat);
        var open =
                button("F12", "shifts.open", "primary", () -> model.open(openingFloat.getText()));
        open.setId("open-shift");
        open.getStyleClass().addAll("tall", "wide");
        var again = button("F9", "shifts.reprint_z", "flat", model::reprintZ);
        var explanation = new Label(texts.get("shifts.none_text"));
        explanation.setWrapText(true);
        explanation.getStyleClass().add("muted");
        return new VBox(
                new Card(texts.get("shifts.none"), explanation, label, openingFloat, open, again));
    }

    private VBox open(OpenShift shift) {
        var formats = workplace.formats();
        var takings = new Label(formats.money(shift.totals().takings()));
        takings.getStyleClass().add("big-amount");
        takings.setId("takings");
        var facts =
                new Facts()
                        .add(
                                texts.get("shifts.business_day"),
                                formats.date(shift.opening().businessDay()))
                        .add(texts.get("shifts.opened_at"), formats.dateTime(shift.opening().at()))
                        .add(texts.get("shifts.opened_by"), shift.openedBy())
                        .add(
                                texts.count("shifts.sales", shift.totals().saleCount()),
                                formats.money(shift.totals().sold()))
                        .add(
                                texts.count("shifts.returns", shift.totals().returnCount()),
                                formats.money(shift.totals().returned()));
        shift.totals()
                .byTender()
                .forEach((kind, amount) ->
                        facts.add(texts.get("receipts.tender." + kind), formats.money(amount)));
        facts.add(texts.get("shifts.float"), formats.money(shift.opening().openingFloat()));
        var x = button("F6", "shifts.print_x", "", model::printX);
        x.setId("print-x");
        var bar = new HBox(x, button("F9", "shifts.reprint_z", "flat", model::reprintZ));
        bar.getStyleClass().add("toolbar");
        var now = new Card(texts.get("shifts.now"), takings, facts, bar);
        var column = new VBox(now, new Card(texts.get("shifts.count"), countPane));
        column.getStyleClass().add("column");
        return column;
    }

    private Button button(String keyCap, String text, String styleClass, Runnable action) {
        var button = KeyCap.button(keyCap, texts.get(text), action);
        button.setFocusTraversable(true);
        if (!styleClass.isEmpty()) {
            button.getStyleClass().add(styleClass);
        }
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private void showReport(Optional<Slip> report) {
        paper.getChildren().setAll(report.map(this::strip).orElseGet(this::noReport));
    }

    private Node strip(Slip slip) {
        var centered = new StackPane(new PaperStrip(PAPER, slip));
        centered.setAlignment(Pos.TOP_CENTER);
        var scroll = new ScrollPane(centered);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private Node noReport() {
        return new EmptyNote(
                MaterialDesignC.CASH_REGISTER,
                texts.get("shifts.no_report"),
                texts.get("shifts.no_report_text"));
    }
}
