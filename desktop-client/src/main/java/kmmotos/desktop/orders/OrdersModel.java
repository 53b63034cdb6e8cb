package kmmotos.desktop.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.orders.Picking.Taken;
import kmmotos.desktop.receipts.PickupLayout;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.PickupCode;
import kmmotos.model.staff.Permission;

/// The list of orders to work on and the one that is worked on. Everything here works offline.
public final class OrdersModel {

    /// Longer reasons and shelf names don't fit a slip.
    public static final int MAX_WORDS = 120;

    private static final String FAILED = "orders.failed";

    /// What the models of this screen need beside the [Workplace].
    ///
    /// @param handOver rings the order up at its own prices and goes on to the payment
    public record Tools(
            OrderBook book, PrintQueue printer, OrderBell bell, Consumer<Order> handOver) {}

    private final Workplace workplace;
    private final Tools tools;
    private final PickupLayout slips;
    private final OneAtATime actions;
    private final ObservableList<Order> orders = FXCollections.observableArrayList();
    private final ObservableList<Order> ordersShown =
            FXCollections.unmodifiableObservableList(orders);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Order>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picking>> picking =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<UUID> heard = new HashSet<>();

    public OrdersModel(Workplace workplace, Tools tools) {
        this.workplace = workplace;
        this.tools = tools;
        this.slips = new PickupLayout(StorePaper.of(workplace.store()));
        this.actions = new OneAtATime(workplace);
    }

    /// Reads the orders again, as after the feed or a step here, and rings for those that are new.
    public void refresh() {
        workplace.background().run(tools.book()::open, this::show, _ -> {});
    }

    public void choose(Order order) {
        boolean same = chosen.get().map(Order::orderId).filter(order.orderId()::equals).isPresent();
        chosen.set(Optional.of(order));
        if (!same) {
            picking.set(Optional.empty());
            if (order.state() instanceof OrderState.Placed) {
                beginPicking(order);
            }
        }
    }

    /// At once, and with the places of the goods as soon as they were looked up.
    private void beginPicking(Order order) {
        var begun = new Picking(order);
        picking.set(Optional.of(begun));
        workplace
                .background()
                .run(
                        () -> tools.book().places(begun.skus()),
                        places -> {
                            begun.lieIn(places);
                            if (picking.get().filter(begun::equals).isPresent()) {
                                showProgress(begun);
                            }
                        },
                        _ -> {});
    }

    /// A scan: an order's number chooses it, an item's code gathers it for the chosen order.
    ///
    /// @return whether the code meant anything here
    public boolean scanned(String code) {
        Optional<Order> named =
                orders.stream().filter(order -> order.number().equalsIgnoreCase(code)).findFirst();
        named.ifPresent(this::choose);
        if (named.isPresent()) {
            return true;
        }
        if (picking.get().isEmpty()) {
            return false;
        }
        workplace
                .background()
                .run(
                        () -> tools.book().item(code),
                        found ->
                                found.ifPresentOrElse(
                                        this::gather, () -> warn("orders.unknown_code", code)),
                        _ -> problem(FAILED));
        return true;
    }

    /// One piece more of an item, as by a scan.
    public void gather(Sku sku) {
        Optional<Picking> current = picking.get();
        if (current.isEmpty()) {
            return;
        }
        Taken taken = current.get().take(sku);
        switch (taken) {
            case TAKEN -> showProgress(current.get());
            case WRONG_ITEM -> warn("orders.wrong_item", sku);
            case ENOUGH -> warn("orders.enough", sku);
        }
    }

    /// Ticks or unticks a whole line by hand.
    public void tick(Sku sku, boolean gathered) {
        picking.get()
                .ifPresent(current -> {
                    if (gathered) {
                        current.takeAll(sku);
                    } else {
                        current.putBack(sku);
                    }
                    showProgress(current);
                });
    }

    /// All goods are there: the reservation becomes firm, the slip for the bag is printed.
    public void pick() {
        Optional<Order> order = chosen.get();
        if (order.isEmpty() || !picking.get().map(Picking::isComplete).orElse(false)) {
            warn("orders.not_complete");
            return;
        }
        UUID id = order.get().orderId();
        actions.run(
                FAILED,
                () -> {
                    tools.book().pick(id, workplace.operator().get());
                    return tools.book().open();
                },
                this::show);
    }

