package kmmotos.desktop.status;

import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.status.SyncReport.OtherTill;
import kmmotos.desktop.status.SyncReport.Quarantined;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// How sync stands: the sentence, the figures, and what to do.
public final class SyncStatusScreen implements Screen {

    private final Workplace workplace;
    private final SyncStatusModel model;
    private final Texts texts;
    private final VBox column = new VBox();
    private final StackPane view;
    private final Runnable repair;

    /// @param repair opens what could not be booked, for those who may repair it
    public SyncStatusScreen(Workplace workplace, SyncStatusModel model, Runnable repair) {
        this.repair = repair;
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        column.getStyleClass().addAll("column", "narrow");
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        view = new StackPane(scroll);
        view.getStyleClass().add("screen");
        model.wordsProperty().subscribe(this::show);
        model.numbersProperty().subscribe(_ -> show(model.wordsProperty().get()));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        model.count();
    }

    private void show(Optional<SyncWords> words) {
        column.getChildren().clear();
        words.ifPresent(this::show);
    }

    private void show(SyncWords words) {
        column.getChildren().add(now(words));
        if (!words.report().quarantined().isEmpty()) {
            column.getChildren().add(quarantined(words));
        }
        model.numbersProperty()
                .get()
                .ifPresent(found -> column.getChildren().add(numbers(words, found)));
        if (!words.report().others().isEmpty()) {
            column.getChildren().add(others(words));
        }
        var promise = new Label(texts.get("status.promise"));
        promise.setWrapText(true);
        promise.getStyleClass().add("muted");
        column.getChildren().add(new Card(texts.get("status.how"), promise));
    }

    private Node now(SyncWords words) {
        var report = words.report();
        var headline = new Label(words.headline());
        headline.setId("sync-headline");
        headline.getStyleClass().add("screen-title");
        headline.setWrapText(true);
        var progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setProgress(
                report.written() == 0 ? 1 : (double) report.confirmed() / report.written());
        progress.setAccessibleText(words.brief());
        var figures =
                new Facts()
                        .add(
                                texts.get("status.entries"),
                                texts.get("status.confirmed", report.confirmed(), report.written()))
                        .add(
                                texts.get("status.backlog"),
                                workplace.formats().count(report.backlog()))
                        .add(texts.get("status.last_contact"), words.lastContact())
                        .add(texts.get("status.server"), report.server());
        var content = new ArrayList<Node>();
        content.add(headline);
        content.add(progress);
        words.advice().forEach(sentence -> content.add(advice(sentence)));
        content.add(figures);
        return new Card(texts.get("status.title"), content.toArray(Node[]::new));
    }

    private static Label advice(String sentence) {
        var label = new Label(sentence, new FontIcon(MaterialDesignL.LIGHTBULB_ON_OUTLINE));
        label.getStyleClass().add("advice");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private Node others(SyncWords words) {
        var list = new Facts();
        list.setId("other-tills");
        for (OtherTill till : words.report().others()) {
            list.add(texts.get("status.other.till", till.number(), till.name()), words.other(till));
        }
        return new Card(texts.get("status.others"), list);
    }

    private Node numbers(SyncWords words, RegisterNumbers found) {
        var list = new Facts();
        list.setId("register-numbers");
        found.receipts().forEach(run -> list.add(texts.get("status.receipts"), words.run(run)));
        found.zReports().ifPresent(run -> list.add(texts.get("status.z_reports"), words.run(run)));
        found.confirmed()
                .ifPresent(receipt -> list.add(texts.get("status.confirmed_until"), receipt));
        var card = new Card(texts.get("status.numbers"), list);
        if (!found.isComplete()) {
            card.getChildren().add(advice(texts.get("status.advice.numbers")));
        }
        return card;
    }

    private Node quarantined(SyncWords words) {
        var list = new Facts();
        for (Quarantined fact : words.report().quarantined()) {
            list.add(words.what(fact), words.cause(fact));
        }
        var card = new Card(texts.get("status.quarantined"), list);
        if (workplace.operator().get().role().may(Permission.REPAIR_EXCEPTIONS)) {
            var look = new Button(texts.get("status.repair"));
            look.setId("repair");
            look.setOnAction(_ -> repair.run());
            card.getChildren().add(look);
        }
        return card;
    }
}
