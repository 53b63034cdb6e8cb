package kmmotos.desktop.headoffice;

import java.util.function.Consumer;
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
    void done(String key) {
        workplace.messages().done(workplace.texts().get(key));
    }

    /// Says what is missing in what was typed.
    void problem(String key) {
        workplace.messages().problem(workplace.texts().get(key));
    }
}
