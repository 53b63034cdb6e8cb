package kmmotos.desktop.headoffice;

import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;

/// The facts of the chain's tills that wait for a person.
public final class ExceptionsModel {

    private final OfficeWork work;
    private final ObservableList<ExceptionView> items = FXCollections.observableArrayList();
    private final ObservableList<ExceptionView> shown =
            FXCollections.unmodifiableObservableList(items);

    ExceptionsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client()::exceptions, this::show, work.failed());
    }

    public void retry(ExceptionView item) {
        act(item, "retry", Map.of());
    }

    /// @param why nothing is booked
    public void setAside(ExceptionView item, String why) {
        if (why.isBlank()) {
            work.problem("headoffice.note_needed");
            return;
        }
        act(item, "dismiss", Map.of("note", why.strip()));
    }

    /// Books what a store told of an unknown order on the order it meant.
    public void bookOn(ExceptionView item, String orderNumber) {
        if (orderNumber.isBlank()) {
            work.problem("headoffice.order_needed");
            return;
        }
        act(item, "order", Map.of("number", orderNumber.strip()));
    }

    public ObservableList<ExceptionView> items() {
        return shown;
    }

    void clear() {
        items.clear();
    }

    private void act(ExceptionView item, String what, Map<String, String> body) {
        work.actions()
                .run(
                        () -> {
                            work.client().repair(item.exceptionId(), what, body);
                            return work.client().exceptions();
                        },
                        after -> {
                            work.done("headoffice.repaired");
                            show(after);
                        },
                        work.failed());
    }

    private void show(Page<ExceptionView> page) {
        if (!items.equals(page.items())) {
            items.setAll(page.items());
        }
        work.fresh().run();
    }
}
