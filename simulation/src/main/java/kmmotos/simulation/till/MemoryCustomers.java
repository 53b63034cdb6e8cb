package kmmotos.simulation.till;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.customers.Customer;
import kmmotos.model.sync.Policy;
import kmmotos.simulation.till.TillState.KnownCustomer;

/// The customers that a till knows, in memory: what it changed stays until the server tells it.
final class MemoryCustomers {

    private final TillState state;

    MemoryCustomers(TillState state) {
        this.state = state;
    }

    /// Changed at a till of the shop.
    void changed(Customer customer) {
        state.customers.update(
                customer.customerId(),
                new KnownCustomer(customer, Optional.empty()),
                known -> new KnownCustomer(known.customer().merge(customer), known.told()));
    }

    void told(List<Policy> policies) {
        for (Policy policy : policies) {
            if (policy instanceof Policy.CustomerChanged(Customer told)) {
                KnownCustomer asTold = new KnownCustomer(told, Optional.of(told));
                state.customers.update(
                        told.customerId(),
                        asTold,
                        known ->
                                known.isAhead()
                                        ? new KnownCustomer(
                                                told.merge(known.customer()), Optional.of(told))
                                        : asTold);
            }
        }
    }

    void forgetOthers(Set<UUID> named) {
        List<UUID> others =
                state.customers.rows().entrySet().stream()
                        .filter(row -> !row.getValue().isAhead() && !named.contains(row.getKey()))
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        others.forEach(state.customers::remove);
    }

    void tell(Consumer<Policy> out) {
        state.customers.values().stream()
                .flatMap(known -> known.told().stream())
                .map(Policy.CustomerChanged::new)
                .forEach(out);
    }
}
