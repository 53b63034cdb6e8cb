package kmmotos.simulation.server;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;

/// Customers that tills made or changed, in memory.
record CustomerEffects(ServerState state) {

    void apply(List<NewEvent> events, News news) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.CustomerChanged(Customer told, _) && merge(told)) {
                changed.add(told.customerId());
            }
        }
        changed.forEach(id ->
                state.customers
                        .get(id)
                        .ifPresent(customer ->
                                news.add(Scope.CUSTOMERS, new Policy.CustomerChanged(customer))));
    }

    private boolean merge(Customer told) {
        Optional<Customer> known = state.customers.get(told.customerId());
        Customer merged = known.map(customer -> customer.merge(told)).orElse(told);
        state.customers.put(told.customerId(), merged);
        return !known.equals(Optional.of(merged));
    }
}
