package kmmotos.desktop.stores;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Texts;

/// The first run: server address and one-time code make this computer a till. Whatever goes wrong
/// is said with what to do, and can be tried again.
public final class EnrolmentModel {
    private final Enrolling enrolling;
    private final Background background;
    private final Texts texts;
    private final Runnable enrolled;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

    /// Makes the till; called away from the window's thread.
    @FunctionalInterface
    public interface Enrolling {
        Outcome enrol(String server, String code, Progress progress);
    }

    @FunctionalInterface
    public interface Progress {
        /// @param of 0 while it is not known yet
        void at(long done, long of);
    }

    /// How it ended.
    public sealed interface Outcome {
        record Enrolled() implements Outcome {}

        record CodeRefused(String why) implements Outcome {}

        record NoAnswer(String why) implements Outcome {}

        record WrongAddress(String why) implements Outcome {}
    }

    public EnrolmentModel(
            Enrolling enrolling, Background background, Texts texts, Runnable enrolled) {
        this.enrolling = enrolling;
        this.background = background;
        this.texts = texts;
        this.enrolled = enrolled;
    }

    public void enrol(String server, String code) {
        if (busy.get()) {
            return;
        }
        if (server.isBlank() || code.isBlank()) {
            trouble.set(texts.get("stores.enrol.empty"));
            return;
        }
        busy.set(true);
        trouble.set("");
        progress.set(-1);
        words.set(texts.get("stores.enrol.asking"));
        background.run(
                () -> enrolling.enrol(server.strip(), code.strip(), this::loaded),
                this::ended,
                failure -> failed(texts.get("stores.enrol.failed", reason(failure))));
    }

    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// 0 to 1; below 0 while it is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    private void loaded(long done, long of) {
        Platform.runLater(() -> {
            words.set(texts.get("stores.enrol.loading"));
            progress.set(of > 0 ? (double) done / of : -1);
        });
    }

    private void ended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Enrolled _ -> {
                progress.set(1);
                enrolled.run();
            }
            case Outcome.CodeRefused(String why) ->
                    failed(texts.get("stores.enrol.code_refused", why));
            case Outcome.NoAnswer(String why) -> failed(texts.get("stores.enrol.no_answer", why));
            case Outcome.WrongAddress(String why) ->
                    failed(texts.get("stores.enrol.wrong_address", why));
        }
    }

    private void failed(String sentence) {
        busy.set(false);
        words.set("");
        progress.set(0);
        trouble.set(sentence);
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
    }
}
