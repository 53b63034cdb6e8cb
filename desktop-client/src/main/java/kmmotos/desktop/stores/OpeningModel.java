package kmmotos.desktop.stores;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kmmotos.desktop.ui.Texts;

/// The till is being opened: what it does and how far it is. Its first opening stores the whole
/// catalogue, which takes a while.
public final class OpeningModel {
    private final Texts texts;
    private final ReadOnlyStringWrapper words;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);

    public OpeningModel(Texts texts) {
        this.texts = texts;
        this.words = new ReadOnlyStringWrapper(texts.get("stores.opening"));
    }

    /// Called on any thread while the first database is filled.
    ///
    /// @param of 0 while it is not known yet
    public void stored(long done, long of) {
        Platform.runLater(() -> {
            words.set(texts.get("stores.opening.storing", done, of));
            progress.set(of > 0 ? (double) done / of : -1);
        });
    }

    /// The till could not be opened.
    ///
    /// @param why with what to do
    public void failed(String why) {
        words.set(why);
        busy.set(false);
    }

    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// 0 to 1; below 0 while it is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
