package kmmotos.desktop.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place of the window where any failure of an action is caught: it is logged once and
/// handed on, so that the person is told.
final class ActionRunner {
    private static final Logger log = LoggerFactory.getLogger(ActionRunner.class);

    private ActionRunner() {}

    static <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T answer;
        try {
            answer = work.call();
        } catch (Exception e) {
            log.warn("An action at the till failed", e);
            failed.accept(e);
            return;
        }
        done.accept(answer);
    }
}
