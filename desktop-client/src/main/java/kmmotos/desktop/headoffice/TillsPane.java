package kmmotos.desktop.headoffice;

import java.time.Duration;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.headoffice.ChainView.TillState;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Every till of the chain and how it stands.
final class TillsPane extends VBox {

    private static final long CLOCK_OFF_MILLIS = Duration.ofMinutes(2).toMillis();

    private final Texts texts;
    private final Formats formats;

    TillsPane(Workplace workplace, HeadOfficeModel model) {
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("column", "tab-content");
        var table = new TableView<>(model.tills());
        table.setId("chain-tills");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.till"),
                                110,
                                till -> till.till().storeId() + "-" + till.till().number()));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.name"), 180, t -> t.till().name()));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.version"), 90, TillState::appVersion));
        table.getColumns().add(new TextColumn<>(texts.get("headoffice.heard"), 190, this::heard));
        table.getColumns()
                .add(
                        new TextColumn<TillState>(
                                        texts.get("headoffice.pending"),
                                        120,
                                        till -> formats.count(till.pending()))
                                .right());
        table.getColumns().add(new TextColumn<>(texts.get("headoffice.state"), 260, this::state));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CASH_REGISTER,
                        texts.get("headoffice.no_tills"),
                        texts.get("headoffice.no_tills_text")));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(new BackupLine(workplace, model), table);
    }

    private String heard(TillState till) {
        return till.lastContact()
                .map(formats::dateTime)
                .orElseGet(() -> texts.get("headoffice.never"));
    }

    private String state(TillState till) {
        if (till.isRevoked()) {
            return texts.get("headoffice.revoked");
        }
        if (Math.abs(till.clockOffsetMillis()) > CLOCK_OFF_MILLIS) {
            long minutes = Math.abs(till.clockOffsetMillis()) / 60_000;
            return texts.count("headoffice.clock_off", minutes);
        }
        return till.pending() > 0
                ? texts.count("headoffice.behind", till.pending())
                : texts.get("headoffice.up_to_date");
    }
}
