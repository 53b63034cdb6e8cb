package kmmotos.desktop.headoffice;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.headoffice.MailsView.Mail;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// The newest mails to customers; above them, whether they can go.
final class MailsPane extends VBox {
    private final Texts texts;
    private final TableView<Mail> table;

    MailsPane(Workplace workplace, MailsModel model) {
        this.texts = workplace.texts();
        this.table = new TableView<>(model.mails());
        var formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var words = new Label();
        words.setId("mails-waiting");
        words.getStyleClass().add("strong");
        words.textProperty().bind(model.wordsProperty());
        table.setId("mails");
        table.setPlaceholder(new Label(texts.get("headoffice.mails.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("headoffice.mails.asked", 170, mail -> formats.dateTime(mail.askedAt()));
        column("headoffice.counter_orders.store", 60, mail -> mail.store().value());
        column("headoffice.mails.about", 140, Mail::reference);
        column("headoffice.mails.to", 220, Mail::to);
        column(
                "headoffice.state",
                180,
                mail -> texts.get("headoffice.mails.state." + mail.state()));
        column("headoffice.mails.tries", 70, mail -> formats.count(mail.attempts()));
        column("headoffice.mails.problem", 240, Mail::problem);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(words, table);
    }

    private void column(String title, double width, Function<Mail, String> text) {
        table.getColumns().add(new TextColumn<>(texts.get(title), width, text));
    }
}
