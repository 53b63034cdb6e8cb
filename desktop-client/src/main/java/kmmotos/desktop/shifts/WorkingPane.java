package kmmotos.desktop.shifts;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.shifts.ShiftBook.Moved;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.shifts.CashPurpose.Kind;

/// The open shift: its figures, as far as the one who looks may know them, what can be done, and
/// what went in and out of its drawer.
final class WorkingPane extends VBox {

    private final ShiftModels models;
    private final Texts texts;
    private final Formats formats;
    private final VBox figures = new VBox();
    private final VBox movements = new VBox();

    WorkingPane(ShiftModels models) {
        this.models = models;
        this.texts = models.desk().texts();
        this.formats = models.desk().workplace().formats();
        getStyleClass().add("column");
        figures.getStyleClass().addAll("stack", "figures-of-shift");
        movements.getStyleClass().add("movements");
        getChildren()
                .addAll(
                        new Card(texts.get("shifts.now"), figures),
                        actions(),
                        new Card(texts.get("shifts.movements"), movements));
        models.shift().movements().addListener((ListChangeListener<Moved>) _ -> showMovements());
        showMovements();
    }

    void show(OpenShift shift) {
        var head = new HBox(takings(shift), space(), pill(whose(shift)));
        if (shift.opening().drawer() > 1) {
            head.getChildren().add(pill(texts.get("shifts.drawer", shift.opening().drawer())));
        }
        head.getStyleClass().add("toolbar");
        figures.getChildren().setAll(head, facts(shift));
    }

    private Node takings(OpenShift shift) {
        boolean sees = models.desk().seesExpected();
        var takings =
                new Label(
                        sees
                                ? formats.money(shift.totals().takings())
                                : texts.count("shifts.sales", shift.totals().saleCount()));
        takings.getStyleClass().add("big-amount");
        takings.setId("takings");
        return takings;
    }

    private String whose(OpenShift shift) {
        return shift.opening().isShared()
                ? texts.get("shifts.shared")
                : texts.get("shifts.own_of", shift.openedBy());
    }

    private Facts facts(OpenShift shift) {
        var opening = shift.opening();
        var facts =
                new Facts()
                        .add(texts.get("shifts.business_day"), formats.date(opening.businessDay()))
                        .add(
                                texts.get("shifts.opened_at"),
                                formats.dateTime(opening.at()) + " · " + shift.openedBy());
        if (models.desk().seesExpected()) {
            addSums(facts, shift);
        } else {
            shift.totals().byTender().entrySet().stream()
                    .filter(tender -> !tender.getKey().equals("cash"))
                    .forEach(tender ->
                            facts.add(
                                    texts.get("receipts.tender." + tender.getKey()),
                                    formats.money(tender.getValue())));
            if (opening.carried().isEmpty()) {
                facts.add(texts.get("shifts.float"), formats.money(opening.openingFloat()));
            }
            facts.add(texts.get("shifts.in_drawer"), texts.get("shifts.hidden"));
        }
        return facts;
    }

    private void addSums(Facts facts, OpenShift shift) {
        var totals = shift.totals();
        facts.add(texts.count("shifts.sales", totals.saleCount()), formats.money(totals.sold()))
                .add(
                        texts.count("shifts.returns", totals.returnCount()),
                        formats.money(totals.returned()));
        totals.byTender()
                .forEach((kind, amount) ->
                        facts.add(texts.get("receipts.tender." + kind), formats.money(amount)));
        facts.add(texts.get("shifts.float"), formats.money(shift.opening().openingFloat()));
        var expected = new Label(formats.money(shift.expectedCash()));
        expected.setId("expected-cash");
        expected.getStyleClass().add("fact-value");
        facts.add(texts.get("shifts.in_drawer"), expected);
    }

    private Node actions() {
        var close = action("F12", "shifts.count", models.closing()::begin);
        close.setId("count-shift");
        close.getStyleClass().add("primary");
        var bar =
                new FlowPane(
                        move("F2", Kind.PAID_IN),
                        move("F3", Kind.PAID_OUT),
                        move("F4", Kind.SAFE_DROP),
                        move("F5", Kind.NO_SALE),
                        action("F6", "shifts.print_x", models.shift()::printX),
                        action("F8", "shifts.leave", models.closing()::beginLeaving),
                        action("F9", "shifts.reprint_z", models.shift()::reprintZ),
                        close);
        bar.getStyleClass().add("actions");
        return bar;
    }

    private Button move(String key, Kind kind) {
        return action(key, "shifts.kind." + kind, () -> models.moves().ask(kind));
    }

    private Button action(String key, String text, Runnable action) {
        var button = KeyCap.button(key, texts.get(text), action);
        button.setFocusTraversable(true);
        button.setId("key-" + key);
        button.disableProperty().bind(models.shift().busyProperty());
        return button;
    }

    private void showMovements() {
        var all = models.shift().movements();
        if (all.isEmpty()) {
            var none = new Label(texts.get("shifts.no_movements"));
            none.getStyleClass().add("muted");
            movements.getChildren().setAll(none);
        } else {
            movements.getChildren().setAll(all.reversed().stream().map(this::row).toList());
        }
    }

    private Node row(Moved moved) {
        var movement = moved.movement();
        var what =
                new Label(
                        texts.get(
                                "shifts.movement",
                                movement.number(),
                                texts.get("receipts.cash.purpose." + movement.purpose())));
        var who = new Label(formats.time(movement.at()) + " · " + who(moved));
        who.getStyleClass().add("muted");
        var words = new VBox(what, who);
        if (!movement.note().isEmpty()) {
            var note = new Label(movement.note());
            note.getStyleClass().add("muted");
            words.getChildren().add(note);
        }
        var amount =
                new Label(
                        movement.kind().movesMoney()
                                ? (movement.change().isPositive() ? "+" : "")
                                        + formats.money(movement.change())
                                : texts.get("shifts.kind." + movement.kind()));
        amount.getStyleClass().add(movement.kind().movesMoney() ? "movement-amount" : "muted");
        var row = new HBox(words, space(), amount);
        row.getStyleClass().add("movement");
        return row;
    }

    private String who(Moved moved) {
        return moved.approvedBy()
                .map(approver -> texts.get("shifts.approved", moved.by(), approver))
                .orElse(moved.by());
    }

    private static Label pill(String text) {
        var pill = new Label(text);
        pill.getStyleClass().add("pill");
        return pill;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
