package kmmotos.desktop.shifts;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.shifts.CashCount.Pieces;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;

/// Counting the drawer: note by note, or the sum at once; the difference is shown while typing.
final class CountPane extends VBox {

    private final Workplace workplace;
    private final ShiftModel model;
    private final Texts texts;
    private final TextField counted = new TextField();
    private final Label difference = new Label();

    CountPane(Workplace workplace, ShiftModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        getStyleClass().add("count-pane");
        var pieces = new FlowPane();
        pieces.getStyleClass().add("pieces");
        model.count().pieces().forEach(kind -> pieces.getChildren().add(field(kind)));
        counted.setId("counted-cash");
        counted.setOnAction(_ -> model.close(counted.getText()));
        counted.textProperty().subscribe(this::showDifference);
        difference.setId("cash-difference");
        difference.getStyleClass().add("pill");
        model.count().totalProperty().addListener((_, _, total) -> fill(total));
        model.shiftProperty().subscribe(_ -> showDifference(counted.getText()));
        getChildren().addAll(pieces, closeRow());
    }

    private HBox closeRow() {
        var label = new Label(texts.get("shifts.counted"));
        label.setLabelFor(counted);
        var close = KeyCap.button("F12", texts.get("shifts.close"), this::close);
        close.setFocusTraversable(true);
        close.setId("close-shift");
        close.getStyleClass().add("primary");
        close.disableProperty().bind(model.busyProperty());
        var row = new HBox(label, counted, difference, close);
        row.getStyleClass().add("toolbar");
        return row;
    }

    void close() {
        model.close(counted.getText());
    }

    private HBox field(Pieces kind) {
        var worth = new Label(workplace.formats().money(kind.worth()));
        worth.getStyleClass().add("piece-worth");
        var count = new TextField();
        count.getStyleClass().add("piece-count");
        count.setPromptText("0");
        worth.setLabelFor(count);
        count.textProperty().subscribe(text -> kind.count().set(pieces(text)));
        kind.count()
                .subscribe(number -> {
                    if (number.intValue() == 0 && pieces(count.getText()) != 0) {
                        count.clear();
                    }
                });
        var box = new HBox(count, new Label("×"), worth);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("piece");
        return box;
    }

    private static int pieces(String typed) {
        String digits = typed.strip();
        return digits.matches("\\d{1,4}")
                ? Math.min(Integer.parseInt(digits), CashCount.MAX_PIECES)
                : 0;
    }

    private void fill(Money total) {
        counted.setText(total.isZero() ? "" : workplace.formats().amount(total));
    }

    private void showDifference(String typed) {
        Optional<Money> amount = model.difference(typed);
        difference.setVisible(amount.isPresent());
        amount.ifPresent(this::describe);
    }

    private void describe(Money amount) {
        difference.getStyleClass().removeAll("good", "bad", "caution");
        String money = workplace.formats().money(amount.abs());
        if (amount.isZero()) {
            difference.setText(texts.get("shifts.exact"));
            difference.getStyleClass().add("good");
        } else if (amount.isNegative()) {
            difference.setText(texts.get("shifts.short", money));
            difference.getStyleClass().add("bad");
        } else {
            difference.setText(texts.get("shifts.over", money));
            difference.getStyleClass().add("caution");
        }
    }
}
