package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.Money;

/// The chain's orders of counters that are not over, and what is owed to customers for them.
public final class CounterOrdersOfficeModel {
    private final OfficeWork work;
    private final WorkList<CounterOrderProgress> orders = new WorkList<>();
    private final ReadOnlyStringWrapper owed = new ReadOnlyStringWrapper("");

    /// @param owed in each currency
    private record Read(List<CounterOrderProgress> orders, List<Money> owed) {}

    /// @param items in each currency
    record Owed(List<Money> items) {}

    CounterOrdersOfficeModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(this::read, this::show, work.failed());
    }

    private Read read() {
        var client = work.client();
        Page<CounterOrderProgress> page =
                client.get(
                        client.page("counter-orders", Optional.empty()), new TypeReference<>() {});
        Owed sums = client.get(client.at("counter-orders/owed"), new TypeReference<>() {});
        return new Read(page.items(), sums.items());
    }

    private void show(Read read) {
        orders.show(read.orders());
        var formats = work.workplace().formats();
        owed.set(read.owed().stream().map(formats::money).collect(Collectors.joining(" · ")));
        work.fresh().run();
    }

    void clear() {
        orders.clear();
        owed.set("");
    }

    public void choose(Optional<CounterOrderProgress> one) {
        orders.choose(one);
    }

    public ObservableList<CounterOrderProgress> orders() {
        return orders.items();
    }

    public ReadOnlyObjectProperty<Optional<CounterOrderProgress>> chosenProperty() {
        return orders.chosenProperty();
    }

    /// The deposits owed, in words; empty while nothing was read.
    public ReadOnlyStringProperty owedProperty() {
        return owed.getReadOnlyProperty();
    }
}
