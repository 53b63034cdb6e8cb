package kmmotos.desktop.headoffice;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;

/// The facts of the chain's tills that wait for a person.
public final class ExceptionsModel {

    private final OfficeWork work;
    private final WorkList<ExceptionView> list = new WorkList<>();

    ExceptionsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client()::exceptions, this::show, work.failed());
    }

    public void choose(Optional<ExceptionView> item) {
        list.choose(item);
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
        return list.items();
    }

    public ReadOnlyObjectProperty<Optional<ExceptionView>> chosenProperty() {
        return list.chosenProperty();
    }

    void clear() {
        list.clear();
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
        list.show(page.items());
        work.fresh().run();
    }
}
