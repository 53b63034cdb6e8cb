package kmmotos.server.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Customers that tills made or changed: merged with what is known of them, and told to all tills
/// of the chain. Each change is kept as it was told, whatever became of it.
public final class CustomerEffect implements Effect {

    private record Told(NewEvent event, Customer customer, UUID staffId) {

        private Told with(Customer other) {
            return new Told(event, other, staffId);
        }
    }

    private final CustomerStore customers = new CustomerStore();

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told =
                events.stream()
                        .filter(event -> event.event() instanceof Event.CustomerChanged)
                        .map(event -> told(event, (Event.CustomerChanged) event.event()))
                        .toList();
        if (told.isEmpty()) {
            return;
        }
        lock(session, told);
        List<Told> kept = new ArrayList<>();
        Map<UUID, Customer> changed = new LinkedHashMap<>();
        for (Told one : told) {
            CustomerStore.Merged merged = customers.merge(session, one.customer());
            if (merged.isNew()) {
                changed.put(one.customer().customerId(), merged.customer());
            }
            // Of those who were erased not even a late till's word is kept.
            kept.add(merged.customer().isErased() ? one.with(merged.customer()) : one);
        }
        keep(session, kept);
        changed.values()
                .forEach(customer ->
                        news.add(Scope.CUSTOMERS, new Policy.CustomerChanged(customer)));
    }

    private static Told told(NewEvent event, Event.CustomerChanged changed) {
        return new Told(event, changed.customer(), changed.staffId());
    }

    /// In the order of their ids: two uploads that change the same customers never wait for each
    /// other in a ring.
    private static void lock(StatelessSession session, List<Told> told) {
        List<Boolean> _ =
                Sql.list(
                        session,
                        "select true from customer where customer_id = any(?)"
                                + " order by customer_id for update",
                        row -> row.getBoolean(1),
                        Column.uuids(
                                told.stream().map(one -> one.customer().customerId()).toList()));
    }

    private static void keep(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into customer_change (event_id, customer_id, store_id, device_id, at,
                    staff_id, document)
                select c.* from unnest(?, ?, ?, ?, ?, ?, ?) as c\
                """,
                Column.uuids(told.stream().map(one -> one.event().entry().eventId()).toList()),
                Column.uuids(told.stream().map(one -> one.customer().customerId()).toList()),
                Column.texts(
                        told.stream().map(one -> one.event().till().storeId().value()).toList()),
                Column.uuids(
                        told.stream().map(one -> one.event().till().deviceId().value()).toList()),
                Column.instants(told.stream().map(one -> one.event().entry().at()).toList()),
                Column.uuids(told.stream().map(Told::staffId).toList()),
                Column.texts(told.stream().map(one -> json(one.customer())).toList()));
    }

    private static String json(Customer customer) {
        try {
            return Json.MAPPER.writeValueAsString(customer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + customer, e);
        }
    }
}
