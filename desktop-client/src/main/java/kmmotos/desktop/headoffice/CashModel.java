package kmmotos.desktop.headoffice;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.CashView.Closed;
import kmmotos.desktop.headoffice.CashView.Open;

/// Which drawers are open with how much in them, and what was missing in those that were counted.
public final class CashModel {
    private final OfficeWork work;
    private final ObservableList<Open> open = FXCollections.observableArrayList();
    private final ObservableList<Open> openShown = FXCollections.unmodifiableObservableList(open);
    private final ObservableList<Closed> closed = FXCollections.observableArrayList();
    private final ObservableList<Closed> closedShown =
            FXCollections.unmodifiableObservableList(closed);

    CashModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client()::cash, this::show, work.failed());
    }

    void clear() {
        open.clear();
        closed.clear();
    }

    public ObservableList<Open> open() {
        return openShown;
    }

    public ObservableList<Closed> closed() {
        return closedShown;
    }

    private void show(CashView all) {
        replace(open, all.open());
        replace(closed, all.closed());
        work.fresh().run();
    }

    private static <T> void replace(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }
}
