package kmmotos.desktop.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperStrip;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.shifts.ClosingModel.Step;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.shifts.CashPurpose.Kind;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The shift at the left, step by step; at the right the report or slip that was printed last.
public final class ShiftScreen implements Screen {

    private static final PaperLayout PAPER = new PaperLayout(42);

    private final ShiftModels models;
    private final Texts texts;
    private final HBox view = new HBox();
    private final VBox left = new VBox();
    private final StackPane paper = new StackPane();
    private final ApprovalPane approval;
    private final OpeningPane opening;
    private final WorkingPane working;
    private final MovePane moving;
    private final CountPane counting;
    private final DifferencePane difference;
    private final Node leaving;

    public ShiftScreen(ShiftModels models) {
        this.models = models;
        this.texts = models.desk().texts();
        this.approval = new ApprovalPane(models.desk().approvals(), texts, this::focus);
        this.opening = new OpeningPane(models);
        this.working = new WorkingPane(models);
        this.moving = new MovePane(models);
        this.counting = new CountPane(models);
        this.difference = new DifferencePane(models);
        this.leaving = leaving();
        left.getStyleClass().add("column");
        var scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(paper, Priority.SOMETIMES);
        paper.getStyleClass().add("paper-desk");
        view.getStyleClass().addAll("screen", "split");
        view.getChildren().addAll(scroll, paper);
        models.shift().shiftProperty().subscribe(_ -> show());
        models.moves().askedProperty().subscribe(this::ask);
        models.closing().stepProperty().subscribe(_ -> show());
        models.shift().reportProperty().subscribe(this::showReport);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        models.shift().refresh();
        focus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        if (models.desk().approvals().askedProperty().get().isPresent()) {
            return List.of(Shortcut.of(KeyCode.ESCAPE, models.desk().approvals()::cancel));
        }
        if (models.shift().shiftProperty().get().isEmpty()) {
            return List.of(
                    Shortcut.of(KeyCode.F2, opening::chooseShared),
                    Shortcut.of(KeyCode.F3, opening::chooseOwn),
                    Shortcut.of(KeyCode.F8, models.shift()::takeUp),
                    Shortcut.of(KeyCode.F9, models.shift()::reprintZ),
                    Shortcut.of(KeyCode.F12, opening::open));
        }
        return switch (models.closing().stepProperty().get()) {
            case Step.Counting _ ->
                    List.of(
                            Shortcut.of(KeyCode.ESCAPE, models.closing()::cancel),
                            Shortcut.of(KeyCode.F12, counting::done));
            case Step.Leaving _ ->
                    List.of(
                            Shortcut.of(KeyCode.ESCAPE, models.closing()::cancel),
                            Shortcut.of(KeyCode.F12, models.closing()::leave));
            case Step.Counted _ ->
                    List.of(
                            Shortcut.of(KeyCode.ESCAPE, models.closing()::cancel),
                            Shortcut.of(KeyCode.F7, models.closing()::begin),
                            Shortcut.of(KeyCode.F12, models.closing()::close));
            case Step.NotBegun _ ->
                    models.moves().askedProperty().get().isPresent() ? moveKeys() : workKeys();
        };
    }

    private List<Shortcut> moveKeys() {
        List<Shortcut> keys = new ArrayList<>(moving.shortcuts());
        keys.add(Shortcut.of(KeyCode.ESCAPE, models.moves()::cancel));
        return keys;
    }

    private List<Shortcut> workKeys() {
        var moves = models.moves();
        return List.of(
                Shortcut.of(KeyCode.F2, () -> moves.ask(Kind.PAID_IN)),
                Shortcut.of(KeyCode.F3, () -> moves.ask(Kind.PAID_OUT)),
                Shortcut.of(KeyCode.F4, () -> moves.ask(Kind.SAFE_DROP)),
                Shortcut.of(KeyCode.F5, () -> moves.ask(Kind.NO_SALE)),
                Shortcut.of(KeyCode.F6, models.shift()::printX),
                Shortcut.of(KeyCode.F8, models.closing()::beginLeaving),
                Shortcut.of(KeyCode.F9, models.shift()::reprintZ),
                Shortcut.of(KeyCode.F12, models.closing()::begin));
    }

    private void ask(Optional<Kind> asked) {
        asked.ifPresent(moving::show);
        show();
    }

    private void show() {
        models.shift().shiftProperty().get().ifPresent(working::show);
        if (models.closing().stepProperty().get() instanceof Step.Counted counted) {
            difference.show(counted);
        }
        left.getChildren().setAll(approval, front());
        focus();
    }

    private Node front() {
        if (models.shift().shiftProperty().get().isEmpty()) {
            opening.clear();
            return opening;
        }
        return switch (models.closing().stepProperty().get()) {
            case Step.Counting _ -> counting;
            case Step.Leaving _ -> leaving;
            case Step.Counted _ -> difference;
            case Step.NotBegun _ ->
                    models.moves().askedProperty().get().isPresent() ? moving : working;
        };
    }

    private Card leaving() {
        var words = new Label(texts.get("shifts.leave_text"));
        words.setWrapText(true);
        var leave = KeyCap.button("F12", texts.get("shifts.leave"), models.closing()::leave);
        leave.setId("leave-shift");
        leave.getStyleClass().addAll("primary", "tall");
        var back = KeyCap.button("Esc", texts.get("ui.cancel"), models.closing()::cancel);
        var buttons = new HBox(leave, back);
        buttons.getStyleClass().add("toolbar");
        return new Card(texts.get("shifts.leave"), words, buttons);
    }

    private void focus() {
        Node front = left.getChildren().isEmpty() ? left : left.getChildren().getLast();
        if (front == opening) {
            opening.focus();
        } else if (front == moving) {
            moving.focus();
        } else if (front == counting) {
            counting.focus();
        } else {
            view.requestFocus();
        }
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
