package kmmotos.desktop.deposits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;

/// The orders of the shop's counters, and the one that is worked on. Everything here works offline.
public final class CounterOrdersModel {

    private static final String FAILED = "orders.failed";

    /// Where an order leads to at the counter; each answers whether the counter is free for it.
    ///
    /// @param payMore with what was typed
    /// @param print false if no printer is set up
    public record Tools(
            CounterOrderBook book,
            Clock clock,
            BiPredicate<CounterOrderProgress, String> payMore,
            Predicate<CounterOrderProgress> handOver,
            Predicate<CounterOrderProgress> giveBack,
            Predicate<CounterOrderProgress> print) {}

    /// @param isThere whether the goods of an order that waits for them came meanwhile
    public record Shown(CounterOrderProgress progress, boolean isThere) {

        boolean isSame(Shown other) {
            return progress.order().orderId().equals(other.progress.order().orderId());
        }
    }

    private final Workplace workplace;
    private final Tools tools;
    private final OneAtATime actions;
    private final ObservableList<Shown> orders = FXCollections.observableArrayList();
    private final ObservableList<Shown> ordersShown =
            FXCollections.unmodifiableObservableList(orders);
    private final ReadOnlyObjectWrapper<Optional<Shown>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String words = "";

    public CounterOrdersModel(Workplace workplace, Tools tools) {
        this.workplace = workplace;
        this.tools = tools;
        this.actions = new OneAtATime(workplace);
    }

    public void refresh() {
        workplace.background().run(this::read, this::show, _ -> problem());
    }

    /// Looks for a part of a number, a name or a phone; nothing shows all that are open.
    public void search(String typed) {
        words = typed.strip();
        refresh();
    }

    private List<Shown> read() {
        var found = words.isEmpty() ? tools.book().open() : tools.book().search(words);
        return found.stream().map(this::shown).toList();
    }

    private Shown shown(CounterOrderProgress progress) {
        return new Shown(progress, isAwaited(progress) && tools.book().isThere(progress));
    }

    private static boolean isAwaited(CounterOrderProgress progress) {
        return progress.state().isOpen() && !progress.state().holdsGoods();
    }

    private void show(List<Shown> found) {
        if (!orders.equals(found)) {
            orders.setAll(found);
        }
        var same = chosen.get().flatMap(old -> found.stream().filter(old::isSame).findFirst());
        if (!same.equals(chosen.get())) {
            chosen.set(same);
        }
    }

    public void choose(Shown order) {
        chosen.set(Optional.of(order));
    }

    /// A slip was scanned.
    ///
    /// @return whether it was an order's
    public boolean scanned(String code) {
        if (!CounterOrder.isNumber(code)) {
            return false;
        }
        workplace
                .background()
                .run(
                        () -> tools.book().byNumber(code).map(this::shown),
                        found -> {
                            if (found.isEmpty()) {
                                refuse("orders.counter.unknown", code);
                            }
                            found.ifPresent(this::open);
                        },
                        _ -> problem());
        return true;
    }

    /// Puts an order in front, also one that is over.
    private void open(Shown order) {
        if (orders.stream().noneMatch(order::isSame)) {
            orders.addFirst(order);
        }
        choose(order);
    }

    /// The supplier has it.
    ///
    /// @param typedDays until it is expected
    public void ordered(String typedDays) {
        var days =
                Optional.of(typedDays.strip())
                        .filter(text -> text.matches("\\d{1,3}"))
                        .map(Integer::parseInt);
        if (days.isEmpty()) {
            refuse("orders.counter.days");
            return;
        }
        LocalDate expected = workplace.store().dayAt(tools.clock().instant()).plusDays(days.get());
        move(new CounterOrderState.Ordered(tools.clock().instant(), expected));
    }

    /// The goods are there and lie on this shelf.
    public void arrived(String shelf) {
        if (isTooLong(shelf)) {
            return;
        }
        run(one -> tools.book().arrived(one, shelf.strip(), workplace.operator().get()));
    }

    /// What is kept if the customer gives the chosen order up.
    public Money fee() {
        return chosen.get()
                .map(one -> one.progress().fee(workplace.store().depositRules()))
                .orElseGet(() -> Money.zero(workplace.store().currency()));
    }

    /// Cancels the chosen order, and goes on to paying back.
    ///
    /// @param withFee whether the customer gave it up; without a fee it takes somebody who may
    ///   approve
    public void cancel(String why, boolean withFee) {
        if (why.isBlank()) {
            refuse("orders.counter.why");
            return;
        }
        if (isTooLong(why)) {
            return;
        }
        if (!workplace.may(withFee ? Permission.RETURN_GOODS : Permission.APPROVE)) {
            refuse("orders.counter.not_allowed");
            return;
        }
        Money fee = withFee ? fee() : Money.zero(workplace.store().currency());
        var next = new CounterOrderState.Cancelled(tools.clock().instant(), why.strip(), fee);
        chosen.get()
                .map(Shown::progress)
                .filter(one -> one.state().mayBecome(next))
                .ifPresent(one ->
                        actions.run(
                                FAILED,
                                () -> {
                                    move(one, next);
                                    return read();
                                },
                                found -> {
                                    show(found);
                                    payBack(one.become(next));
                                }));
    }

    private void payBack(CounterOrderProgress cancelled) {
        if (cancelled.owed().isPositive()) {
            boolean _ = tools.giveBack().test(cancelled);
        }
    }

    public void giveBack() {
        chosen.get().map(Shown::progress).ifPresent(this::payBack);
    }

    public void handOver() {
        if (!workplace.may(Permission.HAND_OVER_ORDER)) {
            refuse("orders.not_allowed");
            return;
        }
        boolean _ = chosen.get().map(Shown::progress).filter(tools.handOver()).isPresent();
    }

    public void payMore(String typed) {
        boolean _ =
                chosen.get().filter(one -> tools.payMore().test(one.progress(), typed)).isPresent();
    }

    public void print() {
        boolean printed =
                chosen.get().filter(one -> tools.print().test(one.progress())).isPresent();
        if (!printed && chosen.get().isPresent()) {
            refuse("orders.counter.no_printer");
        }
    }

    private void move(CounterOrderState next) {
        run(one -> move(one, next));
    }

    private void move(CounterOrderProgress one, CounterOrderState next) {
        tools.book().move(one.order().orderId(), next, workplace.operator().get());
    }

    private void run(Consumer<CounterOrderProgress> step) {
        chosen.get()
                .map(Shown::progress)
                .ifPresent(one ->
                        actions.run(
                                FAILED,
                                () -> {
                                    step.accept(one);
                                    return read();
                                },
                                this::show));
    }

    public ObservableList<Shown> orders() {
        return ordersShown;
    }

    public ReadOnlyObjectProperty<Optional<Shown>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    private boolean isTooLong(String words) {
        boolean tooLong = words.strip().length() > CounterOrder.MAX_WORDS;
        if (tooLong) {
            refuse("orders.counter.too_long", CounterOrder.MAX_WORDS);
        }
        return tooLong;
    }

    private void refuse(String key, Object... arguments) {
        workplace.messages().refuse(workplace.texts().get(key, arguments));
    }

    private void problem() {
        workplace.messages().problem(workplace.texts().get(FAILED));
    }
}
