package kmmotos.desktop.headoffice;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.purchasing.PurchaseOrder;

/// Purchase orders: made, changed and closed, and what came of them.
public final class PurchasesModel {
    private final OfficeWork work;
    private final Clock clock;
    private final ObservableList<PurchaseView> orders = FXCollections.observableArrayList();
    private final ObservableList<PurchaseView> ordersShown =
            FXCollections.unmodifiableObservableList(orders);
    private final ReadOnlyObjectWrapper<PurchaseForm> form =
            new ReadOnlyObjectWrapper<>(PurchaseForm.EMPTY);

    private Optional<PurchaseOrder> chosen = Optional.empty();

    /// What the form was filled from; done once the order is saved.
    private Optional<UUID> proposal = Optional.empty();

    /// The same for every try, so that a new one is made once.
    private UUID nextId = UUID.randomUUID();

    PurchasesModel(OfficeWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public void refresh() {
        work.actions().run(work.client().purchases()::orders, this::show, work.failed());
    }

    void clear() {
        orders.clear();
        choose(Optional.empty());
    }

    /// Puts one into the form; or nothing, for a new one.
    public void choose(Optional<PurchaseView> one) {
        proposal = Optional.empty();
        chosen = one.map(view -> view.progress().order());
        form.set(
                chosen.map(order -> PurchaseForm.of(order, work.workplace()))
                        .orElse(PurchaseForm.EMPTY));
    }

    /// Puts what a shop proposed into the form, as a new order. Costs are what the items cost on
    /// average so far; supplier, number and day are still to be typed.
    public void begin(ReorderView view) {
        choose(Optional.empty());
        proposal = Optional.of(view.proposal().proposalId());
        form.set(PurchaseForm.of(view, work.workplace()));
    }

    /// Saves what was typed: the chosen one changed, else a new one.
    public void save(PurchaseForm typed) {
        order(typed)
                .ifPresent(order ->
                        work.actions()
                                .run(
                                        () -> {
                                            work.client().purchases().save(order);
                                            proposal.ifPresent(work.client().reorder()::done);
                                            return work.client().purchases().orders();
                                        },
                                        all -> {
                                            nextId = UUID.randomUUID();
                                            choose(Optional.empty());
                                            show(all);
                                            work.done("headoffice.purchases.saved");
                                        },
                                        work.failed()));
    }

    private Optional<PurchaseOrder> order(PurchaseForm typed) {
        var store = typed.shop();
        var tolerance = typed.percent();
        var items = typed.items(work.workplace());
        if (!typed.isNamed()) {
            work.problem("headoffice.purchases.no_number");
        } else if (store.isEmpty()) {
            work.problem("headoffice.purchases.no_shop");
        } else if (typed.expected() == null) {
            work.problem("headoffice.purchases.no_day");
        } else if (tolerance.isEmpty()) {
            work.problem("headoffice.purchases.no_tolerance");
        } else if (items.isEmpty()) {
            work.problem("headoffice.purchases.no_lines");
        } else {
            return Optional.of(
                    new PurchaseOrder(
                            chosen.map(PurchaseOrder::orderId).orElse(nextId),
                            typed.number().strip(),
                            store.get(),
                            typed.supplier().strip(),
                            chosen.map(PurchaseOrder::orderedAt).orElseGet(clock::instant),
                            Objects.requireNonNull(typed.expected()),
                            tolerance.get(),
                            items,
                            true));
        }
        return Optional.empty();
    }

    /// Nothing more is awaited of it.
    public void close(PurchaseView one) {
        work.actions()
                .run(
                        () -> {
                            work.client().purchases().close(one.progress().order().orderId());
                            return work.client().purchases().orders();
                        },
                        all -> {
                            choose(Optional.empty());
                            show(all);
                            work.done("headoffice.purchases.was_closed");
                        },
                        work.failed());
    }

    private void show(List<PurchaseView> all) {
        OfficeWork.replace(orders, all);
        work.fresh().run();
    }

    public ObservableList<PurchaseView> orders() {
        return ordersShown;
    }

    /// What stands in the form when another one is chosen.
    public ReadOnlyObjectProperty<PurchaseForm> formProperty() {
        return form.getReadOnlyProperty();
    }
}
