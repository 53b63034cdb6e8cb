package kmmotos.desktop.reports;

import java.math.BigDecimal;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The figures that people look for first, each with how it was in the days before.
final class HeadlinePane extends HBox {
    private final ReportWords words;
    private final Period before;

    HeadlinePane(ReportWords words, ReportsModel.Shown shown) {
        this.words = words;
        this.before = shown.report().period().before();
        getStyleClass().add("headlines");
        Tally now = shown.now();
        Tally then = shown.before();
        add("takings", new Cell.Amount(now.total()), new Cell.Amount(then.total()));
        add("receipts", new Cell.Count(now.receipts()), new Cell.Count(then.receipts()));
        add("per_receipt", new Cell.Amount(now.perReceipt()), new Cell.Amount(then.perReceipt()));
        add("pieces", new Cell.Pieces(now.pieces()), new Cell.Pieces(then.pieces()));
    }

    private void add(String name, Cell now, Cell then) {
        var title = new Label(words.texts().get("reports.column." + name));
        title.getStyleClass().add("muted");
        var figure = new Label(now.text(words.formats()));
        figure.setId("headline-" + name);
        figure.getStyleClass().add("headline");
        var card = new VBox(title, figure, growth(now.number(), then.number()));
        card.getStyleClass().addAll("card", "headline-card");
        setHgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    private Label growth(BigDecimal now, BigDecimal then) {
        var label = new Label();
        label.getStyleClass().addAll("small", "muted");
        String days = words.shortDays(before);
        var growth = ReportsModel.Shown.growth(now, then);
        if (growth.isEmpty()) {
            label.setText(words.texts().get("reports.nothing_before", days));
            return label;
        }
        boolean isMore = growth.get().signum() >= 0;
        String percent = words.formats().percent(growth.get().abs());
        label.setText(percent + " · " + days);
        label.setAccessibleText(
                words.texts().get(isMore ? "reports.more" : "reports.less", percent, days));
        label.setGraphic(
                new FontIcon(isMore ? MaterialDesignA.ARROW_UP : MaterialDesignA.ARROW_DOWN));
        label.getStyleClass().add(isMore ? "good" : "bad");
        return label;
    }
}