    public void ready(String shelf) {
        Optional<Order> order = chosen.get();
        if (order.isEmpty()) {
            return;
        }
        String where = shelf.strip().substring(0, Math.min(MAX_WORDS, shelf.strip().length()));
        actions.run(
                FAILED,
                () -> {
                    tools.book().ready(order.get().orderId(), where);
                    return tools.book().open();
                },
                open -> {
                    show(open);
                    chosen.get().map(slips::slip).ifPresent(tools.printer()::print);
                    workplace
                            .messages()
                            .done(workplace.texts().get("orders.is_ready", order.get().number()));
                });
    }

    /// @param why a sentence for the customer and head office; never empty
    public void refuse(String why) {
        Optional<Order> order = chosen.get();
        if (order.isEmpty() || why.isBlank() || why.length() > MAX_WORDS) {
            warn("orders.refuse_needs_reason");
            return;
        }
        actions.run(
                FAILED,
                () -> {
                    tools.book().refuse(order.get().orderId(), why.strip());
                    return tools.book().open();
                },
                open -> {
                    show(open);
                    workplace
                            .messages()
                            .done(workplace.texts().get("orders.refused", order.get().number()));
                });
    }

    /// Hands the chosen order over if the customer's code is right; checked without the network.
    public void handOver(String typedCode) {
        Optional<Order> order = chosen.get();
        if (order.isEmpty()) {
            return;
        }
        if (!workplace.may(Permission.HAND_OVER_ORDER)) {
            sayNo("orders.not_allowed");
            return;
        }
        if (!opens(order.get(), typedCode)) {
            sayNo("orders.wrong_code");
            return;
        }
        tools.handOver().accept(order.get());
    }

    public ObservableList<Order> orders() {
        return ordersShown;
    }

    /// How many orders nobody has picked yet: the badge.
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Order>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// How far the chosen order is gathered; empty when it isn't being picked.
    public ReadOnlyObjectProperty<Optional<Picking>> pickingProperty() {
        return picking.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private void show(List<Order> open) {
        Set<UUID> placed =
                open.stream()
                        .filter(order -> order.state() instanceof OrderState.Placed)
                        .map(Order::orderId)
                        .collect(Collectors.toSet());
        if (heard.addAll(placed)) {
            tools.bell().ring();
        }
        merge(open);
        waiting.set(placed.size());
        keepChoice(open);
    }

    /// Changes only what differs: a list that is replaced would lose the selection, and the screen
    /// what is being typed into it.
    private void merge(List<Order> open) {
        orders.removeIf(old -> open.stream().noneMatch(now -> now.orderId().equals(old.orderId())));
        for (int i = 0; i < open.size(); i++) {
            Order now = open.get(i);
            if (i >= orders.size() || !orders.get(i).orderId().equals(now.orderId())) {
                orders.add(i, now);
            } else if (!orders.get(i).equals(now)) {
                orders.set(i, now);
            }
        }
    }

    private void keepChoice(List<Order> open) {
        Optional<Order> same =
                chosen.get()
                        .flatMap(old ->
                                open.stream()
                                        .filter(o -> o.orderId().equals(old.orderId()))
                                        .findFirst());
        if (!same.equals(chosen.get())) {
            chosen.set(same);
        }
        if (!same.map(order -> order.state() instanceof OrderState.Placed).orElse(false)) {
            picking.set(Optional.empty());
        }
    }

    private static boolean opens(Order order, String typedCode) {
        try {
            return order.opensWith(new PickupCode(typedCode));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The same object again would tell nobody, so the property goes through empty.
    private void showProgress(Picking current) {
        picking.set(Optional.empty());
        picking.set(Optional.of(current));
    }

    private void warn(String key, Object... arguments) {
        workplace.messages().warn(workplace.texts().get(key, arguments));
    }

    private void sayNo(String key) {
        workplace.messages().refuse(workplace.texts().get(key));
    }

    private void problem(String key) {
        workplace.messages().problem(workplace.texts().get(key));
    }
}
