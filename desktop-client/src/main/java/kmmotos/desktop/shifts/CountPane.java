package kmmotos.desktop.shifts;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.shifts.CashCount.Pieces;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CountedPieces;

/// Counting the drawer, note by note or the sum at once, without a word about what should be there.
/// Enter and the arrows lead from one kind to the next.
final class CountPane extends VBox {

    private final ShiftModels models;
    private final Texts texts;
    private final TextField counted = new TextField();
    private final List<TextField> counts = new ArrayList<>();
    private final VBox foreign = new VBox();

    CountPane(ShiftModels models) {
        this.models = models;
        this.texts = models.desk().texts();
        getStyleClass().addAll("card", "count-pane");
        var title = new Label(texts.get("shifts.counting"));
        title.getStyleClass().add("section-title");
        var hint = new Label(texts.get("shifts.counting_text"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        counted.setId("counted-cash");
        counted.getStyleClass().add("amount");
        counted.setOnAction(_ -> done());
        counted.textProperty().bindBidirectional(models.closing().count().typedProperty());
        models.closing().count().totalProperty().addListener((_, _, total) -> fill(total));
        foreign.getStyleClass().add("foreign-counts");
        models.closing().foreignProperty().subscribe(this::showForeign);
        getChildren().addAll(title, hint, pieces(), sumRow(), foreign, buttons());
    }

    private void showForeign(List<CashCount> counts) {
        foreign.getChildren().clear();
        counts.forEach(count -> foreign.getChildren().addAll(foreignPieces(count), sumOf(count)));
    }

    /// Foreign notes, in two columns as the shop's own.
    private GridPane foreignPieces(CashCount of) {
        var grid = new GridPane();
        grid.getStyleClass().add("pieces");
        int rows = (of.pieces().size() + 1) / 2;
        for (int i = 0; i < of.pieces().size(); i++) {
            addKind(
                    grid,
                    of.pieces().get(i),
                    foreignField(of.pieces().get(i)),
                    i / rows * 4,
                    i % rows);
        }
        return grid;
    }

    private TextField foreignField(Pieces kind) {
        var count = new TextField();
        count.getStyleClass().add("piece-count");
        count.setPromptText("0");
        count.textProperty().subscribe(text -> kind.count().set(pieces(text)));
        return count;
    }

    private HBox sumOf(CashCount of) {
        var code = of.currency().getCurrencyCode();
        var sum = new TextField();
        sum.setId("counted-" + code);
        sum.getStyleClass().add("amount");
        sum.textProperty().bindBidirectional(of.typedProperty());
        of.totalProperty()
                .addListener((_, _, total) ->
                        sum.setText(
                                total.isZero()
                                        ? ""
                                        : models.desk().workplace().formats().amount(total)));
        var label = new Label(texts.get("shifts.counted_foreign", code));
        label.setLabelFor(sum);
        label.getStyleClass().add("section-title");
        var row = new HBox(label, sum);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private GridPane pieces() {
        var grid = new GridPane();
        grid.getStyleClass().add("pieces");
        List<Pieces> all = models.closing().count().pieces();
        int rows = (all.size() + 1) / 2;
        for (int i = 0; i < all.size(); i++) {
            addKind(grid, all.get(i), field(all.get(i)), i / rows * 4, i % rows);
        }
        return grid;
    }

    private void addKind(GridPane grid, Pieces kind, TextField count, int column, int row) {
        var formats = models.desk().workplace().formats();
        var worth = new Label(formats.money(kind.worth()));
        worth.getStyleClass().add("piece-worth");
        var sum = new Label();
        sum.getStyleClass().add("piece-sum");
        worth.setLabelFor(count);
        kind.count()
                .subscribe(number ->
                        sum.setText(number.intValue() == 0 ? "" : formats.money(kind.sum())));
        grid.add(worth, column, row);
        grid.add(new Label("×"), column + 1, row);
        grid.add(count, column + 2, row);
        grid.add(sum, column + 3, row);
    }

    private TextField field(Pieces kind) {
        var count = new TextField();
        count.getStyleClass().add("piece-count");
        count.setId("piece-" + counts.size());
        count.setPromptText("0");
        count.textProperty().subscribe(text -> kind.count().set(pieces(text)));
        kind.count()
                .subscribe(number -> {
                    if (number.intValue() == 0 && pieces(count.getText()) != 0) {
                        count.clear();
                    }
                });
        int place = counts.size();
        count.addEventFilter(KeyEvent.KEY_PRESSED, key -> lead(place, key));
        counts.add(count);
        return count;
    }

    private void lead(int from, KeyEvent key) {
        int step = key.getCode() == KeyCode.UP ? -1 : isForward(key.getCode()) ? 1 : 0;
        if (step != 0) {
            key.consume();
            int next = from + step;
            if (next >= counts.size()) {
                counted.requestFocus();
            } else {
                counts.get(Math.max(0, next)).requestFocus();
            }
        }
    }

    private static boolean isForward(KeyCode code) {
        return code == KeyCode.DOWN || code == KeyCode.ENTER;
    }

    private HBox sumRow() {
        var label = new Label(texts.get("shifts.counted"));
        label.setLabelFor(counted);
        label.getStyleClass().add("section-title");
        var row = new HBox(label, counted);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private HBox buttons() {
        var done = KeyCap.button("F12", texts.get("shifts.counted_done"), this::done);
        done.setId("counted-done");
        done.getStyleClass().addAll("primary", "tall");
        done.disableProperty().bind(models.closing().busyProperty());
        var back = KeyCap.button("Esc", texts.get("ui.cancel"), models.closing()::cancel);
        var row = new HBox(done, back);
        row.getStyleClass().add("toolbar");
        return row;
    }

    void done() {
        models.closing().counted(counted.getText());
    }

    void focus() {
        (counts.isEmpty() ? counted : counts.getFirst()).requestFocus();
    }

    private static int pieces(String typed) {
        String digits = typed.strip();
        return digits.matches("\\d{1,4}")
                ? Math.min(Integer.parseInt(digits), CountedPieces.MAX_COUNT)
                : 0;
    }

    private void fill(Money total) {
        counted.setText(total.isZero() ? "" : models.desk().workplace().formats().amount(total));
    }
}
