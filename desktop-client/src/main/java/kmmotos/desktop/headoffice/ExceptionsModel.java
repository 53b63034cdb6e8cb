package kmmotos.desktop.headoffice;

import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;

/// The facts of the chain's tills that wait for a person.
public final class ExceptionsModel {

    private final Workplace workplace;
    private final HeadOfficeClient client;
    private final OneAtATime actions;
    private final Runnable fresh;
    private final Consumer<Exception> failed;
    private final ObservableList<ExceptionView> items = FXCollections.observableArrayList();
    private final ObservableList<ExceptionView> shown =
            FXCollections.unmodifiableObservableList(items);

    /// @param fresh called when the list came
    /// @param failed says why it did not
    ExceptionsModel(
            Workplace workplace,
            HeadOfficeClient client,
            OneAtATime actions,
            Runnable fresh,
            Consumer<Exception> failed) {
        this.workplace = workplace;
        this.client = client;
        this.actions = actions;
        this.fresh = fresh;
        this.failed = failed;
    }

    public void refresh() {
        actions.run(client::exceptions, this::show, failed);
    }

    public void retry(ExceptionView item) {
        act(item, "retry", Map.of());
    }

    /// @param why nothing is booked
    public void setAside(ExceptionView item, String why) {
        if (why.isBlank()) {
            workplace.messages().problem(workplace.texts().get("headoffice.note_needed"));
            return;
        }
        act(item, "dismiss", Map.of("note", why.strip()));
    }

    /// Books what a store told of an unknown order on the order it meant.
    public void bookOn(ExceptionView item, String orderNumber) {
        if (orderNumber.isBlank()) {
            workplace.messages().problem(workplace.texts().get("headoffice.order_needed"));
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
        actions.run(
                () -> {
                    client.repair(item.exceptionId(), what, body);
                    return client.exceptions();
                },
                after -> {
                    workplace.messages().done(workplace.texts().get("headoffice.repaired"));
                    show(after);
                },
                failed);
    }

    private void show(Page<ExceptionView> page) {
        if (!items.equals(page.items())) {
            items.setAll(page.items());
        }
        fresh.run();
    }
}
