package kmmotos.desktop.status;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.ui.Workplace;

/// Asks the till how sync stands, and says it in words.
public final class SyncStatusModel {

    private final Workplace workplace;
    private final Callable<SyncReport> source;
    private final Callable<RegisterNumbers> books;
    private final Clock clock;
    private final Consumer<SyncWords> statusBar;
    private final ReadOnlyObjectWrapper<Optional<SyncWords>> words =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RegisterNumbers>> numbers =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param books which receipts and Z reports are there
    /// @param statusBar is told the words of each report too
    public SyncStatusModel(
            Workplace workplace,
            Callable<SyncReport> source,
            Callable<RegisterNumbers> books,
            Clock clock,
            Consumer<SyncWords> statusBar) {
        this.workplace = workplace;
        this.source = source;
        this.books = books;
        this.clock = clock;
        this.statusBar = statusBar;
    }

    /// Cheap enough to be called every few seconds.
    public void refresh() {
        workplace
                .background()
                .run(
                        source,
                        report -> {
                            var said = new SyncWords(workplace.texts(), report, clock.instant());
                            words.set(Optional.of(said));
                            statusBar.accept(said);
                        },
                        _ -> {});
    }

    /// Goes through all receipts that are kept; for when somebody looks.
    public void count() {
        workplace.background().run(books, found -> numbers.set(Optional.of(found)), _ -> {});
    }

    public ReadOnlyObjectProperty<Optional<RegisterNumbers>> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<SyncWords>> wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
