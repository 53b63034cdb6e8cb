package kmmotos.desktop.stores;

import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kmmotos.desktop.ui.Texts;

/// The till is being opened: what it does and how far it is. Its first opening stores the whole
/// catalogue, and after a bad night it applies all that only the journal holds: both take a while.
/// Nothing can be sold meanwhile, because the open shift, returns and leases are among that.
public final class OpeningModel {
    private final Texts texts;
    private final ReadOnlyStringWrapper words;
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);

    public OpeningModel(Texts texts) {
        this.texts = texts;
        this.words = new ReadOnlyStringWrapper(words(OpeningProgress.Step.DATABASE));
    }

    /// Called on any thread.
    ///
    /// @param of 0 while it is not known
    public void at(OpeningProgress.Step step, long done, long of) {
        Platform.runLater(() -> {
            words.set(words(step));
            counted.set(of > 0 ? texts.get("stores.opening.counted", done, of) : "");
            progress.set(of > 0 ? (double) done / of : -1);
        });
    }

    private String words(OpeningProgress.Step step) {
        return texts.get("stores.opening." + step.name().toLowerCase(Locale.ROOT));
    }

    /// The till could not be opened.
    ///
    /// @param why with what to do
    public void failed(String why) {
        words.set(why);
        counted.set("");
        busy.set(false);
    }

    public String title() {
        return texts.get("stores.opening");
    }

    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// How many of how many; empty while it is not known.
    public ReadOnlyStringProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// 0 to 1; below 0 while it is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
