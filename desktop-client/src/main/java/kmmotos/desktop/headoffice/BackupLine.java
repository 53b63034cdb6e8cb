package kmmotos.desktop.headoffice;

import java.util.Optional;
import javafx.scene.control.Label;
import kmmotos.desktop.headoffice.ChainView.BackupState;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// One line on whether everything is in a verified backup.
final class BackupLine extends Label {

    private final Texts texts;
    private final Formats formats;

    BackupLine(Workplace workplace, HeadOfficeModel model) {
        super(null, new FontIcon(MaterialDesignD.DATABASE_CHECK_OUTLINE));
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        setId("chain-backup");
        setWrapText(true);
        model.backupProperty().subscribe(this::show);
    }

    private void show(Optional<BackupState> state) {
        setVisible(state.isPresent());
        setManaged(state.isPresent());
        state.ifPresent(backup -> {
            setText(sentence(backup));
            boolean warns = backup.alarm() || !backup.problem().isEmpty();
            getStyleClass().removeAll("caution", "muted");
            getStyleClass().add(warns ? "caution" : "muted");
        });
    }

    private String sentence(BackupState backup) {
        if (backup.isMissing()) {
            return texts.get("headoffice.backup.none");
        }
        String upTo =
                backup.provenUpTo()
                        .map(at ->
                                texts.get(
                                        "headoffice.backup.up_to",
                                        formats.dateTime(at),
                                        backup.provenBy()))
                        .orElseGet(() -> texts.get("headoffice.backup.not_yet"));
        String still =
                backup.waitingSince()
                        .filter(_ -> backup.alarm())
                        .map(at -> texts.get("headoffice.backup.still", formats.dateTime(at)) + " ")
                        .orElse("");
        return (still + upTo + " " + backup.problem()).strip();
    }
}
