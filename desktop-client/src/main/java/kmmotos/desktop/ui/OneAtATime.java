package kmmotos.desktop.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Runs a model's actions one at a time: a second press of a key while the first works does
/// nothing.
public final class OneAtATime {

    private final Workplace workplace;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public OneAtATime(Workplace workplace) {
        this.workplace = workplace;
    }

    /// @param failedKey the sentence for the person when the work throws
    public <T> void run(String failedKey, Callable<T> work, Consumer<T> done) {
        run(work, done, _ -> workplace.messages().problem(workplace.texts().get(failedKey)));
    }

    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        workplace
                .background()
                .run(
                        work,
                        answer -> {
                            busy.set(false);
                            done.accept(answer);
                        },
                        failure -> {
                            busy.set(false);
                            failed.accept(failure);
                        });
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
