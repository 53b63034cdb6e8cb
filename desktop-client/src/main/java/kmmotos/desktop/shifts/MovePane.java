package kmmotos.desktop.shifts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.CashPurpose.Kind;

/// What cash is put in or taken out for, and how much.
final class MovePane extends VBox {

    private static final List<KeyCode> KEYS = List.of(KeyCode.F2, KeyCode.F3, KeyCode.F4);

    private final ShiftModels models;
    private final Texts texts;
    private final Label title = new Label();
    private final FlowPane purposes = new FlowPane();
    private final List<Choice> choices = new ArrayList<>();
    private final TextField amount = new TextField();
    private final TextField note = new TextField();
    private final VBox amountBox;
    private List<CashPurpose> offered = List.of();

    MovePane(ShiftModels models) {
        this.models = models;
        this.texts = models.desk().texts();
        getStyleClass().addAll("card", "move-pane");
        title.getStyleClass().add("section-title");
        purposes.getStyleClass().add("actions");
        amount.setId("cash-amount");
        amount.getStyleClass().add("amount");
        amount.setOnAction(_ -> note.requestFocus());
        note.setId("cash-note");
        note.setOnAction(_ -> book());
        amountBox = named("shifts.amount", amount);
        var book = KeyCap.button("F12", texts.get("shifts.book"), this::book);
        book.setId("book-cash");
        book.getStyleClass().add("primary");
        var cancel = KeyCap.button("Esc", texts.get("ui.cancel"), models.moves()::cancel);
        var buttons = new HBox(book, cancel);
        buttons.getStyleClass().add("toolbar");
        getChildren().addAll(title, purposes, amountBox, named("shifts.note", note), buttons);
    }

    private VBox named(String text, TextField field) {
        var label = new Label(texts.get(text));
        label.setLabelFor(field);
        return new VBox(label, field);
    }

    void show(Kind kind) {
        title.setText(texts.get("shifts.kind." + kind));
        offered = CashMoveModel.purposes(kind);
        choices.clear();
        var group = new ToggleGroup();
        for (int i = 0; i < offered.size(); i++) {
            choices.add(
                    new Choice(
                            KEYS.get(i).getName(),
                            texts.get("receipts.cash.purpose." + offered.get(i)),
                            group));
        }
        choices.getFirst().setSelected(true);
        purposes.getChildren().setAll(choices);
        amount.clear();
        note.clear();
        amountBox.setVisible(kind.movesMoney());
        amountBox.setManaged(kind.movesMoney());
    }

    List<Shortcut> shortcuts() {
        List<Shortcut> shortcuts = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice button = choices.get(i);
            shortcuts.add(Shortcut.of(KEYS.get(i), () -> button.setSelected(true)));
        }
        shortcuts.add(Shortcut.of(KeyCode.F12, this::book));
        return shortcuts;
    }

    void focus() {
        (amountBox.isVisible() ? amount : note).requestFocus();
    }

    private void book() {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).isSelected()) {
                models.moves().move(offered.get(i), amount.getText(), note.getText());
                return;
            }
        }
    }
}
