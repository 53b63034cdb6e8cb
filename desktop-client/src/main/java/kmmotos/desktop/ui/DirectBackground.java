package kmmotos.desktop.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

final class DirectBackground implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        ActionRunner.run(work, done, failed);
    }
}
