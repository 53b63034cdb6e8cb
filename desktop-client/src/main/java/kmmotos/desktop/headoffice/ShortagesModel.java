package kmmotos.desktop.headoffice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.desktop.headoffice.ShortageView.Substitute;
import kmmotos.desktop.headoffice.ShortageView.Waiting;
import kmmotos.model.stores.StoreId;

/// Where stores promised more than they have, and what head office does about it.
public final class ShortagesModel {

    private final OfficeWork work;
    private final WorkList<ShortageView> list = new WorkList<>();
    // A press after a failure is the same wish: the server does it once.
    private final Map<Map<String, String>, UUID> keys = new HashMap<>();

    ShortagesModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client()::shortages, this::show, work.failed());
    }

    /// Shows one with its proposals.
    public void choose(UUID caseId) {
        work.actions().run(() -> work.client().shortage(caseId), this::show, work.failed());
    }

    /// Asks another store for all that is missing.
    public void ask(StoreId store) {
        list.chosenProperty()
                .get()
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
            work.problem("headoffice.why_needed");
            return;
        }
        act(order, "CANCEL_ORDER", "note", why.strip());
    }

    public ObservableList<ShortageView> cases() {
        return list.items();
    }

    public ReadOnlyObjectProperty<Optional<ShortageView>> chosenProperty() {
        return list.chosenProperty();
    }

    void clear() {
        list.clear();
    }

    private void act(Waiting order, String action, String name, String value) {
        list.chosenProperty()
                .get()
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
        work.actions()
                .run(
                        () -> {
                            work.client().solve(shortage.caseId(), key, command);
                            return work.client().shortage(shortage.caseId());
                        },
                        after -> {
                            keys.remove(wish);
                            work.done("headoffice.shortage_done");
                            show(after);
                            refresh();
                        },
                        work.failed());
    }

    private void show(Page<ShortageView> page) {
        list.show(page.items());
        work.fresh().run();
    }

    private void show(ShortageView shortage) {
        list.choose(Optional.of(shortage));
        work.fresh().run();
    }
}
