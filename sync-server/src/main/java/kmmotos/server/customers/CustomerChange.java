package kmmotos.server.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What a till told of a customer.
///
/// @param customer as that till knew them after the change
record CustomerChange(
        UUID eventId, StoreId store, DeviceId device, Instant at, UUID staffId, Customer customer) {

    private static final int MAX_CHANGES = 100;

    static List<CustomerChange> list(StatelessSession session, UUID customerId) {
        return Sql.list(
                session,
                "select * from customer_change where customer_id = ? order by at desc, event_id"
                        + " limit "
                        + MAX_CHANGES,
                row ->
                        new CustomerChange(
                                row.getObject("event_id", UUID.class),
                                new StoreId(row.getString("store_id")),
                                new DeviceId(row.getObject("device_id", UUID.class)),
                                Sql.instant(row, "at"),
                                row.getObject("staff_id", UUID.class),
                                Sql.json(row, "document", Customer.class)),
                customerId);
    }
}
