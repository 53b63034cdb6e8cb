package kmmotos.server.customers;

import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// Every customer of the chain who is served.
public final class CustomerPart implements SnapshotPart {

    private static final int ROWS_AT_A_TIME = 1_000;

    @Override
    public Scope scope(Store store) {
        return Scope.CUSTOMERS;
    }

    @Override
    public String type() {
        return "customer_changed";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return session.createSelectionQuery(
                        "select count(*) from CustomerRow where active", Long.class)
                .getSingleResult();
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        try (Stream<CustomerRow> rows =
                session.createSelectionQuery(
                                "from CustomerRow where active order by customerId",
                                CustomerRow.class)
                        .setFetchSize(ROWS_AT_A_TIME)
                        .getResultStream()) {
            rows.forEach(row -> out.accept(new Policy.CustomerChanged(row.toCustomer())));
        }
    }
}
