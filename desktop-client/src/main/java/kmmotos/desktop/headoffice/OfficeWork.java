package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;

/// What a model of head office's window works with.
///
/// @param actions one for all models of a window
/// @param fresh called when figures came
/// @param failed says why they did not
record OfficeWork(
        Workplace workplace,
        HeadOfficeClient client,
        OneAtATime actions,
        Runnable fresh,
        Consumer<Exception> failed) {

    /// Says that something was done.
    void done(String key, Object... values) {
        workplace.messages().done(workplace.texts().get(key, values));
    }

    /// Says what is missing in what was typed.
    void problem(String key) {
        workplace.messages().problem(workplace.texts().get(key));
    }

    /// Only what differs, so that a table that is read anew keeps its place.
    static <T> void replace(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }
}
