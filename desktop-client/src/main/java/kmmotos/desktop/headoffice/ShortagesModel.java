package kmmotos.desktop.headoffice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.desktop.headoffice.ShortageView.Substitute;
import kmmotos.desktop.headoffice.ShortageView.Waiting;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.stores.StoreId;

/// Where stores promised more than they have, and what head office does about it.
public final class ShortagesModel {

    private final Workplace workplace;
    private final HeadOfficeClient client;
    private final OneAtATime actions;
    private final Runnable fresh;
    private final Consumer<Exception> failed;
    private final ObservableList<ShortageView> cases = FXCollections.observableArrayList();
    private final ObservableList<ShortageView> shown =
            FXCollections.unmodifiableObservableList(cases);
    private final ReadOnlyObjectWrapper<Optional<ShortageView>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    // A press after a failure is the same wish: the server does it once.
    private final Map<Map<String, String>, UUID> keys = new HashMap<>();

    /// @param fresh called when figures came
    /// @param failed says why they did not
    ShortagesModel(
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
        actions.run(client::shortages, this::show, failed);
    }

    /// Shows one with its proposals.
    public void choose(UUID caseId) {
        actions.run(() -> client.shortage(caseId), this::show, failed);
    }

    /// Asks another store for all that is missing.
    public void ask(StoreId store) {
        chosen.get()
                .ifPresent(shortage ->
                        act(
                                shortage,
                                Map.of(
                                        "action", "ASK_STORE",
                                        "store", store.value(),
                                        "quantity", shortage.missing().toString())));
    }

    public void move(Waiting order, StoreId to) {
        act(order, "MOVE_ORDER", "store", to.value());
    }

    public void substitute(Waiting order, Substitute with) {
        act(order, "SUBSTITUTE", "sku", with.sku().value());
    }

    /// @param why what the customer reads
    public void cancel(Waiting order, String why) {
        if (why.isBlank()) {
            workplace.messages().problem(workplace.texts().get("headoffice.why_needed"));
            return;
        }
        act(order, "CANCEL_ORDER", "note", why.strip());
    }

    public ObservableList<ShortageView> cases() {
        return shown;
    }

    public ReadOnlyObjectProperty<Optional<ShortageView>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void clear() {
        cases.clear();
        chosen.set(Optional.empty());
    }

    private void act(Waiting order, String action, String name, String value) {
        chosen.get()
                .ifPresent(shortage ->
                        act(
                                shortage,
                                Map.of(
                                        "action",
                                        action,
                                        "order_id",
                                        order.orderId().toString(),
                                        name,
                                        value)));
    }

    private void act(ShortageView shortage, Map<String, String> command) {
        Map<String, String> wish = new LinkedHashMap<>(command);
        wish.put("case", shortage.caseId().toString());
        UUID key = keys.computeIfAbsent(wish, _ -> UUID.randomUUID());
        actions.run(
                () -> {
                    client.solve(shortage.caseId(), key, command);
                    return client.shortage(shortage.caseId());
                },
                after -> {
                    keys.remove(wish);
                    workplace.messages().done(workplace.texts().get("headoffice.shortage_done"));
                    show(after);
                    refresh();
                },
                failed);
    }

    private void show(Page<ShortageView> page) {
        if (!cases.equals(page.items())) {
            cases.setAll(page.items());
        }
        fresh.run();
    }

    private void show(ShortageView shortage) {
        chosen.set(Optional.of(shortage));
        fresh.run();
    }
}
