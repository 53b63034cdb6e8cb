package kmmotos.desktop.headoffice;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Which numbers of which register are not on the server.
final class CompletenessPane extends VBox {

    private final Texts texts;
    private final Formats formats;

    CompletenessPane(Workplace workplace, HeadOfficeModel model) {
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var words = new Label(texts.get("headoffice.completeness_text"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        var table = new TableView<>(model.registers());
        table.setId("chain-registers");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.till"),
                                90,
                                one -> one.till().storeId() + "-" + one.till().number()));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.verdict"), 150, this::verdict));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.receipts"), 190, this::receipts));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.missing"), 200, this::missing));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.z_reports"), 240, this::proofs));
        table.getColumns()
                .add(
                        new TextColumn<RegisterView>(
                                        texts.get("headoffice.pending"),
                                        100,
                                        one -> formats.count(one.pending()))
                                .right());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CASH_REGISTER,
                        texts.get("headoffice.no_tills"),
                        texts.get("headoffice.no_tills_text")));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(words, table);
    }

    private String verdict(RegisterView register) {
        if (register.complete()) {
            return texts.get("headoffice.complete");
        }
        return register.waiting() > 0
                ? texts.count("headoffice.waits", register.waiting())
                : texts.get("headoffice.incomplete");
    }

    private String receipts(RegisterView register) {
        return register.receipts().stream()
                .map(one ->
                        texts.get(
                                "headoffice.series",
                                Integer.toString(one.series()),
                                Long.toString(one.first()),
                                Long.toString(one.last())))
                .collect(Collectors.joining("; "));
    }

    private String missing(RegisterView register) {
        return register.receipts().stream()
                .flatMap(one -> one.missing().stream())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private String proofs(RegisterView register) {
        var proofs = register.zReports();
        String said = texts.count("headoffice.proved", proofs.proved());
        if (!proofs.differs().isEmpty()) {
            said += ", " + texts.get("headoffice.differs", joined(proofs.differs()));
        }
        if (!proofs.missing().isEmpty()) {
            said += ", " + texts.get("headoffice.z_missing", joined(proofs.missing()));
        }
        return proofs.open() > 0 ? said + ", " + texts.get("headoffice.z_open") : said;
    }

    private static String joined(java.util.List<?> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
